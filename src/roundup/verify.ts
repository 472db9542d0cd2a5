import type { Entry } from '../domain/entry.ts';
import { type Link, titleOf } from '../domain/link.ts';
import { foldText, isPrintableAddress } from './escape.ts';
import type { ReadLink } from './links-in-tree.ts';
import { readLinks } from './read-links.ts';
import { isCarriedByText, type Rendering } from './render.ts';
import { isSameTarget } from './same-target.ts';

/** A link's text and address, both as a reader gets them. */
export interface ReadableLink {
  text: string;
  address: string;
}

/**
 * A link that does not read back as the records say: it is `missing`, stands there `unexpected`, has another `text` or
 * another `address`, or its address is `unprintable` (neither http, https nor mailto) and its title stands without a
 * link. `unread`: a part of the entry is too tangled for any parser, nothing can be said of its links.
 */
export interface Difference {
  entryId: string;
  kind: 'missing' | 'unexpected' | 'text' | 'address' | 'unprintable' | 'unread';
  expected: ReadableLink | null;
  found: ReadableLink | null;
}

/** How the printed text reads back. */
export interface Proof {
  /** Number of links that came out as written. */
  links: number;
  differences: Difference[];
}

/** What must be found; where the editor's own words carry the link, its text is not the record's to say. */
interface Expected {
  text: string | null;
  address: string;
  /** One of the entry's links, not one that the editor wrote into a text. */
  isOwn: boolean;
}

/**
 * Parses the printed issue and compares every link of every entry, in the entry's own place, with its record. A link
 * that another entry swallowed, for example through a code fence that was left open, is a difference of the entry it
 * belongs to.
 */
export function verify(rendering: Rendering, entries: readonly Entry[]): Proof {
  const printed = readLinks(rendering.markdown);
  const proof: Proof = { links: 0, differences: [] };
  for (const place of rendering.places) {
    const entry = entries.find(({ id }) => id === place.entryId);
    if (entry === undefined) continue;
    const here = printed.filter(({ kind, start, end }) =>
      // A tangle is cut by lines: it reaches beyond the entry it stands in.
      kind === 'unread' ? start < place.end && end > place.start : start >= place.start && end <= place.end,
    );
    compare(entry, here, proof);
  }
  return proof;
}

function compare(entry: Entry, here: readonly ReadLink[], proof: Proof): void {
  if (here.some((link) => link.kind === 'unread')) report(entry, 'unread', null, null, proof);
  const found = readables(here);
  const open: Expected[] = [];
  for (const expected of expectedLinks(entry)) {
    if (expected.isOwn && !isPrintableAddress(expected.address)) report(entry, 'unprintable', expected, null, proof);
    else if (takeOut(found, (link) => isEqual(link, expected))) proof.links += 1;
    else open.push(expected);
  }
  for (const expected of open) {
    const sameAddress = takeOut(found, (link) => isSameTarget(link.address, expected.address));
    const sameText = sameAddress ?? takeOut(found, (link) => link.text === expected.text);
    report(entry, sameAddress ? 'text' : sameText ? 'address' : 'missing', expected, sameText ?? null, proof);
  }
  for (const link of found) report(entry, 'unexpected', null, link, proof);
}

/** By the record, which is never changed: of an issue that is being written all entries but one are as they were. */
const known = new WeakMap<Entry, readonly Expected[]>();

/** Every link an entry must give, in no particular order: a template may print them in any. */
function expectedLinks(entry: Entry): readonly Expected[] {
  const expected = known.get(entry) ?? linksToExpect(entry);
  known.set(entry, expected);
  return expected;
}

function linksToExpect(entry: Entry): Expected[] {
  const inText = writtenIn(entry.commentary);
  if (isCarriedByText(entry)) {
    const missing = entry.links.filter(({ address }) => !inText.some((link) => isSameTarget(link.address, address)));
    return [...inText, ...missing.map(({ address }) => ({ text: null, address, isOwn: true }))];
  }
  const own = entry.links.map((link) => ({ text: titleText(link), address: link.address, isOwn: true }));
  const inTitles = entry.links.flatMap((link) => (link.titleIsMarkdown ? writtenIn(link.title) : []));
  return [...own, ...inTitles, ...entry.links.flatMap((link) => writtenIn(link.byline)), ...inText];
}

const writtenIn = (text: string): Expected[] => readables(readLinks(text)).map((link) => ({ ...link, isOwn: false }));

/** A title that reads as it is written: no sign of it means anything in Markdown, nor is there anything to fold. */
const PLAIN = /^[\p{L}\p{N}.,:;?'"“”‘’()/-](?:(?:[\p{L}\p{N}.,:;?'"“”‘’()/-]| (?! ))*[\p{L}\p{N}.,:;?'"“”‘’()/-])?$/u;

/** The text readers see of a link's title. */
function titleText(link: Link): string {
  if (PLAIN.test(link.title)) return link.title;
  if (!link.titleIsMarkdown) return foldText(titleOf(link));
  return foldText(readLinks(`[${link.title}](x:)`)[0]?.text ?? link.title);
}

const readables = (links: readonly ReadLink[]): ReadableLink[] =>
  links.filter((link) => link.kind !== 'unread').map((link) => ({ text: foldText(link.text), address: link.address }));

const isEqual = (link: ReadableLink, expected: Expected) =>
  isSameTarget(link.address, expected.address) && (expected.text === null || link.text === expected.text);

function takeOut<T>(list: T[], matches: (item: T) => boolean): T | undefined {
  const at = list.findIndex(matches);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

function report(
  entry: Entry,
  kind: Difference['kind'],
  expected: Expected | null,
  found: ReadableLink | null,
  proof: Proof,
): void {
  proof.differences.push({
    entryId: entry.id,
    kind,
    expected: expected === null ? null : { text: expected.text ?? '', address: expected.address },
    found,
  });
}
