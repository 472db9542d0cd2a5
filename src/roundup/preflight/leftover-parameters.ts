import { TRACKING } from '../../domain/address.ts';
import type { DiffPiece } from './finding.ts';

/** A parameter that says something about the one who copied the address, and nothing about the page. */
interface LeftoverRule {
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
 * What TRACKING does not cut by itself when a page is saved, because it is sure on few sites only, or because a guess is
 * in it: here the editor sees what would go. Never in it, because they are gifts to the reader: Medium's `sk`, the
 * `unlocked_article_code` of the New York Times, `gift` and `accessToken` elsewhere.
 */
const LEFTOVERS: readonly LeftoverRule[] = [
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

/** Parameters that say who copied the address: the same form, and stronger, because the reader could act as that person. */
const PERSONAL: readonly LeftoverRule[] = [
  { name: 'mc_eid', reason: 'the reader’s own number at Mailchimp', example: 'mc_eid=9c1d' },
  {
    name: 'e',
    sites: ['list-manage.com', 'campaign-archive.com', 'mailchi.mp'],
    reason: 'the same; it can unsubscribe them',
    example: 'e=7cc492dc98',
  },
  { name: '_hsenc', reason: 'the reader’s own number at HubSpot', example: '_hsenc=p2ANqtz' },
  { name: 'mkt_tok', reason: 'the reader’s own number at Marketo', example: 'mkt_tok=eyJp' },
  { name: 'oly_enc_id', reason: 'the reader’s own number at Omeda', example: 'oly_enc_id=1234A' },
  { name: 'vero_id', reason: 'the reader’s own number at Vero', example: 'vero_id=abc' },
  { name: 'ck_subscriber_id', reason: 'the reader’s own number at ConvertKit', example: 'ck_subscriber_id=12' },
  { name: 'bxid', reason: 'the reader’s own number at Condé Nast', example: 'bxid=5be9' },
  { name: 'cndid', reason: 'the same', example: 'cndid=4412' },
  { name: 'sharing_token', reason: 'a share that is counted to the account', example: 'sharing_token=Zx81' },
  { name: 'midToken', sites: ['linkedin.com'], reason: 'the member who got the mail', example: 'midToken=AQF' },
  { name: 'midSig', sites: ['linkedin.com'], reason: 'the same', example: 'midSig=0x1' },
  { name: 'token', sites: ['substack.com'], reason: 'logs in as the reader', example: 'token=eyJ1' },
  { name: 'r', sites: ['substack.com'], reason: 'who recommended it', example: 'r=1abc2' },
  {
    name: /^[^=]*=[^=&@%]+(?:@|%40)[\w-]+(?:\.[\w-]+)+$/,
    reason: 'somebody’s mail address',
    example: 'u=ada%40b.example',
  },
];

/** What is left in an address that should go, and the address without it. */
export interface Leftover {
  parameters: string[];
  address: string;
  diff: DiffPiece[];
}

/** Parameters that count the reader, those that name them excepted. */
export function trackingIn(address: string): Leftover {
  return cut(address, (parameter, site, all) => {
    if (isPersonal(parameter, site, all)) return false;
    const byName = TRACKING.some(({ name }) => matches(name, parameter));
    return byName || LEFTOVERS.some((rule) => applies(rule, parameter, site, all));
  });
}

/** Parameters that name the reader. */
export function personalIn(address: string): Leftover {
  return cut(address, isPersonal);
}

type Parts = readonly string[];

const isPersonal = (parameter: string, site: string, all: Parts) =>
  PERSONAL.some((rule) => applies(rule, parameter, site, all));

function applies({ name, sites, beside }: LeftoverRule, parameter: string, site: string, all: Parts): boolean {
  if (!matches(name, parameter)) return false;
  if (sites !== undefined && !sites.some((known) => site === known || site.endsWith(`.${known}`))) return false;
  return beside === undefined || all.some((other) => nameOf(other) === beside);
}

const nameOf = (parameter: string) => parameter.split('=', 1)[0] ?? '';

function matches(name: string | RegExp, parameter: string): boolean {
  if (typeof name !== 'string') return name.test(parameter);
  return name.endsWith('*') ? nameOf(parameter).startsWith(name.slice(0, -1)) : nameOf(parameter) === name;
}

/** Cuts the string, never rebuilds it: rebuilding would encode anew what it keeps. */
function cut(address: string, isCut: (parameter: string, site: string, all: Parts) => boolean): Leftover {
  const [, head = '', query, fragment = ''] = /^(https?:\/\/[^?#]*)\?([^#]*)(#.*)?$/is.exec(address) ?? [];
  if (query === undefined) return { parameters: [], address, diff: [] };
  const site = (/^https?:\/\/(?:[^/@]*@)?([^/:]*)/i.exec(head)?.[1] ?? '').toLowerCase();
  const all = query.split('&');
  const parameters = all.filter((parameter) => parameter !== '' && isCut(parameter, site, all));
  if (parameters.length === 0) return { parameters, address, diff: [] };
  const kept = all.filter((parameter) => !parameters.includes(parameter));
  const isEmpty = kept.every((parameter) => parameter === '');
  const firstKept = all.findIndex((parameter) => !parameters.includes(parameter));
  const inQuery = all.map(
    (parameter, at): DiffPiece => ({
      text: at < firstKept ? `${parameter}&` : at === firstKept ? parameter : `&${parameter}`,
      what: parameters.includes(parameter) ? 'cut' : 'same',
    }),
  );
  const diff: DiffPiece[] = isEmpty
    ? [
        { text: head, what: 'same' },
        { text: `?${query}`, what: 'cut' },
      ]
    : [{ text: `${head}?`, what: 'same' }, ...inQuery];
  return {
    parameters,
    address: head + (isEmpty ? '' : `?${kept.join('&')}`) + fragment,
    diff: joined([...diff, { text: fragment, what: 'same' }]),
  };
}

/** Neighbours that share their fate as one piece. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const { text, what } of pieces) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.what === what) last.text += text;
    else result.push({ text, what });
  }
  return result;
}
