import { isTracking, type ParameterRule, ruleApplies } from '../../domain/tracking.ts';
import type { DiffPiece } from './finding.ts';

/** Parameters that say who copied the address: the same form, and stronger, because the reader could act as that person. */
const PERSONAL: readonly ParameterRule[] = [
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
  return cut(address, (parameter, site, all) => !isPersonal(parameter, site, all) && isTracking(parameter, site, all));
}

/** Parameters that name the reader. */
export function personalIn(address: string): Leftover {
  return cut(address, isPersonal);
}

type Parts = readonly string[];

const isPersonal = (parameter: string, site: string, all: Parts) =>
  PERSONAL.some((rule) => ruleApplies(rule, parameter, site, all));

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
