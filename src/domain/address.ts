import { isTracking } from './tracking.ts';

/**
 * Three things are called address: the one that is printed (cleaned, shown, undone with one key), the original one, and
 * the key by which two addresses are known to be the same page. A query is never rebuilt, only cut: rebuilding it
 * re-encodes what it keeps.
 */

/**
 * The printed form of an address, and what was cut out of it, in order: parameters that count readers, what a browser
 * marked in the page (`#:~:text=…`), and a number sign with nothing behind it. Idempotent.
 */
export function cleanAddress(address: string): { address: string; removed: string[] } {
  if (!isWebAddress(address)) return { address, removed: [] };
  const [head, query, fragment] = splitAddress(address);
  const site = (/^\s*https?:\/\/(?:[^/@]*@)?([^/:]*)/i.exec(head)?.[1] ?? '').toLowerCase();
  const all = query?.split('&') ?? [];
  const removed = all.filter((parameter) => isTracking(parameter, site, all));
  const kept = all.filter((parameter) => !removed.includes(parameter));
  // Empty parameters stay as they are, unless nothing else is left.
  const left = removed.length === 0 ? query : kept.some((parameter) => parameter !== '') ? kept.join('&') : null;
  const [part, mark] = splitFragment(fragment);
  if (mark !== '') removed.push(mark);
  return { address: head + (left === null ? '' : `?${left}`) + part, removed };
}

/** A fragment as what names a part of the page and what does not. */
function splitFragment(fragment: string): [string, string] {
  if (fragment === '#') return ['', '#'];
  // https://wicg.github.io/scroll-to-text-fragment/
  const at = fragment.indexOf(':~:');
  if (at < 0) return [fragment, ''];
  return at === 1 ? ['', fragment] : [fragment.slice(0, at), fragment.slice(at)];
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
