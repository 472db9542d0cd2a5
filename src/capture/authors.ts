import { line } from '../domain/line.ts';
import { decoded } from './decoded.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Followed } from './followed.ts';
import { isGivenName } from './given-names.ts';
import { partiesIn, type Thing } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { nameOfAccount } from './name-of-account.ts';
import type { Line } from './near-headline.ts';
import { own } from './own-member.ts';
import { foldedName, isOrganisation, organisationNames, personNames, reversed } from './person-names.ts';
import { spelledOut } from './spelled-out.ts';

/** What one part of a page says of its authors. */
export interface Naming {
  /** Where it stands: `citation_author`, `JSON-LD`, `byline` … */
  source: string;
  names: string[];
  /** How much it is worth beside others. */
  weight: number;
}

const MOST = 100;

/**
 * How often each kind of source was right on hand-checked pages decides its weight: JSON-LD 204 of 246,
 * `<meta name=author>` 25 of 54; `citation_author` is complete on nearly all papers.
 */
const METAS: readonly { source: string; names: readonly string[]; weight: number }[] = [
  { source: 'citation_author', names: ['citation_author', 'citation_authors'], weight: 9 },
  {
    source: 'dc.creator',
    names: ['dc.creator', 'dcterms.creator', 'dc:creator', 'dcterm:creator', 'dc.creator.personalname'],
    weight: 5,
  },
  { source: 'parsely-author', names: ['parsely-author', 'sailthru.author', 'cxenseparse:author'], weight: 4 },
  { source: 'byl', names: ['byl'], weight: 4 },
  { source: 'article:author', names: ['article:author', 'og:article:author', 'article:author_name'], weight: 3 },
  { source: 'author', names: ['author', 'authors', 'creator'], weight: 3 },
  { source: 'twitter:data1', names: ['twitter:data1'], weight: 1 },
];

/** Markup of bylines, the surest first. */
const MARKUP: readonly { source: string; selector: string; weight: number }[] = [
  { source: 'itemprop=author', selector: '[itemprop~="author" i]', weight: 4 },
  // The platform of ACM, Science and others. https://www.w3.org/TR/rdfa-lite/
  { source: 'property=author', selector: '[property~="author" i][typeof~="Person" i]', weight: 4 },
  { source: 'rel=author', selector: '[rel~="author" i]', weight: 3 },
  // The platform of Elsevier, which says nothing of authors to machines.
  { source: 'author-group', selector: '.author-group [data-xocs-content-type="author"]', weight: 9 },
  { source: 'h-card', selector: '.p-author .p-name, .p-author, .author .fn, .byline .fn, .author.vcard', weight: 3 },
  {
    source: 'byline',
    selector:
      '.byline-name, .byline__name, .byline-author, .author-name, .author__name, .post-author, .entry-author, .article-author, .article__author, [data-testid*="author-name" i], [data-testid*="byline" i], [class*="byline" i], [id*="byline" i], address [class*="author" i], .author, .authors li, .author-list li, [class*="authors" i] .full-name',
    weight: 2,
  },
  { source: 'itemprop=creator', selector: '[itemprop~="creator" i]', weight: 1 },
  { source: 'author link', selector: 'a[href*="/author/" i], a[href*="/authors/" i]', weight: 1 },
];

/** Everything on the page that names its authors, as it stands there. */
export function namings(
  page: Document,
  metas: Metas,
  text: Thing | null,
  things: ReadonlyMap<string, Thing>,
  { notNames, near, isStale }: { notNames: ReadonlySet<string>; near: readonly Line[]; isStale: boolean },
): Naming[] {
  const found: Naming[] = [];
  const add = (source: string, weight: number, values: readonly string[], namesOf = personNames) => {
    const names: string[] = [];
    for (const value of values.slice(0, MOST)) {
      for (const name of namesOf(decoded(value), notNames)) {
        if (!names.some((known) => foldedName(known) === foldedName(name))) names.push(name);
      }
    }
    if (names.length > 0) found.push({ source, names, weight });
  };
  for (const { source, names, weight } of METAS) {
    const values = names.flatMap((name) => metas.get(name) ?? []).filter((value) => !/^\s*https?:/i.test(value));
    add(
      source,
      weight,
      source.startsWith('citation') ? values.flatMap((value) => value.split(';')).map(reversed) : values,
    );
  }
  const parties = partiesIn(text?.author ?? text?.creator, things);
  const people = parties.filter((party) => !party.isOrganisation).map(({ name }) => name);
  add('JSON-LD', 6, people);
  // Where a person is named, an organisation beside them is whom they work for.
  if (!found.some(({ source }) => source === 'JSON-LD')) {
    const others = parties.filter((party) => party.isOrganisation).map(({ name }) => name);
    add('JSON-LD', 6, others, organisationNames);
  }
  try {
    for (const { source, selector, weight } of MARKUP) add(source, weight, shownIn(page, selector, isStale));
  } catch {
    // The controls of a form can hide its members (`<input name="closest">`): such a page names nobody in its markup.
  }
  // To Ghost, who wrote with the first author is a contributor. On other sites those are editors: the byline knows.
  const all = [...people, ...partiesIn(text?.contributor, things).map(({ name }) => name)];
  if (all.length > people.length && found.some(({ names }) => keyOf(names) === keyOf(all))) add('JSON-LD', 6, all);
  // Social sites have the account for a title.
  add(
    'og:title',
    3,
    [firstOf(metas, 'og:title')].map((title) => nameOfAccount(line(decoded(title), 200))),
  );
  add(
    'headline',
    2,
    near
      .map(({ text }) => namedIn(text) || namedBesideDay(text))
      .filter((names) => names !== '')
      .slice(0, 1),
  );
  return found;
}

