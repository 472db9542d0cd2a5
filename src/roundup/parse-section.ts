import type { Heading, Link, List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isAddressAlone, isClosingLink } from './closing-link.ts';
import { isEditorsNote } from './editors-note.ts';
import { htmlRows } from './html-rows.ts';
import { endOf, linksOf, startOf } from './markdown-blocks.ts';
import {
  type EntryHead,
  entryHead,
  headAt,
  headedEntry,
  isPictureAlone,
  textEntry,
  withPictureAbove,
} from './parse-entry.ts';
import type { ParsedEntry } from './parsed-issue.ts';
import { tableRows } from './table-rows.ts';

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
  const notes = notesIn(markdown, blocks);
  const entries = blocks.slice(0, notes).map((block) => textEntry(markdown, [block], 'one-liner'));
  let lead = notes;
  for (const [at, chunk] of splitAtRules(blocks.slice(notes)).entries()) {
    const found = entriesOf(markdown, chunk, isRuled);
    if (at === 0) lead += leadingTexts(found);
    entries.push(...found);
  }
  const first = entries.findIndex(
    ({ links, glue, commentary }) => links.length > 0 || glue.lead !== '' || /^#/.test(commentary),
  );
  const before = entries.slice(0, Math.max(lead, first < 0 ? entries.length : first));
  const [start, end] = [before[0]?.start, before.at(-1)?.end];
  return {
    intro: start === undefined || end === undefined ? null : { start, end },
    entries: entries.slice(before.length),
  };
}

/** The entries between two rules. */
function entriesOf(markdown: string, chunk: readonly RootContent[], isRuled: boolean): ParsedEntry[] {
  if (chunk.every((block) => isBetween(block))) return [];
  if (picturesAbove(markdown, chunk).size > 0) return walk(markdown, chunk, { onlyListings: false });
  const heads = chunk.map((block) => headOf(markdown, block, false)?.kind);
  const bold = heads.filter((kind) => kind === 'bold').length;
  const others = heads.filter((kind) => kind === 'title' || kind === 'line').length;
  if (bold > others) return walk(markdown, chunk, { onlyListings: true });
  if (isHeadlineWithText(markdown, chunk)) return [fullEntry(markdown, chunk)];
  if (isRowOfOneLiners(markdown, chunk)) return oneLiners(markdown, chunk);
  if (isRuled && isOneEntry(markdown, chunk)) return [fullEntry(markdown, chunk)];
  return walk(markdown, chunk, { onlyListings: false });
}

/** How many words of the editor to the readers a section begins with. */
function notesIn(markdown: string, blocks: readonly RootContent[]): number {
  const other = blocks.findIndex((block) => !isEditorsNote(markdown, block));
  return Math.max(0, other);
}

/** How many texts lead up to a list or to listings, though they hold links: one or two, before three entries or more. */
function leadingTexts(entries: readonly ParsedEntry[]): number {
  const isText = (entry: ParsedEntry) =>
    entry.glue.lead === '' &&
    !/^#/.test(entry.commentary) &&
    /^(?:inline|one-liner)$/.test(entry.shape) &&
    isCarried(entry);
  const first = entries.findIndex((entry) => !isText(entry));
  if (first < 1 || first > 2 || entries.length - first < 2) return 0;
  const isListed = ({ shape, glue }: ParsedEntry) =>
    shape === 'listing' || /^\s*(?:[-+*]|\d+[.)])\s/.test(glue.lead ?? '');
  return isListed(entries[first] as ParsedEntry) ? first : 0;
}

/** Whether the words of an entry hold all its links. */
export const isCarried = ({ links, commentary }: Pick<ParsedEntry, 'links' | 'commentary'>): boolean =>
  links.every(({ title }) => commentary.includes(`[${title}]`));

/** Definitions of links, comments, attributes and tags without words: they stand between entries like white space. */
export function isBetween(block: RootContent): boolean {
  if (block.type === 'definition') return true;
  // `<a name="x"></a>` on a line of its own is a paragraph to Markdown.
  if (block.type === 'paragraph') {
    const [only] = block.children;
    // Attributes of the block above, as kramdown has them; `&nbsp;`.
    if (block.children.length === 1 && only?.type === 'text' && /^(?:\{:[^}]*\}|\s*)$/.test(only.value)) return true;
    if (block.children.length === 1 && only?.type === 'link' && isButton(only)) return true;
    return (
      block.children.every((node) => node.type === 'html' && !EMBEDS.test(node.value)) && linksOf(block).length === 0
    );
  }
  return (
    block.type === 'html' &&
    block.value.length < LONGEST_TAGS &&
    block.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '').trim() === '' &&
    !EMBEDS.test(block.value)
  );
}

