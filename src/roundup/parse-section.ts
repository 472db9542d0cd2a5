import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { endOf, linksOf, startOf } from './markdown-blocks.ts';
import { type EntryHead, entryHead, headedEntry, textEntry } from './parse-entry.ts';
import type { ParsedEntry } from './parsed-issue.ts';

/** What stands in a section, in order: entries, and text that belongs to none. */
export interface SectionContent {
  intro: { start: number; end: number } | null;
  entries: ParsedEntry[];
}

/**
 * Finds the entries among the blocks of a section. Text before the first one is the intro; text behind that belongs to
 * no entry is kept as an entry without a link.
 *
 * @param isRuled whether this newsletter sets its entries apart by rules.
 */
export function sectionContent(markdown: string, blocks: readonly RootContent[], isRuled: boolean): SectionContent {
  const entries: ParsedEntry[] = [];
  for (const chunk of splitAtRules(blocks)) {
    const listing = chunk.findIndex((block) => headOf(markdown, block, false)?.kind === 'bold');
    if (listing >= 0) entries.push(...walk(markdown, chunk, { onlyListings: true }));
    else if (isRowOfOneLiners(markdown, chunk)) entries.push(...oneLiners(markdown, chunk));
    else if (isRuled && chunk[0]?.type !== 'list') entries.push(fullEntry(markdown, chunk));
    else entries.push(...walk(markdown, chunk, { onlyListings: false }));
  }
  const first = entries.findIndex(({ links, glue }) => links.length > 0 || glue.lead !== '');
  const before = entries.slice(0, first < 0 ? entries.length : first);
  const [start, end] = [before[0]?.start, before.at(-1)?.end];
  if (start === undefined || end === undefined) return { intro: null, entries };
  return { intro: { start, end }, entries: entries.slice(before.length) };
}

function headOf(markdown: string, block: RootContent | undefined, isTitle: boolean): EntryHead | null {
  return block?.type === 'paragraph' ? entryHead(markdown, block, isTitle) : null;
}

/** Three paragraphs or more, nearly all with a link and none a headline: no entry with a commentary looks like that. */
function isRowOfOneLiners(markdown: string, chunk: readonly RootContent[]): boolean {
  const linked = chunk.filter((block) => linksOf(block).length > 0).length;
  return (
    chunk.length >= 3 &&
    chunk.every((block) => block.type === 'paragraph') &&
    linked >= chunk.length - Math.max(1, chunk.length / 8) &&
    headOf(markdown, chunk[0], false)?.kind !== 'title'
  );
}

function oneLiners(markdown: string, chunk: readonly RootContent[]): ParsedEntry[] {
  return chunk.map((block) => paragraphEntry(markdown, block as Paragraph));
}

/** A paragraph on its own: a link with words behind it, or words that carry their links. */
function paragraphEntry(markdown: string, block: Paragraph): ParsedEntry {
  const head = entryHead(markdown, block, false);
  if (head !== null) return headedEntry(markdown, head, [], startOf(block), endOf(block));
  return textEntry(markdown, [block], 'one-liner');
}

/** What stands between two rules: headlines with their commentary, or text that carries its link. */
function fullEntry(markdown: string, chunk: readonly RootContent[]): ParsedEntry {
  const heads: EntryHead[] = [];
  for (const [at, block] of chunk.entries()) {
    const head = headOf(markdown, block, at < chunk.length - 1);
    if (head === null || (head.kind === 'line' && at > 0)) break;
    heads.push(head);
    if (head.gap !== null) break;
  }
  const first = heads[0];
  const last = heads.at(-1);
  if (first === undefined || last === undefined) return textEntry(markdown, chunk, 'inline');
  for (const [at, head] of heads.entries()) {
    const next = heads[at + 1];
    const link = head.links.at(-1);
    if (next !== undefined && link !== undefined) link.glue.links = markdown.slice(head.end, next.start);
  }
  const all = { ...last, links: heads.flatMap(({ links }) => links), start: first.start };
  return headedEntry(markdown, all, chunk.slice(heads.length), startOf(chunk[0]), endOf(chunk.at(-1)));
}

