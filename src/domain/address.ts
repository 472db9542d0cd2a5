import { unwrapped } from './detours.ts';
import { isOn, type Judge } from './parameter-rule.ts';
import { isTracking, isTrackingAnywhere, TRACKING_PATHS } from './tracking.ts';
import { isWebAddress, parseAddress, splitAddress } from './web-address.ts';

/**
 * Three things are called address: the one that is printed (cleaned, shown, undone with one key), the original one, and
 * the key by which two addresses are known to be the same page. A query is never rebuilt, only cut: rebuilding it
 * re-encodes what it keeps.
 */

/** An address as it is printed, and what was taken out of it. */
export interface Cleaned {
  address: string;
  /**
   * In the order it stood: wrappers that were in front (their address without its query), parameters that count readers,
   * what a browser marked in the page (`#:~:text=…`), and a number sign with nothing behind it.
   */
  removed: string[];
}

/** The printed form of an address. What stays, stays in its very spelling. Idempotent. */
export function cleanAddress(address: string): Cleaned {
  if (!isWebAddress(address)) return { address, removed: [] };
  const { address: plain, passed } = unwrapped(address);
  if (isSealed(plain)) return { address: plain, removed: passed };
  const [head, query, fragment] = splitAddress(plain);
  const path = cutPath(head);
  const parameters = query === null ? null : cutQuery(path.kept, query, isTracking);
  const part = cutFragment(path.kept, fragment);
  const kept = path.kept + (parameters?.kept == null ? '' : `?${parameters.kept}`) + part.kept;
  return {
    address: kept,
    removed: [...passed, ...path.removed, ...(parameters?.removed ?? []), ...part.removed],
  };
}

/** The address without the parameters of its query that are meant. */
export function withoutParameters(address: string, isMeant: Judge): Cleaned {
  const [head, query, fragment] = splitAddress(address);
  if (query === null || !isWebAddress(address)) return { address, removed: [] };
  const { kept, removed } = cutQuery(head, query, isMeant);
  return { address: head + (kept === null ? '' : `?${kept}`) + fragment, removed };
}

/**
 * Whether nothing may be cut: the address carries another in its path (an archive finds its copy by every letter), or it
 * is signed as a whole.
 */
function isSealed(address: string): boolean {
  const [head, query] = splitAddress(address);
  if (/^\s*https?:\/\/.*https?(?::|%3A)\/?/i.test(head)) return true;
  return query !== null && /(?:^|&)(?:x-(?:amz|goog)-signature|key-pair-id|hmac)=/i.test(query);
}

function cutPath(head: string): { kept: string; removed: string[] } {
  const { host } = companyOf(head, []);
  const removed: string[] = [];
  let kept = head;
  for (const { cut, sites } of TRACKING_PATHS) {
    if (sites !== undefined && !isOn(host, sites)) continue;
    kept = kept.replace(cut, (found) => {
      removed.push(found);
      return '';
    });
  }
  return { kept, removed };
}

/** Empty parameters stay as they are, unless nothing else is left: then there is no query any more (null). */
function cutQuery(head: string, query: string, isMeant: Judge): { kept: string | null; removed: string[] } {
  const all = query.split('&');
  const company = companyOf(head, all);
  const removed: string[] = [];
  const kept = all.flatMap((parameter) => {
    if (isMeant(parameter, company)) {
      removed.push(parameter);
      return [];
    }
    const [own, appended] = splitAppended(parameter);
    if (appended === '' || !isMeant(appended, company)) return [parameter];
    removed.push(appended);
    return [own];
  });
  if (removed.length === 0) return { kept: query, removed };
  return { kept: kept.some((parameter) => parameter !== '') ? kept.join('&') : null, removed };
}

/** `id=7?utm_source=n`: somebody put a second question mark. Where the value is an address, it is its own. */
function splitAppended(parameter: string): [string, string] {
  const at = parameter.indexOf('?');
  if (at < 0 || /:\/|%3a%2f/i.test(parameter.slice(0, at))) return [parameter, ''];
  return [parameter.slice(0, at), parameter.slice(at + 1)];
}

/** Some put what counts readers behind the number sign: alone, or behind a part of the page or a route. */
function cutFragment(head: string, fragment: string): { kept: string; removed: string[] } {
  if (fragment === '') return { kept: '', removed: [] };
  // https://wicg.github.io/scroll-to-text-fragment/
  const directive = fragment.indexOf(':~:');
  const named = directive < 0 ? fragment : fragment.slice(0, directive);
  const mark = named.indexOf('?');
  const part = named.slice(1, mark < 0 ? 1 : mark);
  const { kept, removed } = cutQuery(head, named.slice(mark < 0 ? 1 : mark + 1), isTrackingAnywhere);
  const between = mark < 0 || kept === null ? '' : '?';
  const left = removed.length === 0 ? named : `#${part}${between}${kept ?? ''}`;
  const text = directive < 0 ? '' : fragment.slice(directive);
  if (left !== '#') return { kept: left, removed: text === '' ? removed : [...removed, text] };
  // A number sign with nothing behind it goes with what stood there, or alone.
  if (text !== '') return { kept: '', removed: [...removed, `#${text}`] };
  return { kept: '', removed: removed.length > 0 ? removed : ['#'] };
}

function companyOf(head: string, all: readonly string[]) {
  const [, host = '', path = ''] = /^\s*https?:\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?(.*)$/is.exec(head) ?? [];
  return { host: host.toLowerCase(), path, all };
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
  const parsed = parseAddress(cleanAddress(address.trim()).address);
  if (parsed === null) return address;
  const { hostname, port, pathname, search, hash } = parsed;
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
