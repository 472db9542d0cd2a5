import { line } from '../domain/line.ts';
import { decoded } from './decoded.ts';
import { type Followed, followed, type Said } from './followed.ts';
import { type Thing, textIn } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { nameOfAccount } from './name-of-account.ts';
import { own } from './own-member.ts';
import { foldedName } from './person-names.ts';

/** What stands between a title and the name of the site. */
const BETWEEN = /\s+(?:[|•·»«:–—~⋆-]|::|\/)\s+|\s*[|_]\s*/gu;

/** What may follow a headline in the title of its page: the site, the section, the author, the number of a book. */
const BEHIND = /^(?:\s+[|•·»«@–—~⋆/:([-]|\s*[|_]|\s+::|\s(?:by|from)\s\p{Lu}|:.*\b97[89]-?\d{9})/u;

/**
 * The title without the name of the site before or behind it. Only what is the outlet's name or the host's goes: other
 * words behind a dash may be the title's own.
 */
export function withoutSite(title: string, outlet: string, host: string): string {
  let rest = title;
  for (let round = 0; round < 3; round += 1) {
    const cuts = [...rest.matchAll(BETWEEN)];
    const last = cuts.at(-1);
    const [first] = cuts;
    if (last !== undefined && isSite(rest.slice(last.index + last[0].length), outlet, host))
      rest = rest.slice(0, last.index).trim();
    else if (first !== undefined && isSite(rest.slice(0, first.index), outlet, host))
      rest = rest.slice(first.index + first[0].length).trim();
    else break;
  }
  return rest === '' ? title : rest;
}

/** Whether a text is what the site is called, or its host. */
export function isSite(text: string, outlet: string, host: string): boolean {
  const name = folded(text);
  return name !== '' && [outlet, ...hostNames(host)].some((one) => folded(one) === name);
}

export const folded = (text: string) =>
  foldedName(text)
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `the-tide.example.org`: the whole host, and the names in it. */
function hostNames(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  const labels = bare.split('.');
  const names = labels.slice(0, -1).filter((label) => label.length > 2);
  return [bare, ...names, labels.at(-2) ?? '', labels.slice(-2).join('.')];
}

/** A title with and without the name of the site. */
export interface Title {
  title: string;
  raw: string;
}

/**
 * How much each place counts. A heading may be the site's own, so alone it counts a little less than the others; the card
 * for Twitter is nearly always a copy of Open Graph.
 */
const PLACES: readonly { source: string; weight: number }[] = [
  { source: 'citation_title', weight: 10 },
  { source: 'og:title', weight: 1 },
  { source: 'dc.title', weight: 1 },
  { source: 'title', weight: 1 },
  { source: 'JSON-LD', weight: 1 },
  { source: 'h1', weight: 0.9 },
  { source: 'twitter:title', weight: 0.5 },
];

/** The title of the window, without the number of what is new that stands before it: `(3) Seven knots`. */
export const windowTitle = (page: Document): string => own(page, 'title').replace(/^\s*\(\d{1,2}\+?\)\s+/, '');

/**
 * The title of a page. It stands in several places, and some are written for others than its readers: of those that
 * agree, the weightiest are followed; where each says something else, papers' own words go first.
 *
 * @param headings the texts of the page's headings, the greatest first. One with which the title of the window begins is
 * where the title ends, whatever follows.
 */
export function titleOf(
  page: Document,
  metas: Metas,
  text: Thing | null,
  { outlet, host, headings }: { outlet: string; host: string; headings: readonly { text: string; isFirst: boolean }[] },
): Followed<Title> | null {
  const written: Record<string, string> = {
    citation_title: firstOf(metas, 'citation_title'),
    'og:title': firstOf(metas, 'og:title'),
    'dc.title': firstOf(metas, 'dc.title', 'dcterms.title', 'dc:title', 'parsely-title'),
    title: windowTitle(page),
    'JSON-LD': textIn(text?.headline) || (isNamed(text) ? textIn(text?.name) : ''),
    'twitter:title': firstOf(metas, 'twitter:title'),
  };
  // Whose a post is, is no title where the window has another.
  for (const source of ['og:title', 'twitter:title']) {
    const name = nameOfAccount(line(written[source], 1000));
    const window = line(windowTitle(page), 1000);
    if (name !== '' && window !== '' && nameOfAccount(withoutSite(window, outlet, host)) === '') written[source] = '';
  }
  const first = headings.filter(({ isFirst }) => isFirst);
  const clean = (raw: string): Title => {
    // Behind the heading of an issue stands its number.
    const all = headings.flatMap((one) => [one, { ...one, text: one.text.replace(/\s#\d+$/, '') }]);
    const heading = all.find((one) => begins(raw, one, outlet, host));
    const ending = first.find((one) => endsSiteAnd(raw, one.text, outlet, host));
    return { raw, title: heading?.text ?? ending?.text ?? withoutSite(raw, outlet, host) };
  };
  const titles = new Map(Object.entries(written).map(([source, raw]) => [source, clean(line(decoded(raw), 1000))]));
  const known = new Set([...titles.values()].map(({ title }) => folded(title)));
  const heading = first.find((one) => known.has(folded(one.text))) ?? (first.length === 1 ? first[0] : undefined);
  if (heading !== undefined) titles.set('h1', clean(heading.text));

  const weightOf = (key: string) =>
    PLACES.reduce((sum, { source, weight }) => {
      const title = titles.get(source)?.title ?? '';
      return title !== '' && folded(title) === key ? sum + weight : sum;
    }, 0);
  const said = PLACES.flatMap(({ source }): (Said<Title> & { weight: number })[] => {
    const value = titles.get(source);
    return value === undefined || value.title === ''
      ? []
      : [{ source, value, weight: weightOf(folded(value.title)) - (isSite(value.title, outlet, host) ? 20 : 0) }];
  });
  return followed(
    said.sort((a, b) => b.weight - a.weight).map(({ source, value }) => ({ source, value })),
    ({ title }) => folded(title),
  );
}

/** Whether a title is a heading behind the name of the site: `The Tide: Rope`. Elsewhere a colon is the title's own. */
const endsSiteAnd = (raw: string, heading: string, outlet: string, host: string) =>
  raw.endsWith(heading) &&
  /:\s+$/.test(raw.slice(0, -heading.length)) &&
  isSite(raw.slice(0, -heading.length), outlet, host);

/** Things whose name is their title; a page or a site is called otherwise. */
const isNamed = (text: Thing | null) =>
  /VideoObject|Question|Book|Podcast|Recipe|Dataset|SoftwareSourceCode/.test(String(text?.['@type'] ?? ''));

/** Whether a title begins with a heading, and only the site, a section or the author follows. */
function begins(
  raw: string,
  { text, isFirst }: { text: string; isFirst: boolean },
  outlet: string,
  host: string,
): boolean {
  if (text.length >= raw.length || !raw.startsWith(text) || isSite(text, outlet, host)) return false;
  const rest = raw.slice(text.length);
  // `Seven knots on Vimeo`; without the heading it could be a story about Vimeo.
  const isOnSite = /^ on /.test(rest) && isSite(rest.slice(4), outlet, host);
  // A short heading of a part may be the first word of a title by chance.
  return (isOnSite || BEHIND.test(rest)) && (isFirst || text.length >= 12);
}
