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
): string {
  const clean = (title: string) => withoutSite(line(decoded(title), 1000), outlet, host);
  const paper = clean(firstOf(metas, 'citation_title'));
  if (paper !== '') return paper;
  const headings = own(page, 'getElementsByTagName')('h1');
  const said = [
    firstOf(metas, 'og:title', 'dc.title', 'dcterms.title', 'parsely-title'),
    own(page, 'title'),
    textIn(text?.headline),
    headings.length === 1 ? (headings[0]?.textContent ?? '') : '',
    firstOf(metas, 'twitter:title'),
  ]
    .map(clean)
    .filter((title) => title !== '');
  const votes = said.map((title) => said.filter((other) => folded(other) === folded(title)).length);
  return said[votes.indexOf(Math.max(...votes))] ?? '';
}
