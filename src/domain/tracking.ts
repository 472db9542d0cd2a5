import { judgeBy, type ParameterRule } from './parameter-rule.ts';

const MEDIUM =
  'medium.com towardsdatascience.com betterprogramming.pub gitconnected.com itnext.io uxdesign.cc codeburst.io ' +
  'plainenglish.io infosecwriteups.com netflixtechblog.com proandroiddev.com devgenius.io faun.pub bettermarketing.pub ' +
  'betterhumans.pub uxplanet.org towardsdev.com awstip.com writingcooperative.com entrepreneurshandbook.co';
const CONDE =
  'newyorker.com wired.com vanityfair.com vogue.com gq.com arstechnica.com pitchfork.com ' +
  'bonappetit.com architecturaldigest.com cntraveler.com teenvogue.com them.us self.com epicurious.com allure.com glamour.com';
const SHOPS =
  'aliexpress.com aliexpress.us alibaba.com taobao.com tmall.com 1688.com aliyun.com alibabacloud.com youku.com';
const SPRINGER = 'springer.com nature.com biomedcentral.com springeropen.com springernature.com';
/** There, `ref` is a branch. */
const CODE_HOSTS =
  'github.com githubusercontent.com gitlab.com bitbucket.org codeberg.org sr.ht gitea.com googlesource.com';

/**
 * What is cut out of an address: names that no site uses for its content, and short names (`s`, `t`, `source`) on the
 * sites where they are known to count readers. Never in it, because they are gifts to the reader: Medium's `sk`, the
 * `unlocked_article_code` of the New York Times, `gift`, `st` of the Wall Street Journal, `pwapi_token` of the Washington
 * Post and `accessToken` elsewhere; nor `src` (essential in 600 of 610), `px`, `pk_no`, `sc_lang`, YouTube's `t`, `ref` on
 * GitHub, Dropbox's `rlkey`, WeChat's `sn`; nor what earns somebody a commission, such as Amazon's `tag`.
 */
