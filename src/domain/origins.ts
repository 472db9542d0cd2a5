import type { Entry } from './entry.ts';
import { parseAddress } from './web-address.ts';

/** Hosts on which many write, each under a name of their own: the first part of the path belongs to the site. */
const SHARED_HOSTS =
  /^(?:github\.com|gitlab\.com|medium\.com|dev\.to|youtube\.com|linkedin\.com|twitter\.com|x\.com|reddit\.com)$/;

/** What readers would call the site of an address: its host, and on shared hosts whose part of it; empty: no web page. */
export function siteOf(address: string): string {
  const parsed = /^https?:/i.test(address) ? parseAddress(address.trim()) : null;
  if (parsed === null) return '';
  const host = parsed.hostname.replace(/^(?:www|m|mobile|amp)\./, '');
  const [, first = ''] = parsed.pathname.split('/');
  return SHARED_HOSTS.test(host) && first !== '' ? `${host}/${first.toLowerCase()}` : host;
}

/** Spelling by which two names are the same person: case, accents, dots and white space do not count. */
export function foldPerson(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.*_’'"]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** More authors than this make a byline a list of contributors: nobody remembers a page by the ninth. */
const MOST_AUTHORS = 8;

/** The people in a byline as an editor writes it: `Ada Quill and Ben Reed, The Gauge`, `Ada Quill *et al*, J. Rope`. */
export function authorsInByline(byline: string): string[] {
  const plain = byline.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]?\bet al\b\.?[*_]?/gi, '');
  const parts = plain.replace(/^(?:by|via|from)\s+/i, '').split(/\s*,\s*/);
  const [first = ''] = parts;
  // The outlet is what stands last; in a list of three or more, those before it are people, too.
  const people = parts.length > 2 ? parts.slice(0, -1) : [first];
  return people
    .flatMap((part) => part.split(/\s+(?:and|&|und|et|y)\s+|^(?:and|&)\s+|\s*;\s*/i))
    .map((name) => name.trim())
    .filter((name) => /^\p{L}[\p{L}.’'-]*(?:\s+\p{L}[\p{L}.’'-]*){1,3}$/u.test(name) && !/^the\s/i.test(name));
}

/**
 * Where an entry comes from, for the memory: its sites and authors, each as `site:tide.example` or `author:ada quill`.
 * What the editor wrote in the byline goes before what the page said.
 */
export function originsOf(entry: Pick<Entry, 'links'>): string[] {
  const origins = new Set<string>();
  for (const { address, byline, capture } of entry.links) {
    const site = siteOf(address);
    if (site !== '') origins.add(`site:${site}`);
    const named = authorsInByline(byline);
    const people = named.length > 0 ? named : (capture?.authors ?? []);
    for (const name of people.slice(0, MOST_AUTHORS)) {
      const folded = foldPerson(name);
      if (folded !== '') origins.add(`author:${folded}`);
    }
  }
  return [...origins];
}