/** Words that say that a name follows, at the start of a line or within it; “By clicking here, you agree” names nobody. */
const BY_FIRST =
  /^\W*(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]tory|[Ww]ords|[Ii]nterview|[Gg]uest post)\s+by:?\s+(.+)$|^\W*(?:Authors?|Words|Text[eos]?|Testo|Autor[ea]?|Auteur|Автор|Текст|作者|撰文|文|记者|記者|著者|執筆者?|文責|ライター|글쓴이|글|저자)\s*[:：／]\s*([\p{Lu}\p{Lo}].+)$|^\W*(?:[Bb][Yy]|[Pp]ar|[Vv]on|[Pp]or):?\s+([\p{Lu}\p{Lo}].+)$|^(?:[Dd]i|[Dd]oor|[Aa][vf]|[Pp]rzez)\s+(\p{Lu}\S+\s\p{Lu}.+)$/u;
const BY_WITHIN = /(\p{L}*)\s[Bb]y\s+(\p{Lu}\S*\s+(?:\p{Ll}+\s+){0,2}\p{Lu}.*)$/u;

/** Who sent a message: `From: Ada Quill <ada@quill.example>`, `Ada Quill ada at quill.example` */
const SENDER = /^(?:From\s*:\s*)?(\p{Lu}[^@<>\d]{2,60}?)\s+<?[\w.+-]+(?:@|\sat\s)[\w-]+(?:\.[\w-]+)+>?$/u;

/** `2031年2月27日 作者：李雷 编辑：王芳` */
const IN_CHINESE = /作者\s*[:：]\s*([\p{Script=Han}·]{2,15})/u;

/** `Words: Ada Quill. Photography: Ben Reed` */
const SENTENCE = /\.\s+\p{Lu}\p{Ll}+(?:\s+by\b|\s*:).*$/u;

/** `Ada Quill in Oslo and Ben Reed in Bergen` */
const PLACE_BETWEEN = /\s+in\s+\p{Lu}\S*(?:\s\p{Lu}\S*){0,2}(?=\s+and\s+\p{Lu}\S+\s+\p{Lu}\S+\s+in\s)/gu;

/** Whose “by” is not the author's. */
const OTHERS_BY =
  /^(?:powered|sponsored|presented|hosted|supported|followed|created|made|owned|run|you|photos?|photographs?|images?|illustrations?|edited|reviewed|translated|checked|recommended|published)$/i;

/** The part of a line that stands behind “by”, up to the day or the place; empty: it has none. */
function namedIn(text: string): string {
  if (text.length > 140) return '';
  // A sentence may speak of what was done by others.
  const within = text.length > 90 ? null : BY_WITHIN.exec(text);
  const [, posted, called, by, di] = BY_FIRST.exec(text) ?? [];
  const names =
    posted ??
    called ??
    by ??
    di ??
    SENDER.exec(text)?.[1] ??
    IN_CHINESE.exec(text)?.[1] ??
    (OTHERS_BY.test(within?.[1] ?? '') ? '' : (within?.[2] ?? ''));
  const bare = names
    .replace(SENTENCE, '')
    .replace(PLACE_BETWEEN, '')
    .replace(/\s+(?:on|at|in|le|am|em|el)\s+.*$/iu, '')
    .replace(/\s[–—]\s.*$/u, '')
    .replace(/\.$/, '');
  return /^\p{Lu}\S*\s\p{Ll}+$/u.test(bare) ? '' : bare;
}

const NAME = "\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'.-]*){1,2}";
const DAY =
  '(?:\\p{L}{2,10}[.,]{0,2}\\s)?(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:de\\s)?\\p{L}{3,10}\\.?|\\p{L}{3,10}\\.?\\s\\d{1,2}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})';
const BESIDE_DAY = new RegExp(
  `^(${NAME})(?:\\s*[·•|,–—/]\\s*|\\s-\\s|\\son\\s)${DAY}|^${DAY}(?:,?\\s\\d{4})?(?:\\s*[·•|–—/]\\s*\\d{1,3}\\smin\\p{L}*(?:\\sread)?)?(?:\\s*[·•|–—/]\\s*|\\s-\\s)(${NAME})(?=$|\\s*[·•|–—/])`,
  'u',
);

/** `Ada Quill · 27 Feb`: the name in a line that gives the day, where people are called so. */
function namedBesideDay(text: string): string {
  const [, before, behind = ''] = (text.length > 100 ? null : BESIDE_DAY.exec(text)) ?? [];
  const name = before ?? behind;
  return isGivenName(name.split(/\s/)[0] ?? '') ? name : '';
}

