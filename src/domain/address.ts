/**
 * Three things are called address: the one that is printed (cleaned, shown, undone with one key), the original one, and
 * the key by which two addresses are known to be the same page. A query is never rebuilt, only cut: rebuilding it
 * re-encodes what it keeps.
 */

/** A query parameter that tells where the reader came from and nothing about the page. */
interface TrackingRule {
  /** Its exact name, or a prefix when it ends in `*`. */
  name: string;
  reason: string;
  example: string;
}

/**
 * Only names that no site uses for its content. Short names (`s`, `t`, `ref`, `source`) are essential on too many sites
 * to be cut everywhere.
 */
export const TRACKING: readonly TrackingRule[] = [
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
];

const isTracking = (name: string) =>
  TRACKING.some((rule) => (rule.name.endsWith('*') ? name.startsWith(rule.name.slice(0, -1)) : name === rule.name));

/** The printed form of an address, and the parameters that were cut out of it, in order. Idempotent. */
export function cleanAddress(address: string): { address: string; removed: string[] } {
  const [head, query, fragment] = splitAddress(address);
  if (query === null || !isWebAddress(address)) return { address, removed: [] };
  const removed: string[] = [];
  const kept = query.split('&').filter((parameter) => {
    const tracking = isTracking(parameter.split('=', 1)[0] ?? '');
    if (tracking) removed.push(parameter);
    return !tracking;
  });
  if (removed.length === 0) return { address, removed };
  const queryLeft = kept.some((parameter) => parameter !== '') ? `?${kept.join('&')}` : '';
  return { address: head + queryLeft + fragment, removed };
}

/**
 * The address that is printed for a page, from the one the browser shows: cleaned, and without the slash that browsers
 * add to a bare host and people do not write (58 of 69 in the first newsletter's archive).
 */
export function addressToPrint(original: string): { address: string; removed: string[] } {
  const { address, removed } = cleanAddress(original);
  return { address: /^https?:\/\/[^/?#]+\/$/i.test(address) ? address.slice(0, -1) : address, removed };
}

/**
 * What two addresses must share to be the same page: scheme, `www.`, default port, trailing slash, fragment, tracking
 * parameters and the order of the others do not count. Every other parameter does, and so does a fragment that is a
 * route (`#!…`, `#/…`): there the page is only named after the hash. What is no web address is its own key.
 */
export function addressKey(address: string): string {
  if (!isWebAddress(address)) return address;
  const { hostname, port, pathname, search, hash } = new URL(cleanAddress(address.trim()).address);
  const path = pathname.replace(/\/+$/, '');
  const parameters = search.slice(1).split('&').filter(Boolean).sort();
  const site = hostname.replace(/^www\./, '') + (port === '' ? '' : `:${port}`);
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return site + path + query + (/^#[!/]/.test(hash) ? hash : '');
}

/** The address as people read it: without `https://`, `www.` and the slash at its end. */
export function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

/** Whether readers can open it: an http or https address that parses. */
export function isWebAddress(address: string): boolean {
  return /^\s*https?:\/\//i.test(address) && parseAddress(address.trim()) !== null;
}

/** The address in its parts, or null. Not by URL.canParse: in Node 20 it refuses good umlaut domains once it is hot. */
export function parseAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/**
 * Every web address that stands in a text, in order: of links, of autolinks, and bare. A parenthesis that the address
 * did not open ends it, as in Markdown; Markdown's escapes are undone. Deliberately generous: it feeds the memory, not
 * the printer.
 */
export function addressesIn(text: string): string[] {
  const found: string[] = [];
  const start = /https?:\/\//gi;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const end = endOfAddress(text, start.lastIndex);
    const address = text
      .slice(match.index, end)
      .replace(/[.,;:!?'*_’”»…]+$/, '')
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      .replaceAll('&amp;', '&');
    if (isWebAddress(address)) found.push(address);
    start.lastIndex = end;
  }
  return found;
}

/** Where the address that reaches to `at` ends: before white space, quotes, `<`, or a bracket that it did not open. */
function endOfAddress(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    const char = text[end] ?? '';
    if (/[\s<>"`]/.test(char)) return end;
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth -= 1;
    if (depth < 0) return end;
  }
  return text.length;
}

/** Head, query (null: none) and fragment (with its `#`) of an address, so that they join to the very same string. */
function splitAddress(address: string): [string, string | null, string] {
  const hash = address.indexOf('#');
  const fragment = hash < 0 ? '' : address.slice(hash);
  const rest = hash < 0 ? address : address.slice(0, hash);
  const mark = rest.indexOf('?');
  return mark < 0 ? [rest, null, fragment] : [rest.slice(0, mark), rest.slice(mark + 1), fragment];
}
