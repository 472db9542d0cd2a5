import { own } from './own-member.ts';

/** A thing that the page describes in JSON-LD; its values are as the page wrote them. */
export type Thing = Readonly<Record<string, unknown>>;

const MOST_SCRIPTS = 30;
const LONGEST_SCRIPT = 500_000;
const MOST_THINGS = 500;

/** Kinds that are the text of a page, the most telling first. https://schema.org/CreativeWork */
const TEXTS = [
  /(?:News|Scholarly|Tech|Opinion|Report|Review|Analysis|Background|Satirical|Medical)\w*Article$/i,
  /Article$|^BlogPosting$|^LiveBlogPosting$|^Report$/i,
  /^(?:SocialMediaPosting|DiscussionForumPosting|Question|Review|Recipe|HowTo|Book|Chapter|PodcastEpisode|VideoObject|Dataset|SoftwareSourceCode)$/i,
  /^(?:CreativeWork|\w*WebPage|ItemPage|JobPosting)$/i,
];

/**
 * What the page's JSON-LD says about its text: the thing of the most telling kind, or null; of several, the one that is
 * the page's own. Graphs and arrays are walked in the order they stand, a bounded number of things deep, so that no page
 * can make it endless.
 *
 * @param isOwn whether a thing says of itself that it is this page; stories that are only recommended do not.
 */
export function describedText(
  page: Document,
  isOwn: (thing: Thing) => boolean,
): {
  text: Thing | null;
  /** Those with an id, by it. */
  things: ReadonlyMap<string, Thing>;
  /** All of them, in their order. */
  all: readonly Thing[];
} {
  const found: Thing[] = [];
  const things = new Map<string, Thing>();
  const scripts = own(page, 'querySelectorAll')('script[type="application/ld+json" i]');
  for (let at = 0; at < Math.min(scripts.length, MOST_SCRIPTS); at += 1) {
    const queue: unknown[] = [parsed(scripts[at]?.textContent ?? '')];
    for (let next = 0; next < queue.length && found.length < MOST_THINGS; next += 1) {
      const value = queue[next];
      if (Array.isArray(value)) queue.push(...value.slice(0, MOST_THINGS));
      else if (isThing(value)) {
        found.push(value);
        const id = value['@id'];
        if (typeof id === 'string' && Object.keys(value).length > 1) things.set(id, value);
        for (const inner of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'] as const) {
          if (typeof value[inner] === 'object') queue.push(value[inner]);
        }
      }
    }
  }
  const rank = (thing: Thing) => {
    const ranks = kindsOf(thing).map((kind) => TEXTS.findIndex((text) => text.test(kind)));
    return Math.min(...ranks.map((one) => (one < 0 ? Number.POSITIVE_INFINITY : one)));
  };
  const texts = found.filter((thing) => rank(thing) < Number.POSITIVE_INFINITY);
  const ranked = texts.sort((a, b) => rank(a) - rank(b));
  const alike = ranked.filter((thing) => rank(thing) === rank(ranked[0] ?? {}));
  const best = (alike.length > 1 ? alike.find(isOwn) : undefined) ?? alike[0] ?? null;
  return { text: best, things, all: found };
}

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const kindsOf = (thing: Thing): string[] =>
  [thing['@type']].flat().flatMap((kind) => (typeof kind === 'string' ? [kind.replace(/^.*[/:#]/, '')] : []));

/** JSON that pages print into comments or CDATA, with raw line breaks in its strings or commas behind the last of a list, is read all the same. */
function parsed(source: string): unknown {
  if (source.length > LONGEST_SCRIPT) return null;
  const bare = source
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .replace(/;\s*$/, '');
  const onOneLine = bare.replace(/\p{Cc}+/gu, ' ');
  for (const text of [bare, onOneLine, onOneLine.replace(/, *(?=[}\]])/g, '')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading, or none: what a page gets wrong is no reason to stop.
    }
  }
  return null;
}

/** Somebody who is named in JSON-LD. */
export interface Party {
  name: string;
  /** The page says that it is no person: then the name is one, whatever `and` or `&` is in it. */
  isOrganisation: boolean;
}

/** The people and organisations in a value: texts, things with a `name`, lists of both, or references by `@id`. */
export function partiesIn(value: unknown, things: ReadonlyMap<string, Thing>): Party[] {
  const parties = [value]
    .flat(2)
    .slice(0, 100)
    .flatMap((one): Party[] => {
      const id = isThing(one) ? one['@id'] : one;
      const referred = typeof id === 'string' ? things.get(id) : undefined;
      if (typeof one === 'string' && referred === undefined) return [{ name: one, isOrganisation: false }];
      const thing = isThing(one) && ownNames(one).length > 0 ? one : referred;
      if (thing === undefined) return [];
      const isOrganisation = kindsOf(thing).some((kind) => /(?:Organi[sz]ation|Corporation)$/i.test(kind));
      return ownNames(thing).map((name) => ({ name, isOrganisation }));
    });
  return parties.filter(({ name }) => name.trim() !== '');
}

/** Their names alone. */
export const namesIn = (value: unknown, things: ReadonlyMap<string, Thing>): string[] =>
  partiesIn(value, things).map(({ name }) => name);

function ownNames(thing: Thing): string[] {
  const names = [thing.name].flat().filter((name) => typeof name === 'string');
  if (names.some((name) => name.trim() !== '')) return names.slice(0, 100);
  const parts = [thing.givenName, thing.familyName].filter((part) => typeof part === 'string');
  return parts.length > 0 ? [parts.join(' ')] : [];
}

/** A value that is a text or a number, alone or beside its type, or the first of a list; empty: none of them. */
export function textIn(value: unknown): string {
  const [first] = [value].flat();
  const bare = isThing(first) ? first['@value'] : first;
  return typeof bare === 'string' || typeof bare === 'number' ? String(bare) : '';
}