/** An entry that may still go on with the blocks that follow. */
interface Open {
  head: EntryHead | null;
  blocks: RootContent[];
  /** Whether blocks with links that follow are its commentary, and not entries of their own. */
  takesLinks: boolean;
}

/** Entries that nothing but their own beginnings set apart. */
function walk(
  markdown: string,
  blocks: readonly RootContent[],
  { onlyListings }: { onlyListings: boolean },
): ParsedEntry[] {
  const entries: ParsedEntry[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open !== null) entries.push(closed(markdown, open));
    open = null;
  };
  for (const [at, block] of blocks.entries()) {
    const begun = beginning(markdown, block, { next: blocks[at + 1], onlyListings });
    if (begun !== null) {
      close();
      open = begun;
    } else if (block.type === 'list' && isListOfEntries(block) && !takesList(open, onlyListings)) {
      close();
      entries.push(...block.children.map((item) => itemEntry(markdown, item)));
    } else if (open !== null && goesOn(open, block, onlyListings)) (open as Open).blocks.push(block);
    else {
      close();
      open = { head: null, blocks: [block], takesLinks: false };
      if (block.type === 'heading' || block.type === 'html') close();
    }
  }
  close();
  return entries;
}

function beginning(
  markdown: string,
  block: RootContent,
  { next, onlyListings }: { next: RootContent | undefined; onlyListings: boolean },
): Open | null {
  if (block.type === 'heading') {
    const head = entryHead(markdown, block, true);
    return head === null ? null : { head, blocks: [block], takesLinks: true };
  }
  const isTitle = next?.type === 'blockquote';
  const head = headOf(markdown, block, isTitle);
  if (head === null || (onlyListings && head.kind !== 'bold')) return null;
  return { head, blocks: [block], takesLinks: head.gap === null || head.kind === 'bold' };
}

/** Whether a list that follows is part of the entry: of its commentary, when this has begun. */
function takesList(open: Open | null, onlyListings: boolean): boolean {
  if (open === null || open.head === null) return false;
  return onlyListings || open.head.gap !== null || open.blocks.length > 1;
}

function goesOn(open: Open, block: RootContent, onlyListings: boolean): boolean {
  if (onlyListings && open.head !== null) return true;
  if (block.type === 'heading' || block.type === 'html') return false;
  const hasLinks = linksOf(block).length > 0;
  if (block.type === 'paragraph' && hasLinks) return open.takesLinks;
  if (open.head === null && linksOf(open.blocks[0] as RootContent).length === 0) return block.type !== 'paragraph';
  return true;
}

function closed(markdown: string, { head, blocks }: Open): ParsedEntry {
  const [first, ...rest] = blocks;
  if (head !== null) return headedEntry(markdown, head, rest, startOf(first), endOf(blocks.at(-1)));
  return textEntry(markdown, blocks, blocks.length === 1 ? 'one-liner' : 'inline');
}

/** Most of its items hold a link: the list is entries, and not a part of the text. */
function isListOfEntries(list: List): boolean {
  const linked = list.children.filter((item) => linksOf(item).length > 0).length;
  return linked > list.children.length / 2;
}

function itemEntry(markdown: string, item: ListItem): ParsedEntry {
  const [first, ...rest] = item.children;
  const [start, end] = [startOf(item), endOf(item)];
  if (first === undefined) return { ...textEntry(markdown, [item], 'one-liner'), start, end };
  const head = first.type === 'paragraph' || first.type === 'heading' ? itemHead(markdown, first, rest) : null;
  if (head !== null) return headedEntry(markdown, head, rest, start, end);
  const entry = textEntry(markdown, item.children, 'one-liner');
  return { ...entry, glue: { lead: markdown.slice(start, entry.start) }, start, end };
}

function itemHead(markdown: string, first: Paragraph | Heading, rest: readonly RootContent[]): EntryHead | null {
  return entryHead(markdown, first, rest.length > 0);
}

function splitAtRules(blocks: readonly RootContent[]): RootContent[][] {
  const chunks: RootContent[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'thematicBreak') chunks.push([]);
    else chunks.at(-1)?.push(block);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}