export const TRACKING: readonly ParameterRule[] = [
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
  // Social sites
  {
    names: 's t cxt cn refsrc twgr twcamp twterm',
    sites: 'twitter.com x.com',
    reason: 'who shared it, and from which app',
    example: 's=20',
  },
  { names: 'src', sites: 'twitter.com x.com', reason: 'how it was searched', example: 'src=typed_query' },
  {
    names:
      '__tn__ __cft__* __xts__* refid rdid share_url hc_ref hc_location fref pn_ref notif_id notif_t comment_tracking eav paipv _rdr _rdc acontext extid ref ref_component ref_page',
    sites: 'facebook.com',
    reason: 'where on Facebook it was found',
    example: '__tn__=%2CO',
  },
  { names: 'igsh ig_rid ig_mid', sites: 'instagram.com', reason: 'who shared it', example: 'igsh=MzRl' },
  { names: 'xmt slof', sites: 'threads.net threads.com', reason: 'who shared it', example: 'xmt=AQG' },
  {
    names:
      'trk trkInfo trkEmail trackingId lipi lici refId rcm eid eBP recommendedFlavor originToLandingJobPostings li_theme midToken midSig otpToken',
    sites: 'linkedin.com',
    reason: 'where on LinkedIn it was found, and by which member',
    example: 'trk=public_post',
  },
  {
    names: 'share_id rdt ref ref_source ref_campaign correlation_id',
    sites: 'reddit.com',
    reason: 'who shared it',
    example: 'share_id=Ab1',
  },
  {
    names:
      '_t _r is_from_webapp is_copy_url sender_device sender_web_id web_id share_app_id share_item_id share_link_id tt_from u_code preview_pb _d',
    sites: 'tiktok.com',
    reason: 'who shared it',
    example: 'is_from_webapp=1',
  },
  {
    names: 'sender invite_code sfo',
    sites: 'pinterest.com pinterest.*',
    reason: 'who shared it',
    example: 'invite_code=1f',
  },
  {
    names: 'ch oid srid share target_type __nsrc__ __snid3__ __filter__',
    sites: 'quora.com',
    reason: 'who shared it',
    example: 'srid=3x',
  },
  {
    names:
      'vd_source spm_id_from from_source from_spmid share_source share_medium share_plat share_session_id share_tag share_times unique_k bbid buvid is_story_h5 plat_id up_id seid',
    sites: 'bilibili.com b23.tv',
    reason: 'who shared it',
    example: 'vd_source=1f',
  },
  {
    names:
      'scene srcid sharer_* mpshare from ascene uin pass_ticket exportkey devicetype version nettype clicktime enterid sessionid subscene wx_header',
    sites: 'mp.weixin.qq.com',
    reason: 'who shared it; __biz, mid, idx and sn are the article',
    example: 'scene=21',
  },
  { names: 'share_code utm_psn', sites: 'zhihu.com', reason: 'who shared it', example: 'share_code=1a' },
  {
    names: 'ops_request_misc request_id biz_id',
    sites: 'csdn.net',
    reason: 'how it was searched',
    example: 'request_id=16',
  },
  // Video and sound
  {
    names: 'si',
    sites: 'youtube.com youtu.be youtube-nocookie.com spotify.com soundcloud.com',
    reason: 'who shared it',
    example: 'si=Zx9',
  },
  {
    names: 'feature ab_channel pp embeds_referring_euri embeds_euri source_ve_path attr_tag cbrd ucbcb',
    sites: 'youtube.com youtu.be',
    reason: 'where on YouTube it was found',
    example: 'feature=youtu.be',
  },
  { names: 'nd dlsi _branch_match_id sp_cid', sites: 'spotify.com', reason: 'opened in the app', example: 'nd=1' },
  { names: 'itscg itsct uo', sites: 'apple.com', reason: 'where Apple advertised it', example: 'itscg=30200' },
  {
    names: 'pt ct',
    sites: 'apps.apple.com itunes.apple.com',
    reason: 'campaign of the maker of an app',
    example: 'ct=homepage',
  },
  { names: 'share fl fe pgroup', sites: 'vimeo.com', reason: 'where on Vimeo it was found', example: 'share=copy' },
  {
    names: 'tt_medium tt_content',
    sites: 'twitch.tv',
    reason: 'where on Twitch it was found',
    example: 'tt_medium=redt',
  },
  { names: 'sid', sites: 'loom.com', reason: 'who shared it', example: 'sid=1f-2a' },
  {
    names: 'from search_item_id search_item_type search_match_part search_page_id search_rank search_sig',
    sites: 'bandcamp.com',
    reason: 'how it was searched',
    example: 'search_rank=1',
  },
  {
    names: 'trackId trkid tctx jbp jbr',
    sites: 'netflix.com',
    reason: 'where on Netflix it was found',
    example: 'trackId=1',
  },
  // Searching, and Google’s sites
  {
    names:
      'ved vet ei sa usg sxsrf sca_esv sca_upv sclient client aqs source sourceid oq biw bih dpr uact rlz iflsig esrc cd cad rct ictx gs_ssp fbs sei cshid bvm sstk',
    sites: 'google.*',
    at: /^(?:www\.)?google\.[a-z.]+\/(?:search|imgres)$/,
    reason: 'how it was searched',
    example: 'ved=2ahUKE',
  },
  { names: 'oi', sites: 'scholar.google.*', reason: 'how it was found', example: 'oi=ao' },
  {
    names: 'usp',
    sites: 'docs.google.com drive.google.com forms.google.com',
    value: /^(?!pp_url$)/,
    reason: 'shared by its link; `pp_url` fills in a form',
    example: 'usp=sharing',
  },
  { names: 'g_st', sites: 'goo.gl', reason: 'who shared a map', example: 'g_st=ic' },
  {
    names: 'ouid rtpof sd',
    sites: 'docs.google.com drive.google.com',
    reason: 'whose document it is',
    example: 'ouid=1041',
  },
  { names: 'authuser pli', sites: 'google.*', reason: 'which of the reader’s accounts', example: 'authuser=1' },
  {
    names: 'entry g_ep g_st coh skid',
    sites: 'google.*',
    at: /\/maps\b|^maps\./,
    reason: 'who shared a map',
    example: 'g_ep=EgoyMDI',
  },
  {
    names: 'referrer pcampaignid',
    sites: 'play.google.com',
    reason: 'where it was advertised',
    example: 'referrer=utm_source%3Dx',
  },
  {
    names: 'form cvid qs sp sc sk pq ghc ghsh ghacc refig setlang lq',
    sites: 'bing.com',
    at: /\/(?:search|images|videos|news)\b/,
    reason: 'how it was searched',
    example: 'cvid=1F',
  },
  { names: 't atb', sites: 'duckduckgo.com', reason: 'from which program it was searched', example: 't=ffab' },
  { names: 'fr fr2 guccounter', sites: 'search.yahoo.com', reason: 'how it was searched', example: 'fr=yfp-t' },
  // Newspapers and magazines
  {
    names:
      'smid smtyp smvar emc nl te regi_id instance_id segment_id campaign_id user_id rref partner referringSource referrer algo imp_id impression_id region pgtype surface fellback req_id alg index variant action module tntemail0 auth searchresultposition ugrp',
    sites: 'nytimes.com',
    at: /\/(?:\d{4}|interactive|article|live|athletic|video|section|wirecutter)\b/,
    reason: 'how it was shared, or the mail it was in',
    example: 'smid=url-share',
  },
  {
    names: 'CMP CMP_TU CMP_BUNIT INTCMP',
    sites: 'theguardian.com',
    reason: 'how it was shared',
    example: 'CMP=share_btn_tw',
  },
  {
    names: 'srnd sref leadsource in_source re_source',
    sites: 'bloomberg.com',
    reason: 'where on the site it was found',
    example: 'srnd=premium',
  },
  {
    names: 'mod reflink',
    sites: 'wsj.com marketwatch.com barrons.com',
    reason: 'where on the site it was found; `st` is a gift',
    example: 'mod=hp_lead',
  },
  {
    names: 'mbid bxid cndid hasha hashb hashc esrc',
    sites: CONDE,
    reason: 'how it was shared, or the mail it was in',
    example: 'mbid=social_tw',
  },
  { names: 'source', sites: CONDE, value: /^(?:EDT|Email)_/i, reason: 'the mail it was in', example: 'source=EDT_NYR' },
  {
    names: 'itid wpisrc wpmm wp_cu wp_eb wpsrc carta-url tid',
    sites: 'washingtonpost.com',
    reason: 'where on the site it was found, or the mail it was in; `pwapi_token` is a gift',
    example: 'wpisrc=nl_most',
  },
  {
    names: 'ncid sr sr_share',
    sites: 'techcrunch.com huffpost.com huffingtonpost.com aol.com engadget.com',
    reason: 'how it was shared',
    example: 'ncid=rss',
  },
  { names: 'tsrc .tsrc', sites: 'yahoo.com', reason: 'how it was shared', example: 'tsrc=fin-srch' },
  { names: 'ftag', value: /^[A-Z]{3}/, reason: 'campaign of CNET, CBS and their kin', example: 'ftag=CAD590a51e' },
  { names: 'sh ctpv swb_* cdlcid', sites: 'forbes.com', reason: 'how it was shared', example: 'sh=4f3a' },
  {
    names: 'ftcamp segmentid desktop shareType',
    sites: 'ft.com',
    value: /^(?!gift$)/,
    reason: 'how it was shared',
    example: 'ftcamp=crm',
  },
  {
    names: 'fsrc frsc ppccampaignid ppcadid',
    sites: 'economist.com',
    reason: 'how it was shared',
    example: 'fsrc=rss',
  },
  {
    names: 'nname nid nrid nlid',
    sites: 'politico.com',
    value: /^[0-9a-f-]{4,}$|[a-z]/i,
    reason: 'the mail it was in',
    example: 'nrid=0001',
  },
  {
    names: 'ito',
    sites: 'dailymail.co.uk dailymail.com metro.co.uk inews.co.uk thisismoney.co.uk',
    reason: 'how it was shared',
    example: 'ito=social',
  },
  { names: '__source par qsearchterm', sites: 'cnbc.com', reason: 'how it was shared', example: '__source=sharebar' },
  {
    names: 'ocid',
    sites: 'bbc.co.uk bbc.com msn.com microsoft.com azure.com windows.com xbox.com skype.com bing.com',
    reason: 'how it was shared',
    example: 'ocid=socialflow',
  },
  {
    names: 'intlink_from_url link_location',
    sites: 'bbc.co.uk bbc.com',
    reason: 'where on the site it was found',
    example: 'link_location=live',
  },
  { names: 'cvid pc ei', sites: 'msn.com', reason: 'where on the site it was found', example: 'cvid=1f' },
  { names: 'cmp', sites: 'cbc.ca theglobeandmail.com', reason: 'how it was shared', example: 'cmp=rss' },
  { names: 'cid iid', sites: 'cnn.com', value: /[a-z_]/i, reason: 'where it was found', example: 'cid=ios_app' },
  {
    names: 'gnt-cfr gca-cat gca-uir gca-epti gca-ft gca-ds',
    sites: 'usatoday.com',
    reason: 'where on the site it was found',
    example: 'gnt-cfr=1',
  },
  { names: 'sara_ref sara_ecid', sites: 'spiegel.de', reason: 'how it was shared', example: 'sara_ref=re-so' },
  { names: 'xid', sites: 'time.com fortune.com people.com', reason: 'how it was shared', example: 'xid=tcoshare' },
  { names: 'truid', sites: 'technologyreview.com', reason: 'the reader’s own number', example: 'truid=a1b2' },
  {
    names: 'cid',
    sites: 'hbr.org mckinsey.com abcnews.go.com foxnews.com',
    value: /[a-z]/i,
    reason: 'how it was shared',
    example: 'cid=social_tw',
  },
  {
    names: 'ab autocomplete tpcc referral deliveryName registration',
    sites: 'hbr.org',
    reason: 'where on the site it was found, or the mail it was in',
    example: 'ab=hero-main-text',
  },
  { names: 'ft f', sites: 'npr.org', value: /^(?:nprml|\d+)$/, reason: 'the feed it was in', example: 'ft=nprml' },
  { names: 'sbsrc sdsrc', sites: 'slashdot.org', reason: 'where on the site it was found', example: 'sbsrc=md' },
  {
    names: 'source',
    sites: 'hackernoon.com dev.to',
    value: /^(?:rss|feed|twitter|email|newsletter)$/,
    reason: 'the feed it was in',
    example: 'source=rss',
  },
  { names: 's', sites: 'substack.com', value: /^[rw]$/, reason: 'whether it was read or written', example: 's=r' },
  { names: 's', at: /\/p\/[\w-]+$/, value: /^[rw]$/, reason: 'the same, on a site’s own name', example: 's=r' },
  { names: 'r', sites: 'substack.com', reason: 'who recommended it', example: 'r=1abc2' },
  {
    names: 'r',
    at: /\/p\/[\w-]+$/,
    beside: 'utm_medium',
    reason: 'the same, on a site’s own name',
    example: 'r=1abc2',
  },
  { names: 'r', at: /\/p\/[\w-]+$/, beside: 'showWelcomeOnShare', reason: 'the same', example: 'r=1abc2' },
  { names: 'r', at: /\/p\/[\w-]+$/, beside: 'triedRedirect', reason: 'the same', example: 'r=1abc2' },
  {
    names: 'showWelcome showWelcomeOnShare triedRedirect isFreemail',
    reason: 'detours of Substack',
    example: 'triedRedirect=true',
  },
  {
    names: 'publication_id post_id',
    beside: 'isFreemail',
    reason: 'the mail of Substack it was in',
    example: 'post_id=12',
  },
  {
    names: 'token',
    beside: 'isFreemail',
    reason: 'logs in as the reader of a mail of Substack',
    example: 'token=eyJ1',
  },
  { names: 'token', sites: 'substack.com', value: /^eyJ/, reason: 'logs in as the reader', example: 'token=eyJ1' },
  // Journals and libraries
  {
    names: 'error',
    sites: SPRINGER,
    value: /^cookies_not_supported$/,
    reason: 'a detour of the publisher',
    example: 'error=cookies_not_supported',
  },
  { names: 'code', sites: SPRINGER, beside: 'error=cookies_not_supported', reason: 'the same', example: 'code=1f-2a' },
  { names: 'sap-outbound-id', reason: 'the reader of a mail of Springer', example: 'sap-outbound-id=1F' },
  {
    names: 'dgcid',
    sites: 'sciencedirect.com cell.com thelancet.com elsevier.com',
    reason: 'the mail it was in',
    example: 'dgcid=raven_sd',
  },
  {
    names: 'af campaign',
    sites: 'wiley.com acm.org tandfonline.com sagepub.com annualreviews.org liebertpub.com',
    value: /^(?:R|wo.*)$/,
    reason: 'the feed or the mail it was in',
    example: 'af=R',
  },
  { names: 'via%3dihub', sites: 'sciencedirect.com', reason: 'where it was found', example: 'via%3Dihub' },
  { names: 'via', sites: 'sciencedirect.com', value: /^ihub$/, reason: 'the same', example: 'via=ihub' },
  { names: 'refreqid', sites: 'jstor.org', reason: 'how it was searched', example: 'refreqid=fastly' },
  { names: 'fc ff v', sites: 'pubmed.ncbi.nlm.nih.gov', reason: 'the feed it was in', example: 'fc=2022' },
  {
    names: 'from_term from_sort from_pos from_page from_filter from_exact_term',
    sites: 'pubmed.ncbi.nlm.nih.gov',
    reason: 'how it was searched',
    example: 'from_pos=3',
  },
  {
    names: '_sg* enrichId enrichSource _esc _tp',
    sites: 'researchgate.net',
    reason: 'where on the site it was found',
    example: 'enrichId=rgreq',
  },
  { names: 'ref', sites: 'acm.org', value: /^(?:rss|fullsearch)$/, reason: 'the feed it was in', example: 'ref=rss' },
  {
    names: 'swoff email_work_card ri_id',
    sites: 'academia.edu',
    reason: 'the reader of a mail',
    example: 'email_work_card=title',
  },
  { names: 'uclick_id spJobID', sites: 'ieee.org', reason: 'the mail it was in', example: 'uclick_id=1f' },
  // Work
  { names: 'gh_src', reason: 'where a job of Greenhouse was advertised', example: 'gh_src=3f2' },
  {
    names: 'lever-source* lever-origin',
    reason: 'where a job of Lever was advertised',
    example: 'lever-source=LinkedIn',
  },
  { names: 'iisn', reason: 'where a job of iCIMS was advertised', example: 'iisn=Indeed-Organic' },
  {
    names: 'mobile width height bga needsredirect jan1offset jun1offset',
    sites: 'icims.com',
    reason: 'the screen and the clock of the reader',
    example: 'jan1offset=-300',
  },
  { names: 'iis _ccid ittk indeed-apply-token', beside: 'iisn', reason: 'the same', example: 'iis=Job+Board' },
  {
    names: 'source',
    sites: 'myworkdayjobs.com',
    reason: 'where a job of Workday was advertised',
    example: 'source=Linkedin',
  },
  {
    names: 'from alid advn adid ad xkcb xpse atk sjdu',
    sites: 'indeed.com indeed.*',
    reason: 'where on Indeed it was found',
    example: 'xkcb=So1',
  },
  {
    names: 'src',
    sites: 'ashbyhq.com smartrecruiters.com',
    value: /^[a-z_+%-]+$/i,
    reason: 'where a job was advertised',
    example: 'src=LinkedIn',
  },
  { names: 'pvs', sites: 'notion.so notion.site', reason: 'how it was shared', example: 'pvs=4' },
  {
    names: 'source',
    sites: 'notion.so notion.site',
    value: /^copy_link$/,
    reason: 'how it was shared',
    example: 'source=copy_link',
  },
  { names: 't fuid', sites: 'figma.com', reason: 'who shared it', example: 't=aB1c-0' },
  {
    names: 'notification_referrer_id email_token email_source',
    sites: 'github.com',
    reason: 'the reader of a notice',
    example: 'email_token=AB1',
  },
  {
    names: 'lq rq so_medium so_source newreg cb',
    sites: 'stackoverflow.com stackexchange.com serverfault.com superuser.com askubuntu.com',
    reason: 'where on the site it was found',
    example: 'rq=1',
  },
  { names: 'trk', sites: 'amazon.com awscloud.com', reason: 'campaign', example: 'trk=ha_blog' },
  {
    names: 'sc_cid intcmp',
    sites: 'redhat.com',
    reason: 'campaign; `sc_lang` is a language',
    example: 'sc_cid=701f',
  },
  { names: 'sdid mv trackingid promoid', sites: 'adobe.com', reason: 'campaign', example: 'sdid=TY5' },
  { names: 'aff', sites: 'eventbrite.com eventbrite.*', reason: 'who advertised it', example: 'aff=ebdssbdestsearch' },
  {
    names: 'eventOrigin recId recSource searchId rv _xtd _af isFirstPublish',
    sites: 'meetup.com',
    reason: 'where on the site it was found',
    example: 'recSource=x',
  },
  {
    names: 'mc_phishing_protection_id',
    reason: 'a detour of a filter of mail',
    example: 'mc_phishing_protection_id=28047',
  },
  {
    names: '_pos _sid _psq _fid',
    beside: '_ss',
    reason: 'what was searched in a shop of Shopify',
    example: '_pos=1',
  },
  { names: '_ss', beside: '_sid', value: /^[a-z]$/, reason: 'the same', example: '_ss=r' },
  { names: 'snr', sites: 'steampowered.com', reason: 'where on the site it was found', example: 'snr=1_7_7' },
  // Shops
  {
    names:
      'ref_ ref pd_rd_* pf_rd_* content-id qid sr sprefix crid dib dib_tag _encoding refrid colid coliid spIA dchild cv_ct_cx __mk_* aaxitk',
    sites: 'amazon.*',
    except: 'aws.amazon.com',
    reason: 'where on Amazon it was found',
    example: 'pd_rd_w=x',
  },
  {
    names: 'keywords',
    sites: 'amazon.*',
    at: /\/(?:dp|gp\/product)\//,
    reason: 'what was searched',
    example: 'keywords=lathe',
  },
  { names: 'ref_ pf_rd_*', sites: 'imdb.com', reason: 'where on the site it was found', example: 'ref_=nv_sr' },
  {
    names: 'ref ac rank from_search from_srp qid',
    sites: 'goodreads.com',
    reason: 'how it was searched',
    example: 'from_search=true',
  },
  {
    names: 'click_key click_sum ref ga_* organic_search_click frs sts external',
    sites: 'etsy.com',
    reason: 'how it was searched',
    example: 'click_key=1f',
  },
  {
    names: '_trkparms _trksid _from amdata hash mkevt mkcid mkrid',
    sites: 'ebay.*',
    reason: 'how it was searched',
    example: '_trksid=p2',
  },
  {
    names:
      'spm scm pvid algo_pvid algo_expid algo_exp_id btsid ws_ab_test pdp_npi curpageloguid gps-id scm-url scm_id utparam-url',
    sites: SHOPS,
    reason: 'where on the site it was found',
    example: 'scm=1007.1',
  },
  { names: 'scm', beside: 'spm', reason: 'where in a shop it was found', example: 'scm=1007.1' },
  { names: 'spm', value: /^[\w-]+(?:\.[\w-]+){2,}$/, reason: 'the same', example: 'spm=a2g0o.detail.0.0' },
  {
    names: 'ath* wmlspartner veh sourceid',
    sites: 'walmart.com',
    reason: 'where on the site it was found',
    example: 'athbdg=L1',
  },
  {
    names: 'sid label srpvid srepoch srpepoch',
    sites: 'booking.com',
    reason: 'who advertised it',
    example: 'label=gen173',
  },
  {
    names:
      'source_impression_id federated_search_id federated_search_session_id previous_page_section_name search_mode',
    sites: 'airbnb.*',
    reason: 'how it was searched',
    example: 'source_impression_id=p3',
  },
];

/** The same in the path of an address, in front of its query. */
export const TRACKING_PATHS: readonly { cut: RegExp; sites?: string; reason: string; example: string }[] = [
  { cut: /;jsessionid=[^/?#;]*/i, reason: 'the reader’s session', example: '/x;jsessionid=4F1C.node1' },
  { cut: /\/ref=[^/?#]*$/, sites: 'amazon.*', reason: 'where on Amazon it was found', example: '/dp/B01/ref=sr_1_1' },
];

/** Whether a parameter counts readers. */
export const isTracking = judgeBy(TRACKING);

/** The same, by the rules that hold on every site. */
export const isTrackingAnywhere = judgeBy(
  TRACKING.filter(({ sites, at, beside }) => sites === undefined && at === undefined && beside === undefined),
);
