import type { Heading, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Shape } from '../domain/shape.ts';
import { endOf, isWritten, type LinkNode, linksOf, partsOfLink, startOf } from './markdown-blocks.ts';
import type { ParsedEntry, ParsedGlue, ParsedLink } from './parsed-issue.ts';

/** The line or lines of links that an entry begins with. */
export interface EntryHead {
  /** `title`: the links stand on lines of their own; `line`: words follow on the same line; `bold`: a listing. */
  kind: 'title' | 'line' | 'bold';
  links: ParsedLink[];
  /** Where the first link, or its tag, begins. */
  start: number;
  /** Between the last link with its byline and the words of the same paragraph; null: there are none. */
  gap: string | null;
  /** Where the words begin; the end of the paragraph where there are none. */
  words: number;
  end: number;
}

/** Words behind a link on its own line are a sentence of the editor, not a byline, from this length on. */
const LONGEST_BYLINE = 12;

/** `- `, ` – `, ` by `, `, `: what sets a byline off; a tag such as `[video]` or `(ad)` may stand before it. */
const BYLINE_GLUE =
  /^(?:(?:[ \t]+(?:\[[^\]\n]{1,20}\]|\([^)\n]{1,20}\)))?(?:[ \t]+(?:[-–—|•·]|by|via|from)[ \t]+|[ \t]*,[ \t]+)|[ \t]+(?=\())/;
/** Names that begin with a small letter. */
const SMALL_NAME = /^(?:al|bin|d['’]|da|de|del|della|den|der|di|dos|du|el|la|le|ten|van|von|zu)\b/;
/** What sets words off that are no byline. */
const LINE_GLUE = /^(?:[ \t]*[:–—-][ \t]+|[ \t]+[|•·][ \t]+)/;
/** The end of a line: hard breaks of all kinds. */
const BREAK = /[ \t]*(?:<br ?\/?>[ \t]*(?:\r?\n)?|\\\r?\n|\r?\n)[ \t]*/;
/** `[video]`, `(ad)`, an emoji: a word or two before the link. */
const TAG = /^(?:\[[^\]\n]{1,40}\]|\([^)\n]{1,30}\)|\p{Extended_Pictographic}\uFE0F?)$/u;

/**
 * Reads the links at the start of a paragraph or heading; null where it does not begin with one.
 *
 * @param isTitle whether other text follows that is the commentary, so that what stands behind the link is its byline
 *   however long it is.
 */
export function entryHead(markdown: string, block: Paragraph | Heading, isTitle: boolean): EntryHead | null {
  const first = block.children.find((node) => node.type !== 'text');
  const bold = first?.type === 'strong' && first.children.length === 1 ? first.children[0] : undefined;
  const link = bold ?? first;
  if (first === undefined || link?.type !== 'link' || !isWritten(markdown, link)) return null;
  const before = markdown.slice(startOf(block.children[0]), startOf(first));
  if (before !== '' && !TAG.test(before.trim())) return null;
  if (bold !== undefined && markdown.slice(startOf(first), startOf(first) + 2) !== '**') return null;
  return headFrom(markdown, block.children, { at: startOf(block.children[0]), isBold: bold !== undefined, isTitle });
}

function headFrom(
  markdown: string,
  children: readonly PhrasingContent[],
  { at, isBold, isTitle }: { at: number; isBold: boolean; isTitle: boolean },
): EntryHead | null {
  const found = headLink(markdown, children, at, isBold);
  if (found === null) return null;
  const end = endOf(children.at(-1));
  const tag = markdown.slice(at, startOf(found.outer));
  const from = endOf(found.outer);
  const line = markdown.slice(from, end);
  const lineEnd = BREAK.exec(line);
  const rest = lineEnd === null ? line : line.slice(0, lineEnd.index);
  const gap = lineEnd?.[0] ?? '';
  const behind = bylineOf(rest, isTitle || isBold);
  if (behind === null) return wordsBehind(markdown, found.inner, { at, tag, from, end }, rest);
  const link = parsedLink(markdown, found.inner, tag, behind);
  const lineStop = from + rest.length;
  const words = lineStop + gap.length;
  const kind = isBold ? 'bold' : 'title';
  if (words >= end) return { kind, links: [link], start: at, gap: null, words: lineStop, end: lineStop };
  // Another link begins the next line: it belongs to the head only if nothing but a byline stands behind it.
  const next = headFrom(markdown, children, { at: words, isBold, isTitle });
  if (next === null || next.kind !== kind) return { kind, links: [link], start: at, gap, words, end };
  link.glue.links = gap;
  return { ...next, links: [link, ...next.links], start: at };
}

