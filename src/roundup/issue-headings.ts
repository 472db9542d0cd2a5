import type { Heading, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isAddressAlone, isClosingLink } from './closing-link.ts';
import { blanked, type FrontMatter, frontMatterOf } from './front-matter.ts';
import { blocksOf, linksOf } from './markdown-blocks.ts';
import { entryHead } from './parse-entry.ts';
import { isListOfEntries } from './parse-section.ts';
import { withStandingHeadings } from './standing-headings.ts';
import { tableRows } from './table-rows.ts';

/** A heading that is no entry's title, and what stands under it up to the next one. */
export interface Head {
  block: Heading;
  /** Entries stand under it, and not just a text. */
  isGroup: boolean;
  /** A text with a link and nothing else stands under it: the heading may be the title of an entry. */
  isTitle: boolean;
  /** It is such a title if any is: a link closes its text, such as `[Read more](…)`, or it stands above its address. */
  isClosedByLink: boolean;
}

/** The headings of an issue that are no titles of entries by their own links. */
export function headsIn(markdown: string, blocks: readonly RootContent[]): Head[] {
  const linkedTitle = linkedTitleIn(blocks);
  const isOwn = (block: RootContent | undefined): block is Heading =>
    // A section cannot go by no name.
    block?.type === 'heading' &&
    plainText(block).trim() !== '' &&
    (block === linkedTitle || !isEntryTitle(markdown, block));
  const heads: Head[] = [];
  const nothing = { entries: 0, links: 0, blocks: 0, closing: false, next: undefined as RootContent | undefined };
  let below = { ...nothing };
  // From the end, so that each block is looked at once however many headings there are.
  for (const block of blocks.toReversed()) {
    if (isOwn(block)) {
      const isClosedByLink = (below.closing && below.entries < 2 && below.blocks > 1) || isAddressAlone(below.next);
      const isGroup = below.entries > 0 && !isClosedByLink;
      heads.push({ block, isGroup, isTitle: !isGroup && below.links > 0, isClosedByLink });
      below = { ...nothing };
    } else if (block.type === 'thematicBreak') {
      // Words behind the last rule are the end of the issue, and none of the last heading's.
      if (heads.length === 0 && below.entries + below.links === 0) below = { ...nothing };
    } else {
      if (below.blocks === 0) below.closing = isClosingLink(block);
      below.next = block;
      below.blocks += 1;
      below.entries += beginsEntry(markdown, block) ? 1 : 0;
      below.links += linksOf(block).length;
    }
  }
  return heads.reverse();
}

/** The heading of the whole issue where it is a link, to the newsletter say: the only one of level 1, above all others. */
function linkedTitleIn(blocks: readonly RootContent[]): Heading | undefined {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading');
  const [first, ...others] = headings;
  return first?.depth === 1 && others.length > 0 && others.every(({ depth }) => depth > 1) ? first : undefined;
}

export function beginsEntry(markdown: string, block: RootContent): boolean {
  if (block.type === 'heading') return true;
  if (block.type === 'paragraph')
    return entryHead(markdown, block, false) !== null || tableRows(markdown, block) !== null;
  return block.type === 'list' && isListOfEntries(block);
}

/** A heading that begins with a link to a page is the title of an entry; one to a place in the issue is not. */
export function isEntryTitle(markdown: string, heading: Heading): boolean {
  const [link] = entryHead(markdown, heading, true)?.links ?? [];
  if (link !== undefined) return !link.address.startsWith('#');
  // `Title (https://…)`, as plain text has it.
  return linksOf(heading).some(({ isBare }) => isBare === true);
}

/** How many headings of each level there are that are no entry's title. */
export function headingLevels(markdown: string): Map<number, number> {
  return countLevels(headsIn(markdown, withStandingHeadings(markdown, blocksOf(withoutFront(markdown)))));
}

function countLevels(heads: readonly Head[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { block } of heads) counts.set(block.depth, (counts.get(block.depth) ?? 0) + 1);
  // The heading of the whole issue is none of its sections'.
  if (heads[0]?.block.depth === 1 && counts.get(1) === 1 && counts.size > 1) counts.delete(1);
  for (const [level, count] of [...counts].sort(([a], [b]) => b - a)) {
    const titles = heads.filter(({ block, isTitle }) => block.depth === level && isTitle).length;
    const above = [...counts].filter(([other]) => other < level).reduce((sum, [, more]) => sum + more, 0);
    if (above > 0 && count > above && titles > (count * 2) / 3) counts.delete(level);
  }
  return counts;
}

/** So many headings at least, each over a text that a link closes, are the titles of an issue that has no sections. */
const FEWEST_TITLES = 3;

/** Whether the headings are titles of entries, and none begins a section. */
export const areTitles = (heads: readonly Head[]): boolean =>
  heads.length >= FEWEST_TITLES && heads.every(({ isClosedByLink }) => isClosedByLink);

/** The level most headings have; of two, the higher. */
export function usualLevel(counts: ReadonlyMap<number, number>): number {
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return most?.[0] ?? 2;
}

/** The level known of the newsletter, or the next one above it that this issue has. */
export function sectionLevelOf(heads: readonly Head[], known: number | null): number {
  const counts = countLevels(heads);
  const above = [...counts.keys()].filter((level) => known !== null && level <= known);
  return above.length > 0 ? Math.max(...above) : usualLevel(counts);
}

export function withoutFront(markdown: string): string {
  const front = frontMatterOf(markdown);
  return front === null ? markdown : blanked(markdown, front.end);
}

/** The heading of the whole issue: the only one of level 1, or one that says what the front matter says, before every other. */
export function titleOf(heads: readonly Head[], level: number, front: FrontMatter | null): Heading | undefined {
  const first = heads[0]?.block;
  if (first === undefined) return undefined;
  const isAlone = heads.filter(({ block }) => block.depth === 1).length === 1 && (level > 1 || heads.length === 1);
  const named = front?.fields
    .find(({ key }) => /^(?:title|subject)$/i.test(key))
    ?.value.replace(/^["']|["']$/g, '')
    .trim();
  const isNamed = plainText(first) === named && heads.length > 1;
  const isNumbered = heads.length > 1 && /#\s?\d|\b(?:issue|no\.?|vol(?:ume)?\.?)\s?\d/i.test(plainText(first));
  const isAbove = heads.slice(1).every(({ block }) => block.depth > first.depth) && heads[0]?.isGroup !== true;
  if (first.depth > 1) return isAbove && (isNamed || isNumbered) ? first : undefined;
  return isAlone || isNamed || isNumbered ? first : undefined;
}