/** A link to a place in the issue, or what sending services put between texts: `[Subscribe now](…)`, `[Share](…)`. */
function isButton(link: Link): boolean {
  const words = plainText(link).replace(/^\P{L}+|\P{L}+$/gu, '');
  return link.url.startsWith('#') || BUTTON.test(words);
}

const BUTTON =
  /^(?:subscribe(?: now| here)?|upgrade to paid|share(?: (?:this(?: post)?|.{1,40}))?|leave a comment|give a gift subscription|get \d+% off(?: .{1,20})?|refer a friend|view (?:this (?:e-?mail )?)?in (?:your )?browser|read (?:this )?online|unsubscribe|jetzt abonnieren|teilen|s’abonner|partager|suscribirse|compartir|inscreva-se|compartilhar)$/iu;

/** Characters: what is longer takes too long to look through. */
const LONGEST_TAGS = 20_000;
const EMBEDS = /<(?:img|iframe|video|audio|source|embed|object)\b/i;

function headOf(markdown: string, block: RootContent | undefined, isTitle: boolean): EntryHead | null {
  return block?.type === 'paragraph' ? entryHead(markdown, block, isTitle) : null;
}

/** Three paragraphs or more, nearly all with a link and none a headline: no entry with a commentary looks like that. */
function isRowOfOneLiners(markdown: string, chunk: readonly RootContent[]): boolean {
  const blocks = chunk.filter((block) => !isBetween(block));
  const linked = blocks.filter((block) => linksOf(block).length > 0).length;
  return (
    blocks.length >= 3 &&
    blocks.every((block) => block.type === 'paragraph') &&
    linked >= blocks.length - Math.max(1, blocks.length / 8) &&
    headOf(markdown, blocks[0], false)?.kind !== 'title'
  );
}

/**
 * A headline, and paragraphs that begin with no link of their own and of which one holds none: its commentary. So what
 * stands behind the first link is its byline, though it look like no name.
 */
function isHeadlineWithText(markdown: string, chunk: readonly RootContent[]): boolean {
  const [first, ...rest] = chunk.filter((block) => !isBetween(block));
  return (
    headOf(markdown, first, true)?.kind === 'title' &&
    rest.every((block) => block.type === 'paragraph' && headOf(markdown, block, false) === null) &&
    rest.some((block) => linksOf(block).length === 0)
  );
}

function oneLiners(markdown: string, chunk: readonly RootContent[]): ParsedEntry[] {
  return chunk.filter((block) => !isBetween(block)).flatMap((block) => paragraphEntries(markdown, block as Paragraph));
}

/** A paragraph on its own: a link with words behind it, or words that carry their links. */
function paragraphEntries(markdown: string, block: Paragraph): ParsedEntry[] {
  const rows = tableRows(markdown, block);
  if (rows !== null) return rows;
  const lines = lineEntries(markdown, block);
  if (lines !== null) return lines;
  const head = entryHead(markdown, block, false);
  if (head !== null) return [headedEntry(markdown, head, [], startOf(block), endOf(block))];
  return [textEntry(markdown, [block], 'one-liner')];
}

/**
 * A paragraph of which every line is an entry: each begins with a link, and words or nothing stand behind it.
 *
 * @param isLast whether no commentary can follow.
 */
function lineEntries(markdown: string, block: Paragraph, isLast = false): ParsedEntry[] | null {
  const [start, end] = [startOf(block), endOf(block)];
  if (end - start > LONGEST_LINES) return null;
  const lines = linesOf(markdown.slice(start, end)).map(([from, to]) => [start + from, start + to] as const);
  if (lines.length < 2 || lines.length > MOST_LINES) return null;
  const heads = lines.map(([from]) => headAt(markdown, block, from));
  if (heads.some((head) => head === null)) return null;
  // Titles alone are several headlines over one commentary; so many of them have none.
  const areMarked = heads.every((head, at) => (head?.start ?? 0) > (lines[at]?.[0] ?? 0));
  const isList =
    heads.length >= (isLast ? FEWEST_LAST : FEWEST_LINES) || areMarked || heads.every((head) => head?.kind === 'line');
  if (!isList) return null;
  return lines.map(([from, to], at) => {
    const { links, ...head } = heads[at] as EntryHead;
    const [link] = links;
    const isLine = head.kind !== 'title';
    const own: EntryHead = { ...head, links: link === undefined ? [] : [withoutNext(link)], end: to };
    if (!isLine) Object.assign(own, { gap: null, words: to });
    return headedEntry(markdown, own, [], from, to);
  });
}

/** Each line is read together with those behind it: more of them are left as one text. */
const MOST_LINES = 100;
/** Characters. */
const LONGEST_LINES = 20_000;

/** So many lines with a link alone are entries of their own. */
const FEWEST_LINES = 4;
/** The same where nothing stands below them. */
const FEWEST_LAST = 3;

