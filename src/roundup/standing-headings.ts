import type { Heading, Html, Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isClosingLink } from './closing-link.ts';
import { endOf, linksOf, startOf } from './markdown-blocks.ts';
import { entryHead } from './parse-entry.ts';
import { isListOfEntries } from './parse-section.ts';

/**
 * The blocks of an issue with what its readers take for headings and rules as such, though Markdown does not know it for
 * them: headings of HTML, rows of ornaments, and in an issue without headings the lines that stand in their place.
 */
export function withStandingHeadings(markdown: string, blocks: readonly RootContent[]): RootContent[] {
  const known = blocks.map((block) => htmlHeading(markdown, block) ?? ornament(block) ?? block);
  if (known.some((block) => block.type === 'heading' && block.depth > 1)) return withBoldTitles(markdown, known);
  for (const wordsOf of LINES) {
    const found = known.map((block, at) => (wordsOf(markdown, block, known[at + 1]) === null ? null : at));
    if (found.filter((at) => at !== null).length < 2) continue;
    return known.map((block, at) => {
      const words = found[at] === null ? null : wordsOf(markdown, block, known[at + 1]);
      return words === null ? block : heading(2, words, block);
    });
  }
  return known;
}

/** Bold lines are titles of entries where a link closes the text below each: `Source: [The Gauge](…)`. */
function withBoldTitles(markdown: string, blocks: readonly RootContent[]): RootContent[] {
  const isEnd = (block: RootContent | undefined) =>
    block === undefined || block.type === 'heading' || block.type === 'thematicBreak';
  const isBold = (block: RootContent | undefined) => block !== undefined && boldLine(markdown, block) !== null;
  const bold = blocks.flatMap((block, at) => (isBold(block) ? [at] : []));
  const isClosed = (at: number) => {
    const own = blocks.slice(at + 1, at + 1 + MOST_BLOCKS);
    const last = own.findIndex((_, place) => isEnd(own[place + 1]) || isBold(own[place + 1]));
    return last > 0 && isClosingLink(own[last] as RootContent);
  };
  if (bold.length < 2 || !bold.every(isClosed)) return [...blocks];
  const titles = new Set(bold);
  return blocks.map((block, at) => (titles.has(at) ? heading(6, boldLine(markdown, block) ?? [], block) : block));
}

/** A text that is longer is no entry's. */
const MOST_BLOCKS = 20;

type Words = Heading['children'];

function heading(depth: Heading['depth'], children: Words, block: RootContent): Heading {
  return { type: 'heading', depth, children, ...(block.position !== undefined && { position: block.position }) };
}

/** `<h2>Reads</h2>`, a block of its own. */
const HTML_HEADING = /^(<h([1-6])(?:\s[^<>]*)?>\s*)([^<>\s](?:[^<>]*[^<>\s])?)\s*<\/h\2\s*>$/i;
/** Characters: what is longer is no heading. */
const LONGEST = 200;

function htmlHeading(markdown: string, block: RootContent): Heading | null {
  if (block.type !== 'html' || block.value.length > LONGEST) return null;
  const [, open = '', depth, words] = HTML_HEADING.exec(block.value) ?? [];
  if (words === undefined) return null;
  const from = startOf(block) + open.length;
  return heading(Number(depth) as Heading['depth'], [textAt(markdown, block, from, from + words.length)], block);
}

/** A part of a block as text; positions are offsets, lines are not looked at. */
function textAt(markdown: string, block: RootContent, from: number, to: number): Words[number] {
  const point = (offset: number) => ({ line: block.position?.start.line ?? 1, column: 1, offset });
  return { type: 'text', value: markdown.slice(from, to), position: { start: point(from), end: point(to) } };
}

/** `⁂`, `• • •`, `~~~~~`, an emoji: a paragraph without a letter or digit parts what stands around it as a rule does. */
function ornament(block: RootContent): RootContent | null {
  if (block.type !== 'paragraph' || !block.children.every(({ type }) => type === 'text')) return null;
  const text = plainText(block);
  if (text.trim() === '' || text.length > LONGEST || /[\p{L}\p{N}]/u.test(text)) return null;
  return { type: 'thematicBreak', ...(block.position !== undefined && { position: block.position }) };
}

/** The words of a line that stands for a heading; null: it is none. One function for each way to write them. */
const LINES: readonly ((markdown: string, block: RootContent, next: RootContent | undefined) => Words | null)[] = [
  boldLine,
  numberedLine,
  framedLine,
  capitalsLine,
  colonLine,
];

/** `**Reads**` */
function boldLine(_: string, block: RootContent): Words | null {
  const [strong, ...others] = block.type === 'paragraph' ? block.children : [];
  return strong?.type === 'strong' && others.length === 0 && linksOf(block).length === 0 ? strong.children : null;
}

/** `1. READS`: a list of one item without a link, before an entry that is no item of it. */
function numberedLine(markdown: string, block: RootContent, next: RootContent | undefined): Words | null {
  const [item, ...others] = block.type === 'list' && block.ordered === true ? block.children : [];
  const [line, ...below] = item?.children ?? [];
  if (line?.type !== 'paragraph' || others.length + below.length > 0 || !isShort(line)) return null;
  return beginsWithEntry(markdown, next) ? line.children : null;
}

/** `--- READS ---`, `== Reads ==`, `[ Reads ]` */
function framedLine(markdown: string, block: RootContent): Words | null {
  if (!isLine(block)) return null;
  const text = markdown.slice(startOf(block), endOf(block));
  const [, before = '', words] =
    /^((?:[-=~*#_+:–—]{2,}|\[)[ \t]*)([\p{L}\p{N}\p{Extended_Pictographic}][^\n]*?)[ \t]*(?:[-=~*#_+:–—]{2,}|\])$/u.exec(
      text,
    ) ?? [];
  const from = startOf(block) + before.length;
  return words === undefined ? null : [textAt(markdown, block, from, from + words.length)];
}

/** `THINGS TO READ` */
function capitalsLine(markdown: string, block: RootContent, next: RootContent | undefined): Words | null {
  if (!isLine(block) || !beginsWithEntry(markdown, next)) return null;
  return /^\P{Ll}*\p{Lu}{3}\P{Ll}*$/u.test(plainText(block)) ? block.children : null;
}

/** `Things to read:` */
function colonLine(markdown: string, block: RootContent, next: RootContent | undefined): Words | null {
  if (!isLine(block) || !beginsWithEntry(markdown, next)) return null;
  const text = markdown.slice(startOf(block), endOf(block));
  return /^[^:.!?]+:$/u.test(text) ? [textAt(markdown, block, startOf(block), endOf(block) - 1)] : null;
}

/** Words. */
const MOST_WORDS = 6;

/** A paragraph of a few words on one line, and no link. */
function isLine(block: RootContent): block is Paragraph {
  return block.type === 'paragraph' && isShort(block) && block.children.every(({ type }) => type === 'text');
}

function isShort(block: Paragraph | Html): boolean {
  const text = plainText(block);
  if (text.length > LONGEST || text.includes('\n')) return false;
  return text.trim().split(/\s+/).length <= MOST_WORDS && linksOf(block).length === 0;
}

function beginsWithEntry(markdown: string, block: RootContent | undefined): boolean {
  if (block?.type === 'list') return isListOfEntries(block);
  return block?.type === 'paragraph' && (entryHead(markdown, block, true) !== null || linksOf(block).length > 0);
}
