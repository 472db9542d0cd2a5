/** A parameter that says something about the one who copied the address, and nothing about the page. */
export interface ParameterRule {
  /** Its exact name, or a prefix when it ends in `*`; an expression is asked about the whole parameter. */
  name: string | RegExp;
  /** Only on these sites: the end of the host's name. Short names are essential elsewhere. */
  sites?: readonly string[];
  /** Only beside this other parameter. */
  beside?: string;
  reason: string;
  example: string;
}

/**
 * What is cut out of an address: names that no site uses for its content, and short names (`s`, `t`, `source`) on the
 * sites where they are known to count readers. Never in it, because they are gifts to the reader: Medium's `sk`, the
 * `unlocked_article_code` of the New York Times, `gift` and `accessToken` elsewhere; nor `src` (essential in 600 of 610),
 * `px`, `pk_no`, and YouTube's `t`.
 */
export const TRACKING: readonly ParameterRule[] = [
  { name: 'utm_*', reason: 'campaign of Google Analytics and everyone after it', example: 'utm_source=newsletter' },
  { name: 'fbclid', reason: 'click on Facebook', example: 'fbclid=IwAR0x' },
  { name: 'gclid', reason: 'click on a Google advertisement', example: 'gclid=Cj0KCQ' },
  { name: 'dclid', reason: 'click on a Google display advertisement', example: 'dclid=CIa' },
  { name: 'gbraid', reason: 'click on a Google advertisement in an app', example: 'gbraid=0AAA' },
  { name: 'wbraid', reason: 'click on a Google advertisement towards an app', example: 'wbraid=Cj8K' },
  { name: 'msclkid', reason: 'click on a Microsoft advertisement', example: 'msclkid=6a1b' },
  { name: 'twclid', reason: 'click on Twitter', example: 'twclid=2-4x' },
  { name: 'igshid', reason: 'who shared it on Instagram', example: 'igshid=MzRl' },
  { name: 'yclid', reason: 'click on a Yandex advertisement', example: 'yclid=5123' },
  { name: 'mc_cid', reason: 'campaign of Mailchimp', example: 'mc_cid=0f3a' },
  { name: 'mc_eid', reason: 'the reader’s own number at Mailchimp', example: 'mc_eid=9c1d' },
  { name: '_hsenc', reason: 'the reader’s own number at HubSpot', example: '_hsenc=p2ANqtz' },
  { name: '_hsmi', reason: 'mail of HubSpot', example: '_hsmi=2301' },
  { name: 'mkt_tok', reason: 'the reader’s own number at Marketo', example: 'mkt_tok=eyJp' },
  { name: 'oly_enc_id', reason: 'the reader’s own number at Omeda', example: 'oly_enc_id=1234A' },
  { name: 'vero_id', reason: 'the reader’s own number at Vero', example: 'vero_id=a%40b.example' },
  {
    name: 'scheduled_corpus_item_id',
    reason: 'recommended on a new tab of Firefox',
    example: 'scheduled_corpus_item_id=859e',
  },
  { name: 'sponsored', beside: 'scheduled_corpus_item_id', reason: 'the same', example: 'sponsored=0' },
  { name: 'position', beside: 'scheduled_corpus_item_id', reason: 'the same', example: 'position=3' },
  {
    name: /^[A-Z][A-Z0-9]+[-_]\d{4}_\d{2}_\d{2}=?$/,
    reason: 'a campaign and its day, no value',
    example: 'SPONSOR-2022_08_09',
  },
  { name: 's', sites: ['twitter.com', 'x.com'], reason: 'from which app it was shared', example: 's=20' },
  { name: 't', sites: ['twitter.com', 'x.com'], reason: 'who shared it', example: 't=a1B2' },
  { name: 'ref_src', reason: 'embedded by Twitter', example: 'ref_src=twsrc%5Etfw' },
  {
    name: 'ref_url',
    beside: 'ref_src',
    reason: 'the page that embedded it',
    example: 'ref_url=https%3A%2F%2Fa.example',
  },
  { name: '__twitter_impression', reason: 'opened in Twitter', example: '__twitter_impression=true' },
  { name: 'si', sites: ['youtube.com', 'youtu.be', 'spotify.com'], reason: 'who shared it', example: 'si=Zx9' },
  { name: 'feature', sites: ['youtube.com'], reason: 'where on the site it was found', example: 'feature=youtu.be' },
  { name: 'igsh', sites: ['instagram.com'], reason: 'who shared it', example: 'igsh=MzRl' },
  { name: 'smid', sites: ['nytimes.com'], reason: 'how it was shared', example: 'smid=url-share' },
  { name: 'CMP', sites: ['theguardian.com'], reason: 'how it was shared', example: 'CMP=share_btn_tw' },
  { name: 'cmpid', sites: ['bloomberg.com'], reason: 'how it was shared', example: 'cmpid=socialflow' },
  {
    name: 'mod',
    sites: ['wsj.com', 'marketwatch.com', 'barrons.com'],
    reason: 'where on the site it was found',
    example: 'mod=hp_lead',
  },
  {
    name: 'mbid',
    sites: ['newyorker.com', 'wired.com', 'vanityfair.com'],
    reason: 'how it was shared',
    example: 'mbid=social_tw',
  },
  { name: 'ncid', sites: ['techcrunch.com'], reason: 'how it was shared', example: 'ncid=rss' },
  { name: 'guccounter', reason: 'detour over Yahoo’s consent page', example: 'guccounter=1' },
  { name: 'guce_referrer*', reason: 'the same', example: 'guce_referrer=aHR0' },
  { name: 'trk', sites: ['linkedin.com'], reason: 'where on the site it was found', example: 'trk=public_post' },
  { name: 'trackingId', sites: ['linkedin.com'], reason: 'the same', example: 'trackingId=x%3D' },
  { name: 'at_medium', reason: 'campaign of the BBC and others', example: 'at_medium=RSS' },
  { name: 'at_campaign', beside: 'at_medium', reason: 'the same', example: 'at_campaign=KARANGA' },
  { name: 'WT.mc_id', reason: 'campaign of Webtrends', example: 'WT.mc_id=DT-MVP-1' },
  { name: 'sc_cid', sites: ['redhat.com'], reason: 'campaign', example: 'sc_cid=701f' },
  { name: 'elqTrack*', reason: 'mail of Eloqua', example: 'elqTrackId=4e1' },
  { name: 'hss_channel', reason: 'campaign of HubSpot', example: 'hss_channel=tw-1' },
  { name: 'pk_campaign', reason: 'campaign of Matomo; pk_no is none', example: 'pk_campaign=mail' },
  { name: 'pk_kwd', reason: 'the same', example: 'pk_kwd=link' },
  { name: 'mtm_*', reason: 'the same, by its newer names', example: 'mtm_source=mail' },
  { name: 'source', sites: ['medium.com'], reason: 'where on the site it was found', example: 'source=rss' },
  {
    name: 'ref_',
    sites: ['amazon.com', 'amazon.co.uk', 'amazon.de'],
    reason: 'where on the site it was found',
    example: 'ref_=nav',
  },
  { name: 'pd_rd_*', sites: ['amazon.com', 'amazon.co.uk', 'amazon.de'], reason: 'the same', example: 'pd_rd_w=x' },
  { name: 'pf_rd_*', sites: ['amazon.com', 'amazon.co.uk', 'amazon.de'], reason: 'the same', example: 'pf_rd_p=x' },
  { name: 'gh_src', reason: 'where a job of Greenhouse was advertised', example: 'gh_src=3f2' },
  { name: 'lever-source*', reason: 'where a job of Lever was advertised', example: 'lever-source=LinkedIn' },
  { name: 'iisn', reason: 'where a job of iCIMS was advertised', example: 'iisn=Indeed-Organic' },
  { name: 'iis', beside: 'iisn', reason: 'the same', example: 'iis=Job+Board' },
  { name: '_ccid', beside: 'iisn', reason: 'the same', example: '_ccid=1584' },
  { name: 'ittk', beside: 'iisn', reason: 'the same', example: 'ittk=O854' },
];

/** The parameters of a query, as they stand between its `&`. */
type Parameters = readonly string[];

/**
 * Whether a parameter counts readers.
 *
 * @param site the host's name in small letters. @param all the whole query's parameters, this one included.
 */
export function isTracking(parameter: string, site: string, all: Parameters): boolean {
  return TRACKING.some((rule) => ruleApplies(rule, parameter, site, all));
}

/** Whether a rule means this parameter, on this site and in this company. */
export function ruleApplies(
  { name, sites, beside }: ParameterRule,
  parameter: string,
  site: string,
  all: Parameters,
): boolean {
  if (!matches(name, parameter)) return false;
  if (sites !== undefined && !sites.some((known) => site === known || site.endsWith(`.${known}`))) return false;
  return beside === undefined || all.some((other) => nameOf(other) === beside);
}

const nameOf = (parameter: string) => parameter.split('=', 1)[0] ?? '';

function matches(name: string | RegExp, parameter: string): boolean {
  if (typeof name !== 'string') return name.test(parameter);
  return name.endsWith('*') ? nameOf(parameter).startsWith(name.slice(0, -1)) : nameOf(parameter) === name;
}