function withoutNext(link: ParsedEntry['links'][number]): ParsedEntry['links'][number] {
  const { links: _, ...glue } = link.glue;
  return { ...link, glue };
}

/** The end of a line with the white space around it, which is looked at once, from where it begins. */
const LINE_END = /(?:(?<![ \t])[ \t]+)?(?:(?:(?:<br ?\/?>|\\)[ \t]*)?(?:\r\n|\n|\r)|<br ?\/?>)[ \t]*/g;

/** Where the lines of a paragraph begin and end, without hard breaks. */
function linesOf(text: string): [from: number, to: number][] {
  const lines: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines.push([from, match.index]);
    from = match.index + match[0].length;
  }
  return [...lines, [from, text.length]];
}

/** Whether what stands between two rules is one entry: no headline stands in it behind words that are no headline. */
function isOneEntry(markdown: string, chunk: readonly RootContent[]): boolean {
  if (chunk[0]?.type === 'list') return false;
  if (chunk.some((block) => block.type === 'heading' && entryHead(markdown, block, true) !== null)) return false;
  const titles = chunk.map((block, at) => headOf(markdown, block, at < chunk.length - 1)?.kind);
  const first = titles.findIndex((kind) => kind !== 'title');
  const later = titles.slice(Math.max(first, 1)).filter((kind) => kind === 'title' || kind === 'line').length;
  return later < 2;
}

/** What stands between two rules: headlines with their commentary, or text that carries its link. */
function fullEntry(markdown: string, between: readonly RootContent[]): ParsedEntry {
  const from = between.findIndex((block) => !isBetween(block));
  const chunk = between.slice(Math.max(from, 0), between.findLastIndex((block) => !isBetween(block)) + 1);
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
  /** What stands between entries, unless the one before it goes on. */
  let between: RootContent[] = [];
  const close = () => {
    if (open !== null) entries.push(closed(markdown, open));
    open = null;
    between = [];
  };
  let source: RootContent | undefined;
  let picture: RootContent | undefined;
  const above = picturesAbove(markdown, blocks);
  const areAbove = areAboveSources(markdown, blocks);
  for (const [at, block] of blocks.entries()) {
    if (block === source) continue;
    if (isBetween(block)) {
      if (open !== null) between.push(block);
      continue;
    }
    source = onlyListings ? undefined : sourceOf(markdown, block, blocks[at + 1], areAbove);
    if (source !== undefined) {
      close();
      entries.push(textEntry(markdown, [block, source], 'inline'));
      continue;
    }
    if (above.size > 0 && isPictureAlone(block)) {
      close();
      if (above.has(block)) picture = block;
      else open = { head: null, blocks: [block], takesLinks: false };
      continue;
    }
    if (open !== null && isClosing(open, block)) {
      (open as Open).blocks.push(...between, block);
      close();
      continue;
    }
    const rows = takesTable(open) ? null : rowsOf(markdown, block);
    if (rows !== null) {
      close();
      entries.push(...rows);
      continue;
    }
    const isLast = blocks[at + 1] === undefined;
    const lines = block.type === 'paragraph' && !onlyListings ? lineEntries(markdown, block, isLast) : null;
    if (lines !== null && blocks[at + 1]?.type !== 'blockquote') {
      close();
      entries.push(...lines);
      continue;
    }
    const begun = beginning(markdown, block, { next: blocks[at + 1], onlyListings });
    if (begun !== null) {
      close();
      const head = begun.head;
      open =
        picture === undefined || head === null ? begun : { ...begun, head: withPictureAbove(markdown, head, picture) };
      picture = undefined;
    } else if (block.type === 'list' && isListOfEntries(block) && !takesList(open, onlyListings)) {
      close();
      entries.push(...block.children.flatMap((item) => itemEntries(markdown, item)));
    } else if (open !== null && goesOn(open, block, onlyListings)) {
      (open as Open).blocks.push(...between, block);
      between = [];
    } else {
      close();
      // A heading that is no section's is the title of the text below it.
      open = { head: null, blocks: [block], takesLinks: block.type === 'heading' };
      if (block.type === 'html') close();
    }
  }
  close();
  return entries;
}

/** The entries of a table, or of paragraphs and items of HTML; null: the block is none. */
function rowsOf(markdown: string, block: RootContent): ParsedEntry[] | null {
  if (block.type === 'html') return htmlRows(markdown, block);
  return block.type === 'paragraph' ? tableRows(markdown, block) : null;
}

/** The line below a quotation, or below a text where all are written so, that says where it is from: `— [Ada Quill](…)`. */
function sourceOf(
  markdown: string,
  block: RootContent,
  next: RootContent | undefined,
  areAbove: boolean,
): RootContent | undefined {
  if (next?.type !== 'paragraph' || linksOf(next).length === 0) return undefined;
  if (areAbove) return next;
  if (block.type !== 'blockquote') return undefined;
  return /^[*_]?(?:[–—]|-{1,3}|&[mn]dash;)\s*\S/u.test(markdown.slice(startOf(next), endOf(next))) ? next : undefined;
}

