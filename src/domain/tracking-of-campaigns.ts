import type { ParameterRule } from './parameter-rule.ts';

const MEDIUM =
  'medium.com towardsdatascience.com betterprogramming.pub gitconnected.com itnext.io uxdesign.cc codeburst.io ' +
  'plainenglish.io infosecwriteups.com netflixtechblog.com proandroiddev.com devgenius.io faun.pub bettermarketing.pub ' +
  'betterhumans.pub uxplanet.org towardsdev.com awstip.com writingcooperative.com entrepreneurshandbook.co';
/** There, `ref` is a branch. */
const CODE_HOSTS =
  'github.com githubusercontent.com gitlab.com bitbucket.org codeberg.org sr.ht gitea.com googlesource.com';

/** What those add to an address who lead readers to it: campaigns, advertisements, mail, the site that links. */
export const CAMPAIGNS: readonly ParameterRule[] = [
  // Campaigns
  {
    names: 'utm_* utm-*',
    reason: 'campaign of Google Analytics and everyone after it',
    example: 'utm_source=newsletter',
  },
  {
    names: 'itm_campaign itm_medium itm_source itm_content itm_term',
    reason: 'campaign inside one site',
    example: 'itm_source=footer',
  },
  { names: 'otm_campaign otm_medium otm_source otm_content', reason: 'the same, outside', example: 'otm_source=mail' },
  {
    names:
      'mtm_* matomo_* pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid pk_vid pk_cpn piwik_campaign piwik_kwd piwik_keyword',
    reason: 'campaign of Matomo; pk_no is none',
    example: 'pk_campaign=mail',
  },
  { names: 'at_medium at_campaign', reason: 'campaign of Piano, at the BBC and others', example: 'at_medium=RSS' },
  { names: 'at_*', beside: 'at_medium', reason: 'the same', example: 'at_bbc_team=editorial' },
  { names: 'at_*', beside: 'at_campaign', reason: 'the same', example: 'at_link_id=12' },
  { names: 'xtor xtref xtcr', reason: 'campaign of AT Internet', example: 'xtor=RSS-8' },
  {
    names: 'ns_mchannel ns_campaign ns_source ns_linkname ns_fee',
    reason: 'campaign of Comscore',
    example: 'ns_campaign=bbcnews',
  },
  {
    names: 'wt_mc wt_mc_o wt_zmc wtmc wtrid wt.mc_id wt.mc_ev wt.tsrc wt.srch wt.ec_id wt.feed_name wt.z_*',
    reason: 'campaign of Webtrends or Webtrekk',
    example: 'WT.mc_id=DT-MVP-1',
  },
  { names: 's_cid s_kwcid ef_id', reason: 'campaign of Adobe Analytics', example: 's_cid=mail' },
  {
    names: 'cm_mmc cm_mmca* cm_me cm_cr cm_sp cm_re cm_ven cm_cat cm_pla cm_ite',
    reason: 'campaign of Coremetrics',
    example: 'cm_mmc=Email-_-News',
  },
  {
    names:
      'sc_channel sc_campaign sc_publisher sc_content sc_detail sc_segment sc_outcome sc_geo sc_country sc_medium sc_category sc_funnel sc_icampaign sc_ichannel sc_icontent sc_iplace sc_camp',
    reason: 'campaign of Amazon’s clouds and others; `sc_lang` and `sc_itemid` are Sitecore’s pages',
    example: 'sc_channel=em',
  },
  { names: 'soc_src soc_trk', reason: 'shared at Yahoo and its kin', example: 'soc_src=social' },
  { names: 'etcc_*', reason: 'campaign of etracker', example: 'etcc_med=Newsletter' },
  { names: 'cmpid', reason: 'campaign, at many newspapers', example: 'cmpid=socialflow' },
  {
    names: 'icid intcid int_cid',
    value: /[a-z_|-]/i,
    reason: 'campaign inside one site; a bare number may be an article',
    example: 'icid=ref_fark',
  },
  {
    names:
      'hmb_campaign hmb_medium hmb_source dpg_campaign dpg_medium dpg_source dpg_content nx_source lmd_campaign lmd_medium lmd_source lmd_creation lmd_ad',
    reason: 'campaign of groups of newspapers',
    example: 'lmd_medium=al',
  },
  {
    names: 'tracking_source trackingsource _sgm_campaign _sgm_source _sgm_action',
    reason: 'campaign of shops',
    example: 'tracking_source=mail',
  },
  { names: 'echobox', reason: 'a post made by Echobox; mostly behind a number sign', example: 'Echobox=1647045869' },
  {
    names: 'taid',
    value: /^[0-9a-f]{24}$/i,
    reason: 'a post made by True Anthem',
    example: 'taid=62b1f6f1a5b1c80001d4c1b2',
  },
  { names: 'sf*', whole: /^sf\d{6,}=1$/, reason: 'a post made by Khoros', example: 'sf123456789=1' },
  { names: 'hootpostid', reason: 'a post made by Hootsuite', example: 'hootPostID=7ef' },
  {
    names: '*',
    whole: /^[A-Z][A-Z0-9]+[-_]\d{4}_\d{2}_\d{2}=?$/,
    reason: 'a campaign and its day, no value',
    example: 'SPONSOR-2022_08_09',
  },
  // Clicks on advertisements
  {
    names: 'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid',
    reason: 'click on an advertisement or a product of Google',
    example: 'gclid=Cj0KCQ',
  },
  {
    names: '_ga _gl _gac',
    reason: 'a visit carried from one site to the next by Google Analytics',
    example: '_ga=2.1.3',
  },
  { names: 'gaa_at gaa_n gaa_ts gaa_sig', reason: 'pass of one reader of Google News', example: 'gaa_sig=x1' },
  { names: 'usqp', value: /^mq/, reason: 'copy for phones, counted by Google', example: 'usqp=mq331AQ' },
  { names: 'gs_l gs_lcp gs_lcrp', reason: 'what was typed into Google', example: 'gs_lcp=Cgdnd3Mtd2l6' },
  {
    names:
      'fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id action_object_map action_type_map action_ref_map sfnsn mibextid',
    reason: 'click on Facebook',
    example: 'fbclid=IwAR0x',
  },
  { names: 'msclkid', reason: 'click on an advertisement of Microsoft', example: 'msclkid=6a1b' },
  { names: 'yclid ymclid ysclid _openstat', reason: 'click at Yandex', example: 'yclid=5123' },
  { names: 'twclid', reason: 'click on Twitter', example: 'twclid=2-4x' },
  { names: '__twitter_impression', reason: 'opened in Twitter', example: '__twitter_impression=true' },
  { names: 'ttclid', reason: 'click on TikTok', example: 'ttclid=E.C.P' },
  { names: 'rdt_cid', reason: 'click on Reddit', example: 'rdt_cid=493' },
  { names: 'li_fat_id', reason: 'click on LinkedIn', example: 'li_fat_id=7a1' },
  { names: 'epik', reason: 'click on Pinterest', example: 'epik=dj0y' },
  { names: 'sccid', value: /^[\w-]{8,}$|^9f2$/, reason: 'click on Snapchat', example: 'ScCid=9f2' },
  { names: 'igshid', reason: 'who shared it on Instagram', example: 'igshid=MzRl' },
  { names: 'qclid', reason: 'click on Quora', example: 'qclid=1a' },
  {
    names: 'dicbo obOrigUrl outbrainclickid tblci taboolaclickid',
    reason: 'click at Outbrain or Taboola',
    example: 'dicbo=v2-1',
  },
  {
    names:
      'irclickid irgwc ir_campaignid ir_adid ir_partnerid cjevent cjdata ranMID ranEAID ranSiteID awc sscid tduid wickedid wickedsource rtkcid ndclid gsxid gspk ps_xid ps_partner_key vc_lpp',
    reason: 'click that earns a commission',
    example: 'irclickid=Wx1',
  },
  {
    names: 'adjust_* af_click_lookback _branch_* %24deep_link $deep_link %243p $3p %24original_url $original_url',
    reason: 'a detour over an app',
    example: '_branch_match_id=1',
  },
  { names: 'cx_click cx_recsOrder cx_recsWidget', reason: 'recommended by Cxense', example: 'cx_recsOrder=2' },
  // Mail
  { names: 'mc_cid mc_tc', reason: 'campaign of Mailchimp', example: 'mc_cid=0f3a' },
  { names: 'mc_eid', reason: 'the reader’s own number at Mailchimp', example: 'mc_eid=9c1d' },
  {
    names: 'goal',
    value: /^0_[0-9a-f]+-[0-9a-f]+/i,
    reason: 'campaign of Mailchimp',
    example: 'goal=0_1a2b-3c4d-5e6f',
  },
  {
    names: 'e',
    sites: 'list-manage.com campaign-archive.com mailchi.mp',
    value: /^(?:[0-9a-f]{10}|\[UNIQID\]|%5BUNIQID%5D|\*%7CUNIQID%7C\*)?$/i,
    reason: 'the reader’s own number at Mailchimp; it can unsubscribe them',
    example: 'e=7cc492dc98',
  },
  {
    names: '_hsenc __hssc __hstc __hsfp hsctatracking',
    reason: 'the reader’s own number at HubSpot',
    example: '_hsenc=p2ANqtz',
  },
  { names: '_hsmi hsa_* hss_channel', reason: 'mail or campaign of HubSpot', example: '_hsmi=2301' },
  { names: 'mkt_tok', reason: 'the reader’s own number at Marketo', example: 'mkt_tok=eyJp' },
  { names: 'oly_enc_id oly_anon_id omeda_*', reason: 'the reader’s own number at Omeda', example: 'oly_enc_id=1234A' },
  { names: 'otc', beside: 'oly_enc_id', reason: 'campaign of Omeda', example: 'otc=newsletter' },
  { names: 'vero_*', reason: 'the reader’s own number at Vero', example: 'vero_id=a%40b.example' },
  { names: 'ck_subscriber_id sh_kit', reason: 'the reader’s own number at Kit', example: 'ck_subscriber_id=12' },
  {
    names: 'ml_subscriber ml_subscriber_hash',
    reason: 'the reader’s own number at MailerLite',
    example: 'ml_subscriber=17',
  },
  { names: '_bhlid _bhiiv bhcl_id last_resource_guid', reason: 'mail of beehiiv', example: '_bhlid=0a1b' },
  { names: 'pi_ad_id pi_campaign_id pi_content', reason: 'mail of Pardot', example: 'pi_campaign_id=2' },
  {
    names: 'tw_source tw_medium tw_campaign tw_adid nb_klid',
    reason: 'click counted for shops by Triple Whale or Northbeam',
    example: 'tw_source=klaviyo',
  },
  { names: '_ke _kx', reason: 'the reader’s own number at Klaviyo', example: '_kx=abc.Xy' },
  { names: 'vgo_ee', reason: 'the reader’s mail address, in code, at ActiveCampaign', example: 'vgo_ee=HJLIy7px' },
  { names: '__s', value: /^[A-Za-z0-9]{6,}$/, reason: 'the reader’s own number at Drip', example: '__s=9f3kd2ab1c' },
  {
    names: '_se',
    value: /^[\w+/%=-]{8,}$/,
    reason: 'the reader’s mail address, in code, at Brevo',
    example: '_se=YWRhQGIuZXhhbXBsZQ',
  },
  { names: 'dm_i dm_t', reason: 'mail of Dotdigital', example: 'dm_i=1A2' },
  { names: '_bta_tid _bta_c', reason: 'mail of Bronto', example: '_bta_tid=31' },
  { names: 'bsft_*', reason: 'mail of Blueshift', example: 'bsft_clkid=1f' },
  { names: 'trk_contact trk_msg trk_module trk_sid trk_link', reason: 'mail of Listrak', example: 'trk_msg=1A' },
  { names: '_clde _cldee', reason: 'the reader’s own number at ClickDimensions', example: '_cldee=aGFucw' },
  { names: 'spMailingID spUserID spJobID spReportId', reason: 'mail of Acoustic', example: 'spMailingID=8812' },
  { names: '_ri_ _ei_ _di_', reason: 'mail of Responsys', example: '_ri_=X0Gzc2X' },
  { names: 'sc_src sc_llid sc_lid sc_uid sc_eh', reason: 'mail of Emarsys', example: 'sc_llid=12' },
  { names: 'elq elqTrack* elqaid elqat elqCampaignId elqak', reason: 'mail of Eloqua', example: 'elqTrackId=4e1' },
  { names: 'sfmc_*', reason: 'mail of Salesforce', example: 'sfmc_sub=1234' },
  { names: 'j l u mid jb', beside: 'sfmc_sub', reason: 'the same', example: 'jb=42' },
  { names: 'et_rid et_cid', reason: 'mail of Salesforce, at journals', example: 'et_rid=3451' },
  {
    names: 'ss_source ss_campaign_id ss_email_id ss_campaign_name ss_campaign_sent_date',
    reason: 'mail of Squarespace',
    example: 'ss_email_id=62f',
  },
  { names: 'emci emdi', reason: 'mail of EveryAction', example: 'emci=2a1' },
  { names: 'ceid', beside: 'emci', reason: 'the same; Google News has one, too', example: 'ceid=12' },
  { names: 'can_id', reason: 'the reader’s own number at Action Network', example: 'can_id=9ab' },
  {
    names: 'link_id source email_referrer email_subject',
    beside: 'can_id',
    reason: 'the same',
    example: 'email_referrer=email_1',
  },
  {
    names: 'iterableCampaignId iterableTemplateId iterableEmailCampaignId',
    reason: 'mail of Iterable',
    example: 'iterableCampaignId=1',
  },
  { names: 'mindbox-click-id mindbox-message-key', reason: 'mail of Mindbox', example: 'mindbox-click-id=7' },
  { names: 'user_email_address', reason: 'the reader’s mail address', example: 'user_email_address=a%40b.example' },
  { names: 'rb_clickid', reason: 'click counted by Omeda', example: 'rb_clickid=1' },
  { names: '__readwiseLocation', reason: 'opened from Readwise', example: '__readwiseLocation=1' },
  // The newsletter or site that links
  {
    names: 'ref',
    except: CODE_HOSTS,
    value:
      /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|dev|tech|news|email|xyz|me|blog|ai|app|fm|us|uk|de|fr|nl|eu|ca|au|in|ch|at|be|se|no|dk|fi|es|it|pl|cz|jp|nz|br|tv|cc|gg|info|page|pub|club|today|media|show|link|so|world|space|studio|design|digital|press|site|online|live|life|community|guide|works|wtf)$/i,
    reason: 'the site that links, as Ghost writes it',
    example: 'ref=tldr.tech',
  },
  {
    names: 'ref',
    except: CODE_HOSTS,
    value:
      /^(?:hn|hackernews|hacker_?news|producthunt|product_?hunt|twitter|facebook|linkedin|rss|newsletter|email|weekly|tldr|reddit|ghost|substack|home_?page|[\w-]+-newsletter)$/i,
    reason: 'the same, by a word',
    example: 'ref=producthunt',
  },
  {
    names: 'attribution_id attribution_type',
    reason: 'the post or mail of Ghost that links',
    example: 'attribution_type=post',
  },
  { names: 'ref_src', reason: 'embedded by Twitter', example: 'ref_src=twsrc%5Etfw' },
  {
    names: 'ref_url',
    beside: 'ref_src',
    reason: 'the page that embedded it',
    example: 'ref_url=https%3A%2F%2Fa.example',
  },
  {
    names: 'source',
    value: /-{3}|^(?:friends_link|user_profile|collection_\w+|read_next_recirc)$/,
    reason: 'where on Medium it was found; its sites have names of their own',
    example: 'source=rss----f107b03c406e---4',
  },
  { names: 'source', sites: MEDIUM, reason: 'the same, by a word', example: 'source=friends_link' },
  { names: 'gi', value: /^[0-9a-f]{12}$/, reason: 'a detour over Medium', example: 'gi=1a2b3c4d5e6f' },
  {
    names: 'scheduled_corpus_item_id',
    reason: 'recommended on a new tab of Firefox',
    example: 'scheduled_corpus_item_id=859e',
  },
  { names: 'sponsored position', beside: 'scheduled_corpus_item_id', reason: 'the same', example: 'sponsored=0' },
  { names: 'guccounter guce_referrer*', reason: 'a detour over Yahoo’s consent page', example: 'guccounter=1' },
  { names: '__vfz', reason: 'shared by a bar of Vuukle', example: '__vfz=medium%3Dsharebar' },
  { names: 'xing_share', reason: 'shared on Xing', example: 'xing_share=news' },
  {
    names: 'share',
    value:
      /^(?:twitter|x|facebook|linkedin|reddit|pocket|email|tumblr|mastodon|bluesky|jetpack-whatsapp|telegram|threads|nextdoor|print)$/,
    reason: 'a button that shares, on WordPress',
    example: 'share=twitter',
  },
  { names: 'nb', beside: 'share', value: /^1$/, reason: 'the same', example: 'nb=1' },
  { names: 'doing_wp_cron', reason: 'a chore of WordPress', example: 'doing_wp_cron=1660' },
  { names: '__cf_chl_*', reason: 'Cloudflare has asked whether it is a person', example: '__cf_chl_tk=x' },
  {
    names: 'amp_gsa amp_js_v amp_analytics aoh',
    reason: 'opened from Google’s copy for phones',
    example: 'amp_js_v=a6',
  },
  { names: 'u', at: /\/t\/[^/]+\/\d+(?:\/\d+)?$/, reason: 'who shared it in a forum of Discourse', example: 'u=ada' },
  {
    names: 'sid',
    at: /\/(?:viewtopic|viewforum|memberlist)\.php$/,
    value: /^[0-9a-f]{32}$/,
    reason: 'the reader’s session in a forum of phpBB',
    example: 'sid=0123456789abcdef0123456789abcdef',
  },
  {
    names: 'wprov',
    sites: 'wikipedia.org wiktionary.org wikimedia.org',
    reason: 'shared from an app of Wikipedia',
    example: 'wprov=sfla1',
  },
  { names: 'typeform-source', reason: 'the site that led to a form', example: 'typeform-source=t.co' },
  {
    names: 'original_referer originalreferer original_referrer',
    reason: 'the site that links',
    example: 'original_referer=https%3A%2F%2Fa.example',
  },
];