/**
 * Who writes a site that bears their own name: only what the page says to machines, or beside its day, and only what
 * sounds like a person.
 */
export function ownersOf(
  page: Document,
  metas: Metas,
  text: Thing | null,
  things: ReadonlyMap<string, Thing>,
  near: readonly Line[],
): Naming[] {
  const isPerson = (name: string) => /^\S+(?:\s\S+){1,2}$/.test(name) && !/^the\b/i.test(name) && !isOrganisation(name);
  const besideDay = near.filter(({ text: words }) => namedBesideDay(words) !== '');
  return namings(page, metas, text, things, { notNames: new Set(), near: besideDay, isStale: false }).filter(
    ({ source, names }) =>
      /^(?:author|JSON-LD|dc\.creator|rel=author|itemprop=author|headline)$/.test(source) && names.every(isPerson),
  );
}

/** The texts of the elements that a selector finds, but for those of comments and teasers: of the first such group. */
function shownIn(page: Document, selector: string, isStale: boolean): string[] {
  const elements = own(page, 'querySelectorAll')(selector);
  const texts: string[] = [];
  let container: Element | null = null;
  if (groupsOf(elements) > MOST_GROUPS) return [];
  for (let at = 0; at < Math.min(elements.length, 2 * MOST) && texts.length < MOST; at += 1) {
    const element = elements[at];
    if (element === undefined || isElsewhere(element)) continue;
    const name = element.querySelector('[itemprop~="name" i]') ?? element;
    const unseen = name.getAttribute('content');
    // What nobody sees is as old as the rest of what is said to machines.
    if (unseen !== null && isStale) continue;
    const text = unseen ?? shownText(name);
    if (text.trim() === '' || text.length > 300) continue;
    // Several authors stand side by side; a second group further down is another article's.
    const group = element.parentElement?.parentElement ?? null;
    if (container !== null && group !== container && !container.contains(element) && !isListed(group, container)) break;
    container ??= group;
    texts.push(text);
  }
  return texts;
}

/** Whether two elements are members of one list of authors: `<ul class="author-list">`. */
const isListed = (one: Element | null, other: Element) =>
  one !== null &&
  one.parentElement === other.parentElement &&
  /author|byline|contributor/i.test(one.parentElement?.className ?? '');

/** A page on which names stand in more places than this is a list of other pages. */
const MOST_GROUPS = 8;

function groupsOf(elements: NodeListOf<Element>): number {
  const groups = new Map<Element | null, string>();
  for (let at = 0; at < Math.min(elements.length, 100); at += 1) {
    const element = elements[at];
    if (element !== undefined && !isElsewhere(element))
      groups.set(element.parentElement?.parentElement ?? null, line(element.textContent, 60));
  }
  return new Set(groups.values()).size;
}

/** The text of an element with the lines as a reader would see them, roughly: blocks stand apart, footnote marks are left out. */
function shownText(element: Element): string {
  let text = '';
  const walk = (node: Node, depth: number) => {
    if (text.length > 400 || depth > 12) return;
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.textContent ?? '';
      else if (
        child.nodeType === 1 &&
        !/^(?:script|style|template|svg|time|sup)$/i.test((child as Element).localName)
      ) {
        const isBlock = /^(?:div|p|li|ul|br|h\d|section|header|dd|dt|td|tr)$/i.test((child as Element).localName);
        if (isBlock) text += '\n';
        walk(child, depth + 1);
        if (isBlock) text += '\n';
      }
    }
  };
  walk(element, 0);
  return text;
}

/** `adaquill`: as people log in, not as they are called. */
const isAccount = (name: string) => /^\p{Ll}[\p{Ll}\d._-]*$/u.test(name);

const keyOf = (names: readonly string[]) => names.map(foldedName).sort().join('|');

/** Sources that name the same people count together; of two readings that weigh the same, the longer one is followed. */
export function decideAuthors(found: readonly Naming[]): Followed<string[]> | null {
  const readings: { key: string; names: string[]; source: string; weight: number; sources: number }[] = [];
  for (const { names, source, weight: own } of found) {
    // A page of an agency's text names the agency for the machines and the person for the readers; one in a system with
    // accounts the account.
    const weight = names.every((name) => isOrganisation(name) || isAccount(name)) ? own / 4 : own;
    const key = keyOf(names);
    const known = readings.find((reading) => reading.key === key || spelledOut(reading.names, names) !== null);
    if (known === undefined) readings.push({ key, names, source, weight, sources: 1 });
    else {
      known.weight += weight;
      known.sources += 1;
      known.names = spelledOut(known.names, names) ?? known.names;
    }
  }
  readings.sort((a, b) => b.weight - a.weight || b.names.length - a.names.length);
  const [best, ...others] = readings;
  if (best === undefined) return null;
  return {
    value: best.names,
    source: best.source,
    agreed: best.sources > 1 && others.every(({ key }) => best.key.includes(key)),
    others: others.map(({ names }) => names).slice(0, 5),
  };
}
