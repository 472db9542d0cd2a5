import { type Followed, followed, type Said } from './followed.ts';
import { type Thing, textIn } from './json-ld.ts';
import { decoded, line } from './line.ts';
import { firstOf, type Metas } from './metas.ts';
import { own } from './own-member.ts';
import { foldedName } from './person-names.ts';

/** What stands between a title and the name of the site. */
const BETWEEN = /\s+(?:[|•·»«:–—-]|::|\/)\s+|\s*[|_]\s*/gu;

/**
 * The title without the name of the site before or behind it. Only what is the outlet's name or the host's goes: other
 * words behind a dash may be the title's own.
 */
export function withoutSite(title: string, outlet: string, host: string): string {
  const names = new Set([outlet, ...hostNames(host)].map(folded).filter((name) => name !== ''));
  let rest = title;
  for (let round = 0; round < 3; round += 1) {
    const cuts = [...rest.matchAll(BETWEEN)];
    const last = cuts.at(-1);
    const [first] = cuts;
    const isSite = (part: string) => names.has(folded(part));
    if (last !== undefined && isSite(rest.slice(last.index + last[0].length))) rest = rest.slice(0, last.index).trim();
    else if (first !== undefined && isSite(rest.slice(0, first.index)))
      rest = rest.slice(first.index + first[0].length).trim();
    else break;
  }
  return rest === '' ? title : rest;
}

const folded = (text: string) =>
  foldedName(text)
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `the-tide.example.org`: the whole host, and the names in it. */
function hostNames(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  const labels = bare.split('.');
  return [bare, ...labels.slice(0, -1).filter((label) => label.length > 2), labels.slice(-2).join('.')];
}

/** A title with and without the name of the site. */
export interface Title {
  title: string;
  raw: string;
}

/**
 * The title of a page. It stands in several places, and some are written for others than its readers: of those that
 * agree, the most are followed; where each says something else, papers' own words go before Open Graph, and this before
 * the window's title.
 */
export function titleOf(
  page: Document,
  metas: Metas,
  text: Thing | null,
  { outlet, host }: { outlet: string; host: string },
): Followed<Title> | null {
  const headings = own(page, 'getElementsByTagName')('h1');
  const places: [string, string][] = [
    ['citation_title', firstOf(metas, 'citation_title')],
    ['og:title', firstOf(metas, 'og:title')],
    ['dc.title', firstOf(metas, 'dc.title', 'dcterms.title')],
    ['title', own(page, 'title')],
    ['JSON-LD', textIn(text?.headline)],
    ['h1', headings.length === 1 ? (headings[0]?.textContent ?? '') : ''],
    ['twitter:title', firstOf(metas, 'twitter:title')],
  ];
  const said = places.flatMap(([source, text]): Said<Title>[] => {
    const raw = line(decoded(text), 1000);
    return raw === '' ? [] : [{ source, value: { raw, title: withoutSite(raw, outlet, host) } }];
  });
  const keyOf = ({ title }: Title) => folded(title);
  const votes = (one: Said<Title>) =>
    one.source === 'citation_title'
      ? Number.POSITIVE_INFINITY
      : said.filter(({ value }) => keyOf(value) === keyOf(one.value)).length;
  const counted = said.map((one) => ({ one, votes: votes(one) }));
  return followed(
    counted.sort((a, b) => b.votes - a.votes).map(({ one }) => one),
    keyOf,
  );
}