/** The pictures that stand above the title they belong to: all that a title follows, where the section begins with one. */
function picturesAbove(markdown: string, blocks: readonly RootContent[]): ReadonlySet<RootContent> {
  const all = blocks.filter((block) => !isBetween(block));
  const isAbove = (block: RootContent, at: number) => {
    const [next, ...rest] = all.slice(at + 1, at + 3);
    if (!isPictureAlone(block) || next === undefined) return false;
    const isRow = next.type === 'paragraph' && lineEntries(markdown, next) !== null;
    return !isRow && beginning(markdown, next, { next: rest[0], onlyListings: false }) !== null;
  };
  return new Set(all[0] !== undefined && isAbove(all[0], 0) ? all.filter(isAbove) : []);
}

/**
 * Whether quotations, or texts of a paragraph, stand above their sources: they begin the section, a link follows each, and
 * none stands behind the last. A text above a single link may be the intro of the section.
 */
function areAboveSources(markdown: string, blocks: readonly RootContent[]): boolean {
  const all = blocks.filter((block) => !isBetween(block));
  const isAbove = (type: RootContent['type']) =>
    all.every((block, at) =>
      at % 2 === 0
        ? block.type === type && linksOf(block).length === 0
        : headOf(markdown, block, false)?.kind === 'title',
    );
  if (all.length < 2 || all.length % 2 !== 0) return false;
  return isAbove('blockquote') || (all.length > 2 && isAbove('paragraph'));
}

/** Whether the block is the link that closes the text below a title that is none. */
function isClosing({ head, blocks }: Open, block: RootContent): boolean {
  return head === null && blocks[0]?.type === 'heading' && blocks.length > 1 && isClosingLink(block);
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
  return { head, blocks: [block], takesLinks: (head.gap === null && head.kind !== 'line') || head.kind === 'bold' };
}

/** Whether a list that follows is part of the entry: of its commentary, when this has begun. */
function takesList(open: Open | null, onlyListings: boolean): boolean {
  if (open === null) return false;
  if (open.head === null) return isOverAddress(open);
  return onlyListings || open.head.gap !== null || open.blocks.length > 1;
}

/** Whether it is a title without a link, above the address of its page. */
const isOverAddress = ({ head, blocks }: Open): boolean =>
  head === null && blocks[0]?.type === 'heading' && isAddressAlone(blocks[1]);

/** Whether a table that follows is part of the entry. */
const takesTable = (open: Open | null): boolean =>
  open !== null && (open.head !== null || open.blocks[0]?.type === 'heading');

function goesOn(open: Open, block: RootContent, onlyListings: boolean): boolean {
  if (onlyListings && open.head !== null) return true;
  if (block.type === 'heading' || (block.type === 'html' && !isOverAddress(open))) return false;
  if (open.blocks[0]?.type === 'heading' && open.head === null) return true;
  const hasLinks = linksOf(block).length > 0;
  // Quotations that hold a link each are entries of their own.
  if (block.type === 'blockquote' && hasLinks && open.blocks.every((one) => one.type === 'blockquote')) return false;
  if (block.type === 'paragraph' && hasLinks) return open.takesLinks;
  if (open.head === null && linksOf(open.blocks[0] as RootContent).length === 0) return block.type !== 'paragraph';
  return true;
}

function closed(markdown: string, { head, blocks }: Open): ParsedEntry {
  const [first, ...rest] = blocks;
  if (head !== null)
    return headedEntry(markdown, head, rest, Math.min(head.start, startOf(first)), endOf(blocks.at(-1)));
  return textEntry(markdown, blocks, blocks.length === 1 ? 'one-liner' : 'inline');
}

/** Most of its items hold a link: the list is entries, and not a part of the text. */
export function isListOfEntries(list: List): boolean {
  const linked = list.children.filter((item) => linksOf(item).length > 0).length;
  return linked > list.children.length / 2;
}

/** The entries of an item: one, or those of a list below words that name it, which are a text of their own. */
function itemEntries(markdown: string, item: ListItem): ParsedEntry[] {
  const [words, list, ...rest] = item.children;
  const isGroup = words?.type === 'paragraph' && linksOf(words).length === 0 && list?.type === 'list';
  if (!isGroup || rest.length > 0 || !isListOfEntries(list)) return [itemEntry(markdown, item)];
  const name = textEntry(markdown, [words], 'one-liner');
  const lead = markdown.slice(startOf(item), name.start);
  return [
    { ...name, glue: { lead }, start: startOf(item) },
    ...list.children.flatMap((own) => itemEntries(markdown, own)),
  ];
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