/** The link that begins at an offset, perhaps behind a tag. */
function headLink(
  markdown: string,
  children: readonly PhrasingContent[],
  at: number,
  isBold: boolean,
): { outer: Nodes; inner: LinkNode } | null {
  const outer = children.find((node) => node.type !== 'text' && node.type !== 'break' && startOf(node) >= at);
  const inner = isBold && outer?.type === 'strong' && outer.children.length === 1 ? outer.children[0] : outer;
  if (outer === undefined || inner?.type !== 'link' || !isWritten(markdown, inner)) return null;
  const before = markdown.slice(at, startOf(outer));
  return before === '' || TAG.test(before.trim()) ? { outer, inner } : null;
}

/** What stands behind a link as glue and byline; null where it is a sentence, or goes on with the link's words. */
function bylineOf(rest: string, isTitle: boolean): { glue: string; byline: string } | null {
  if (rest.trim() === '') return { glue: rest, byline: '' };
  const glue = BYLINE_GLUE.exec(rest)?.[0];
  if (glue === undefined) return null;
  const byline = rest.slice(glue.length);
  // `…, being replaced by` goes on with the sentence that the link began.
  const isClause = glue.includes(',') && /^\p{Ll}/u.test(byline) && !SMALL_NAME.test(byline) && /\s/.test(byline);
  if (!isTitle && isClause) return null;
  const isSentence = /[.!?…]["”’)]*$/.test(byline) && (/,/.test(glue) || byline.split(/\s+/).length > 3);
  if (!isTitle && (isSentence || byline.split(/\s+/).length > LONGEST_BYLINE)) return null;
  return { glue, byline };
}

/** `[Title](address): words` on one line. */
function wordsBehind(
  markdown: string,
  link: LinkNode,
  { at, tag, from, end }: { at: number; tag: string; from: number; end: number },
  rest: string,
): EntryHead | null {
  const gap = LINE_GLUE.exec(rest)?.[0];
  if (gap === undefined) return null;
  const links = [parsedLink(markdown, link, tag, { glue: '', byline: '' })];
  return { kind: 'line', links, start: at, gap, words: from + gap.length, end };
}

function parsedLink(
  markdown: string,
  link: LinkNode,
  tag: string,
  { glue, byline }: { glue: string; byline: string },
): ParsedLink {
  const own: ParsedGlue = {};
  if (byline !== '') own.byline = glue;
  if (tag !== '') own.tag = tag.slice(tag.trimEnd().length);
  return { ...partsOfLink(markdown, link), address: link.url, tag: tag.trimEnd(), byline, glue: own };
}

/** An entry whose text carries its links. */
export function textEntry(markdown: string, blocks: readonly Nodes[], shape: Shape): ParsedEntry {
  const links = blocks.flatMap(linksOf).map(
    (link): ParsedLink => ({
      ...partsOfLink(markdown, link),
      address: link.url,
      tag: '',
      byline: '',
      glue: {},
    }),
  );
  const [start, end] = [startOf(blocks[0]), endOf(blocks.at(-1))];
  return { shape, links, commentary: markdown.slice(start, end), glue: { lead: '' }, start, end };
}

/**
 * An entry from its head and the blocks behind it.
 *
 * @param start where the entry begins, before its bullet or number.
 */
export function headedEntry(
  markdown: string,
  head: EntryHead,
  rest: readonly RootContent[],
  start: number,
  end: number,
): ParsedEntry {
  const lead = markdown.slice(start, head.start);
  const hasWords = head.words < head.end;
  const from = hasWords ? head.words : startOf(rest[0]);
  const commentary = hasWords || rest.length > 0 ? markdown.slice(from, end) : '';
  const shape: Shape = head.kind === 'bold' ? 'listing' : head.kind === 'line' ? 'one-liner' : 'headline';
  const name = shape === 'listing' ? 'listing' : shape === 'one-liner' ? 'oneLiner' : 'body';
  const gap = hasWords ? (head.gap ?? '') : markdown.slice(head.end, from);
  return {
    shape,
    links: head.links,
    commentary,
    glue: { lead, ...(commentary !== '' && { [name]: gap }) },
    start,
    end: commentary === '' ? head.end : end,
  };
}
