import { describe, expect, test } from 'vitest';
import { addressKey, cleanAddress } from '../../src/domain/address.ts';
import { cautionOf } from '../../src/domain/caution.ts';

/** Addresses as they come out of mails, apps and searches: what is copied, and what is printed. */
const CLEANED: readonly (readonly [string, string, string])[] = [
  // Mail
  ['Mailchimp', 'https://a.example/x?mc_cid=0f3a1b2c4d&mc_eid=9c1d0e2f3a', 'https://a.example/x'],
  [
    'Mailchimp, as Google counts it',
    'https://a.example/x?utm_source=Rope&utm_campaign=5f-EMAIL_2031&utm_medium=email&utm_term=0_1a2b-5f-123',
    'https://a.example/x',
  ],
  [
    'HubSpot',
    'https://a.example/x?utm_campaign=Q1&_hsenc=p2ANqtz-9x&_hsmi=230112345&hsCtaTracking=1f-2a%7C3b',
    'https://a.example/x',
  ],
  [
    'HubSpot’s advertisements',
    'https://a.example/x?hsa_acc=1&hsa_cam=2&hsa_grp=3&hsa_ver=3&id=7',
    'https://a.example/x?id=7',
  ],
  ['Marketo', 'https://a.example/x?mkt_tok=MDAwLUFBQS0wMDAAAAG', 'https://a.example/x'],
  ['Klaviyo', 'https://a.example/x?_kx=AbC_1.XyZ&tw_source=klaviyo&tw_medium=flow', 'https://a.example/x'],
  ['Klaviyo, with its profile', 'https://a.example/x?nb_klid=01HX&utm_source=Klaviyo', 'https://a.example/x'],
  [
    'Beehiiv',
    'https://www.letter.example/p/rope?_bhlid=7fdd4a26&utm_source=www.letter.example&utm_medium=newsletter&utm_campaign=rope',
    'https://www.letter.example/p/rope',
  ],
  ['Kit', 'https://a.example/x?ck_subscriber_id=2201234567&sh_kit=1a2b', 'https://a.example/x'],
  [
    'Kit’s counter',
    'https://click.convertkit-mail.com/abc/def/aHR0cHM6Ly9hLmV4YW1wbGUveD9pZD03',
    'https://a.example/x?id=7',
  ],
  [
    'Substack’s counter',
    'https://substack.com/redirect/2/eyJlIjoiaHR0cHM6Ly9hLmV4YW1wbGUveD91dG1fc291cmNlPXN1YnN0YWNrIn0.abc',
    'https://a.example/x',
  ],
  [
    'Substack, from its app',
    'https://letter.substack.com/p/rope?r=1abc2&utm_campaign=post&utm_medium=web&triedRedirect=true',
    'https://letter.substack.com/p/rope',
  ],
  [
    'Substack, opened from the list',
    'https://open.substack.com/pub/letter/p/rope?r=1abc2&utm_medium=ios',
    'https://open.substack.com/pub/letter/p/rope',
  ],
  ['Ghost', 'https://a.example/x/?ref=letter.news', 'https://a.example/x/'],
  ['Ghost, with its proof of a member', 'https://a.example/x/?ref=rope-letters-newsletter', 'https://a.example/x/'],
  [
    'Ghost, with the member’s number',
    'https://a.example/x/?attribution_id=63f1&attribution_type=post&ref=www.letter.co',
    'https://a.example/x/',
  ],
  ['Buttondown', 'https://a.example/x?utm_source=buttondown&utm_medium=email&utm_campaign=rope', 'https://a.example/x'],
  ['Campaign Monitor', 'https://a.example/x?cmid=1a2b3c4d&utm_medium=email', 'https://a.example/x?cmid=1a2b3c4d'],
  ['ActiveCampaign', 'https://a.example/x?vgo_ee=HJLIy7px%2Ff', 'https://a.example/x'],
  ['Salesforce', 'https://a.example/x?sfmc_id=12&sfmc_activityid=1f-2a&utm_id=5', 'https://a.example/x'],
  ['Pardot', 'https://a.example/x?pi_ad_id=1&pi_campaign_id=2', 'https://a.example/x'],
  // Clicks
  ['Google', 'https://a.example/x?gclid=Cj0KCQ&gad_source=1&gbraid=0AAA&gclsrc=aw.ds', 'https://a.example/x'],
  ['Google’s shopping', 'https://a.example/x?srsltid=AfmBOo', 'https://a.example/x'],
  ['Google Analytics from site to site', 'https://a.example/x?_gl=1*1abc*_ga*MTIz', 'https://a.example/x'],
  ['Facebook', 'https://a.example/x?fbclid=IwAR0x&id=7', 'https://a.example/x?id=7'],
  ['Twitter', 'https://a.example/x?twclid=2-4x', 'https://a.example/x'],
  ['LinkedIn', 'https://a.example/x?li_fat_id=7a1&trk=public_post', 'https://a.example/x?trk=public_post'],
  [
    'LinkedIn, its own post',
    'https://www.linkedin.com/posts/ada_rope-activity-7000-AbCd?utm_source=share&utm_medium=member_desktop&rcm=ACoAA',
    'https://www.linkedin.com/posts/ada_rope-activity-7000-AbCd',
  ],
  [
    'LinkedIn, an article',
    'https://www.linkedin.com/pulse/rope-ada-quill?trackingId=a%2Bb%3D%3D&lipi=urn%3Ali%3Apage',
    'https://www.linkedin.com/pulse/rope-ada-quill',
  ],
  [
    'TikTok',
    'https://www.tiktok.com/@ada/video/7000?is_from_webapp=1&sender_device=pc&web_id=7',
    'https://www.tiktok.com/@ada/video/7000',
  ],
  ['TikTok’s advertisements', 'https://a.example/x?ttclid=E.C.P', 'https://a.example/x'],
  ['Instagram', 'https://www.instagram.com/p/Cabc/?igsh=MzRlODBiNWFlZA%3D%3D', 'https://www.instagram.com/p/Cabc/'],
  [
    'Instagram, older',
    'https://www.instagram.com/reel/Cabc/?igshid=MzRl&utm_source=ig_web_copy_link',
    'https://www.instagram.com/reel/Cabc/',
  ],
  ['Threads', 'https://www.threads.net/@ada/post/Cabc?xmt=AQG&slof=1', 'https://www.threads.net/@ada/post/Cabc'],
  ['Microsoft', 'https://a.example/x?msclkid=6a1b', 'https://a.example/x'],
  ['Yandex', 'https://a.example/x?ysclid=lk1&yclid=5', 'https://a.example/x'],
  ['Pinterest', 'https://a.example/x?epik=dj0y&pp=0&id=7', 'https://a.example/x?pp=0&id=7'],
  ['Reddit’s advertisements', 'https://a.example/x?rdt_cid=493', 'https://a.example/x'],
  [
    'Bing’s copilot and others that say who sent one',
    'https://a.example/x?utm_source=chatgpt.com',
    'https://a.example/x',
  ],
  // Video and sound
  [
    'YouTube',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=Zx9&feature=shared&t=43s',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s',
  ],
  ['YouTube, short', 'https://youtu.be/dQw4w9WgXcQ?si=Zx9&t=43', 'https://youtu.be/dQw4w9WgXcQ?t=43'],
  [
    'YouTube, a list',
    'https://www.youtube.com/playlist?list=PL1abc&si=Zx9',
    'https://www.youtube.com/playlist?list=PL1abc',
  ],
  [
    'YouTube, a search’s mark',
    'https://www.youtube.com/watch?v=abc&pp=ygUEcm9wZQ%3D%3D&ab_channel=Ada',
    'https://www.youtube.com/watch?v=abc',
  ],
  ['YouTube Music', 'https://music.youtube.com/watch?v=abc&si=Zx9', 'https://music.youtube.com/watch?v=abc'],
  [
    'Spotify',
    'https://open.spotify.com/episode/4abc?si=8f2&nd=1&dlsi=1f&t=120',
    'https://open.spotify.com/episode/4abc?t=120',
  ],
  [
    'Apple Podcasts',
    'https://podcasts.apple.com/us/podcast/rope/id5?i=1000600&uo=4',
    'https://podcasts.apple.com/us/podcast/rope/id5?i=1000600',
  ],
  [
    'SoundCloud',
    'https://soundcloud.com/ada/rope?si=1f&utm_source=clipboard&utm_medium=text',
    'https://soundcloud.com/ada/rope',
  ],
  ['Vimeo', 'https://vimeo.com/900000001?share=copy&fl=sv&fe=ci', 'https://vimeo.com/900000001'],
  // Newspapers
  [
    'New York Times',
    'https://www.nytimes.com/2031/02/27/science/knots.html?unlocked_article_code=1.ab0.cd&smid=url-share&referringSource=articleShare',
    'https://www.nytimes.com/2031/02/27/science/knots.html?unlocked_article_code=1.ab0.cd',
  ],
  [
    'New York Times, by mail',
    'https://www.nytimes.com/2031/02/27/science/knots.html?campaign_id=9&emc=edit_nn_20310227&instance_id=1&nl=the-morning&regi_id=7&segment_id=2&te=1&user_id=0a',
    'https://www.nytimes.com/2031/02/27/science/knots.html',
  ],
  [
    'Washington Post',
    'https://www.washingtonpost.com/science/2031/02/27/knots/?itid=hp-top-table-main_p001_f001&utm_source=twitter',
    'https://www.washingtonpost.com/science/2031/02/27/knots/',
  ],
  ['Washington Post, a gift', 'https://wapo.st/4abc?pwapi_token=eyJ0', 'https://wapo.st/4abc?pwapi_token=eyJ0'],
  [
    'Bloomberg, a gift',
    'https://www.bloomberg.com/news/articles/2031-02-27/knots?accessToken=eyJ0&leadSource=uverify%20wall&srnd=premium',
    'https://www.bloomberg.com/news/articles/2031-02-27/knots?accessToken=eyJ0',
  ],
  [
    'Guardian',
    'https://www.theguardian.com/world/2031/feb/27/knots?CMP=Share_iOSApp_Other',
    'https://www.theguardian.com/world/2031/feb/27/knots',
  ],
  [
    'Guardian, a place in a live page',
    'https://www.theguardian.com/world/live/2031/feb/27/knots?page=with%3Ablock-65ab&CMP=twt#block-65ab',
    'https://www.theguardian.com/world/live/2031/feb/27/knots?page=with%3Ablock-65ab#block-65ab',
  ],
  [
    'Wall Street Journal',
    'https://www.wsj.com/articles/knots-1a2b?st=abc&reflink=desktopwebshare_permalink',
    'https://www.wsj.com/articles/knots-1a2b?st=abc',
  ],
  [
    'BBC',
    'https://www.bbc.com/news/articles/c0abc?at_medium=RSS&at_campaign=rss&xtor=AL-72',
    'https://www.bbc.com/news/articles/c0abc',
  ],
  [
    'Le Monde',
    'https://www.lemonde.fr/a/2031/02/27/x_1.html?lmd_medium=al&lmd_campaign=envoye-par-appli&lmd_creation=ios&lmd_source=default',
    'https://www.lemonde.fr/a/2031/02/27/x_1.html',
  ],
  ['Spiegel', 'https://www.spiegel.de/x-a-1f?sara_ref=re-so-tw-sh', 'https://www.spiegel.de/x-a-1f'],
  ['Zeit', 'https://www.zeit.de/x?wt_zmc=sm.int.zonaudev.twitter&utm_content=1', 'https://www.zeit.de/x'],
  ['Financial Times', 'https://www.ft.com/content/1f-2a?shareType=nongift', 'https://www.ft.com/content/1f-2a'],
  [
    'Wired',
    'https://www.wired.com/story/knots/?mbid=social_twitter&bxid=5be&cndid=1&esrc=x&source=Email_0',
    'https://www.wired.com/story/knots/',
  ],
  [
    'The Verge and its kin',
    'https://www.theverge.com/1/knots?view_token=eyJh&utm_content=gifted',
    'https://www.theverge.com/1/knots?view_token=eyJh',
  ],
  [
    'Medium',
    'https://medium.com/rope-co/knots-1a2b3c4d5e6f?source=rss----f107b03c406e---4&gi=1a2b3c4d5e6f&sk=9f',
    'https://medium.com/rope-co/knots-1a2b3c4d5e6f?sk=9f',
  ],
  // Shops
  [
    'Amazon',
    'https://www.amazon.com/Rope-Knots/dp/B0ABC?ref=sr_1_1&tag=ada-20&pf_rd_p=1&pf_rd_r=2&pd_rd_w=3&th=1&psc=1',
    'https://www.amazon.com/Rope-Knots/dp/B0ABC?tag=ada-20&th=1&psc=1',
  ],
  [
    'Amazon, by its path',
    'https://www.amazon.de/dp/B0ABC/ref=cm_sw_r_cp_api?language=en_GB',
    'https://www.amazon.de/dp/B0ABC?language=en_GB',
  ],
  [
    'Shopify',
    'https://shop.example/products/rope?_pos=1&_sid=4f1c&_ss=r&variant=42',
    'https://shop.example/products/rope?variant=42',
  ],
  ['Wikipedia', 'https://en.wikipedia.org/wiki/Bowline?wprov=sfla1', 'https://en.wikipedia.org/wiki/Bowline'],
  ['Readwise', 'https://a.example/x?__readwiseLocation=3', 'https://a.example/x'],
  ['eBay', 'https://www.ebay.com/itm/123?_trkparms=a&mkcid=16&mkevt=1&var=5', 'https://www.ebay.com/itm/123?var=5'],
  // Reddit, X
  [
    'Reddit',
    'https://www.reddit.com/r/knots/comments/1abc/rope/?share_id=Ab1&utm_medium=ios_app&utm_name=iossmf&rdt=5',
    'https://www.reddit.com/r/knots/comments/1abc/rope/',
  ],
  ['X', 'https://x.com/ada/status/1?s=46&t=Ab-1', 'https://x.com/ada/status/1'],
  // Wrappers
  [
    'safelinks',
    'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx%3Fid%3D7%26utm_source%3Dn&data=05%7C02%7Cada%40b.example&sdata=x&reserved=0',
    'https://a.example/x?id=7',
  ],
  [
    'safelinks, copied out of HTML',
    'https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Fa.example%2Fx&amp;data=05',
    'https://a.example/x',
  ],
  [
    'Proofpoint 2',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x-3Fid-3D7-26utm-5Fsource-3Dn&d=DwMFaQ&c=1',
    'https://a.example/x?id=7',
  ],
  [
    'Proofpoint 3',
    'https://urldefense.com/v3/__https://a.example/x?id=7&utm_source=n__;!!Abc!Xy$',
    'https://a.example/x?id=7',
  ],
  [
    'Proofpoint 3, with a part',
    'https://urldefense.com/v3/__https://a.example/x*part__;Iw!!Abc!Xy$',
    'https://a.example/x#part',
  ],
  ['Mimecast tells nothing', 'https://protect-us.mimecast.com/s/AbCd', 'https://protect-us.mimecast.com/s/AbCd'],
  ['Google’s copy for phones', 'https://www.google.com/amp/s/a.example/x/amp/', 'https://a.example/x/amp/'],
  [
    'Google’s result',
    'https://www.google.com/url?sa=t&rct=j&q=&esrc=s&source=web&cd=&ved=2ah&url=https%3A%2F%2Fa.example%2Fx%3Fid%3D7&usg=AOv',
    'https://a.example/x?id=7',
  ],
  [
    'Google’s alerts',
    'https://www.google.com/url?rct=j&sa=t&url=https://a.example/x&ct=ga&cd=CAEY&usg=AOv',
    'https://a.example/x',
  ],
  ['Facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3DIw&h=AT0', 'https://a.example/x'],
  ['Instagram', 'https://l.instagram.com/?u=https%3A%2F%2Fa.example%2F&e=AT0', 'https://a.example/'],
  [
    'LinkedIn',
    'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fa%2Eexample%2Fx&urlhash=1a',
    'https://a.example/x',
  ],
  [
    'LinkedIn, the warning',
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.example%2Fx&trk=x',
    'https://a.example/x',
  ],
  ['Slack', 'https://slack-redir.net/link?url=https%3A%2F%2Fa.example%2Fx&v=3', 'https://a.example/x'],
  ['Bluesky', 'https://go.bsky.app/redirect?u=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
  [
    'Google News in Outlook',
    'https://news.google.com/articles/CBMiabc?hl=en-US&gl=US&ceid=US%3Aen',
    'https://news.google.com/articles/CBMiabc?hl=en-US&gl=US&ceid=US%3Aen',
  ],
  ['Feedburner', 'https://feedproxy.google.com/~r/Rope/~3/abc/x', 'https://feedproxy.google.com/~r/Rope/~3/abc/x'],
  ['archive.org’s own page', 'https://archive.org/details/rope?utm_source=n', 'https://archive.org/details/rope'],
  ['a passage', 'https://a.example/x?id=7#:~:text=seven%20knots', 'https://a.example/x?id=7'],
];

describe('what is copied is printed without what tells who copied it', () => {
  test.each(CLEANED)('%s: %s', (_, address, printed) => {
    expect(cleanAddress(address).address).toBe(printed);
    expect(cleanAddress(printed)).toEqual({ address: printed, removed: [] });
    expect(addressKey(address)).toBe(addressKey(printed));
  });
});

describe('what looks alike is the page’s own', () => {
  test.each([
    ['a branch', 'https://raw.githubusercontent.com/a/b/x?ref=main'],
    ['a branch, of the interface', 'https://api.github.com/repos/a/b/contents/x?ref=main'],
    ['a tab', 'https://github.com/a/b?tab=readme-ov-file#install'],
    ['an old WordPress', 'https://a.example/?p=123'],
    ['a page of a list', 'https://a.example/list?page=2&sort=new'],
    ['a search', 'https://a.example/?q=rope&source=books'],
    ['a language', 'https://a.example/x?lang=de&hl=de&locale=de_DE'],
    ['where in a film', 'https://www.youtube.com/watch?v=abc&t=1h2m3s'],
    ['where in a list', 'https://www.youtube.com/watch?v=abc&list=PL1&index=2'],
    ['a value that is called si', 'https://a.example/convert?si=metres&us=feet'],
    ['a source that is a file', 'https://a.example/view?source=report.pdf'],
    ['a source of news', 'https://a.example/feed?source=reuters'],
    ['a code of a shop', 'https://a.example/x?ref=chapter-3&variant=42'],
    ['a referrer of a library', 'https://catalog.example/record?ref=12345'],
    ['a part of a book', 'https://books.google.com/books?id=abc&pg=PA7&dq=rope'],
    ['a patent', 'https://patents.google.com/patent/US1234567A/en?oq=US1234567'],
    ['a scholar’s page', 'https://scholar.google.com/citations?user=abc&hl=en'],
    ['a map', 'https://www.openstreetmap.org/?mlat=1&mlon=2#map=12/1/2'],
    ['a list of mails', 'https://lore.example/list/?q=rope&x=A'],
    ['a bug', 'https://bugzilla.mozilla.org/show_bug.cgi?id=7'],
    ['a question', 'https://a.example/answers?answertab=votes#tab-top'],
    ['a notebook', 'https://colab.research.google.com/drive/1abc?usp=drive_fs'],
    ['a parliament', 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32031R0001'],
    ['a shop’s own', 'https://a.example/x?_sid=4f1c&_pos=7'],
    ['a version that is called like a site', 'https://a.example/x?ref=release.2031'],
    ['a working paper', 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5000001'],
    ['a package', 'https://a.example/x?id=rope&via=npm'],
    ['an article’s number', 'https://news.example/article.php?cid=123&sid=4'],
    ['a form', 'https://docs.google.com/forms/d/e/1/viewform?usp=pp_url&entry.1=a'],
    ['a short address of Twitter', 'https://t.co/Tmd099Y4pI'],
    ['a short address', 'https://bit.ly/3abc'],
    ['a short address of Amazon', 'https://amzn.to/3abc'],
    ['an archive', 'https://web.archive.org/web/20310227000000*/https://a.example/?utm_source=n'],
    ['another archive', 'https://archive.is/newest/https://a.example/x?fbclid=1'],
    ['perma.cc', 'https://perma.cc/AB12-CD34'],
    ['a preview of a theme', 'https://a.example/?preview_id=7&v=2'],
    ['a file by its time', 'https://cdn.example/x.pdf?v=1929952800'],
    ['a game', 'https://a.example/play?s=abc&e=2'],
    ['a Matrix room', 'https://matrix.to/#/#rope:a.example?via=a.example'],
    ['a playground', 'https://play.example/?version=stable&mode=debug&edition=2031&gist=1f'],
    ['a standard', 'https://www.iso.example/obp/ui/#iso:std:iso:1:ed-1:v1:en'],
  ])('%s: %s', (_, address) => {
    expect(cleanAddress(address)).toEqual({ address, removed: [] });
  });
});

describe('what is pointed out', () => {
  test.each([
    ['https://www-jstor-org.ezproxy.uni.example/stable/1', 'proxy', 'https://www.jstor.org/stable/1'],
    [
      'https://ezproxy.uni.example/login?url=https://www.jstor.org/stable/1?seq=2',
      'proxy',
      'https://www.jstor.org/stable/1?seq=2',
    ],
    ['https://www.a.example/x/amp', 'copy', 'https://www.a.example/x'],
    ['https://a.example/x?sharing_token=Zx81', 'reader', 'https://a.example/x'],
    ['https://letter.us1.list-manage.com/track/click?u=1&id=2&e=3', 'counter', null],
    ['https://link.mail.beehiiv.com/ss/c/u001.abc', 'counter', null],
    ['https://email.mg1.substack.com/c/eJwabc', 'counter', null],
    ['https://click.mlsend.com/link/c/abc', 'counter', null],
    ['https://d1abc.hubspotlinks.com/Ctc/abc', 'counter', null],
    ['https://trk.klclick1.com/ls/click?upn=x', 'counter', null],
    ['https://protect-us.mimecast.com/s/AbCd', 'wrapper', null],
  ])('%s', (address, why, offered) => {
    expect(cautionOf(address)).toEqual({ why, offered });
  });
});
