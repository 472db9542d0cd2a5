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
  /^(?:SocialMediaPosting|DiscussionForumPosting|Question|Review|Recipe|HowTo|Book|Chapter|PodcastEpisode|VideoObject)$/i,
  /^(?:CreativeWork|WebPage|ItemPage)$/i,
];

/**
 * What the page's JSON-LD says about its text: the thing of the most telling kind, or null. Graphs and arrays are walked
 * in the order they stand, a bounded number of things deep, so that no page can make it endless.
 */
export function describedText(page: Document): {
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
  const [best = null] = texts.sort((a, b) => rank(a) - rank(b));
  return { text: best, things, all: found };
}

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const kindsOf = (thing: Thing): string[] =>
  [thing['@type']].flat().flatMap((kind) => (typeof kind === 'string' ? [kind.replace(/^.*[/:#]/, '')] : []));

/** JSON that pages print into comments or CDATA, or with raw line breaks in its strings, is read all the same. */
function parsed(source: string): unknown {
  if (source.length > LONGEST_SCRIPT) return null;
  const bare = source
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const text of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next reading, or none: what a page gets wrong is no reason to stop.
    }
  }
  return null;
}

/** The names of people or organisations in a value: texts, things with a `name`, lists of both, or references by `@id`. */
export function namesIn(value: unknown, things: ReadonlyMap<string, Thing>): string[] {
  const names: string[] = [];
  for (const one of [value].flat().slice(0, 100)) {
    if (typeof one === 'string') names.push(things.has(one) ? ownName(things.get(one)) : one);
    else if (isThing(one)) names.push(ownName(one) || ownName(things.get(String(one['@id'] ?? ''))));
  }
  return names.filter((name) => name.trim() !== '');
}

function ownName(thing: Thing | undefined): string {
  const name = [thing?.name].flat()[0];
  if (typeof name === 'string' && name.trim() !== '') return name;
  const parts = [thing?.givenName, thing?.familyName].filter((part) => typeof part === 'string');
  return parts.join(' ');
}

/** A value that is a text, or the first text of a list; empty: neither. */
export function textIn(value: unknown): string {
  const [first] = [value].flat();
  return typeof first === 'string' ? first : '';
}
