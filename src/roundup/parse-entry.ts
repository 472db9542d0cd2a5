import type { Heading, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Shape } from '../domain/shape.ts';
import { type BehindLink, behindLink, bylineBelow } from './behind-link.ts';
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

/** The end of a line: hard breaks of all kinds. */
const BREAK = /(?:<br ?\/?>[ \t]*(?:\r?\n)?|\\\r?\n|\r?\n)[ \t]*/;

/** The first end of a line with the white space before it; found from behind, so that long runs are passed over once. */
function breakIn(text: string): { 0: string; index: number } | null {
  const found = BREAK.exec(text);
  if (found === null) return null;
  let from = found.index;
  while (/[^\S\r\n]/.test(text[from - 1] ?? '')) from -= 1;
  return { 0: text.slice(from, found.index + found[0].length), index: from };
}

/** Characters: a line that is longer is no byline. */
const LONGEST_BELOW = 300;
/** What begins an entry as a bullet does, though Markdown knows it for none: a mark, a number, a box to tick. */
const LEAD =
  /^(?:\[[ xX]\]\s+|(?:[•·‣▪▫◦●○■□◆◇★☆▸▹→►▶➜➤➡✓✔✦☞›»–—-]|\\[-+*])\s*|#?\d{1,3}(?:\\?[.)])?\s+|\d\uFE0F?\u20E3\s*|\d{1,3}、\s*|\\?#\d+[:.]?\s+)?(?:«[ \u00a0\u202f]?|["“„‘»「『《])?/u;
const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
]);
const MONTH =
  '(?:jan|feb|fév|mar|mär|apr|avr|abr|ma[iy]|jui?n|jui?l|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic)\\p{L}*\\.?';
/** A day or a time before the link, as lists of events and notes of podcasts have it. */
const WHEN = `(?:\\p{L}{2,10}[.,]{0,2} )?(?:\\d{4}-\\d\\d-\\d\\d|\\d\\d?\\.\\d\\d?\\.(?:\\d{4})?|\\d{1,2}\\.? ${MONTH}(?: \\d{4})?|${MONTH} \\d{1,2}(?:[–-]\\d{1,2})?(?:,? \\d{4})?|(?:\\d{1,2}:)?\\d{1,2}:\\d\\d)`;
const BEGINS_WITH_DAY = new RegExp(`^${WHEN}(?!\\p{L})`, 'iu');
/** `[video]`, `(ad)`, an emoji, a day: a word or two before the link. */
const TAG = new RegExp(
  `^(?:${WHEN}|\\\\?\\[[^\\]\\n]{1,40}\\]|\\([^)\\n]{1,30}\\)|\`[^\`\\n]{1,30}\`|(?:\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\p{Emoji_Modifier}|\\u200d|\\uFE0F)+)$`,
  'iu',
);

/**
 * Reads the links at the start of a paragraph or heading; null where it does not begin with one.
 *
 * @param isTitle whether other text follows that is the commentary, so that what stands behind the link is its byline
 *   however long it is.
 */
export function entryHead(markdown: string, block: Paragraph | Heading, isTitle: boolean): EntryHead | null {
  return headFrom(markdown, block.children, { at: startOf(block.children[0]), isTitle });
}

/** The links at the start of a line of a paragraph. */
export function headAt(markdown: string, block: Paragraph, at: number): EntryHead | null {
  return headFrom(markdown, block.children, { at, isTitle: false });
}

function headFrom(
  markdown: string,
  children: readonly PhrasingContent[],
  { at, isTitle }: { at: number; isTitle: boolean },
): EntryHead | null {
  const found = headLink(markdown, children, at);
  if (found === null) return emphasisedHead(markdown, children, at);
  const { isBold, inner } = found;
  const end = endOf(children.at(-1));
  const quoted = quoteAround(markdown, startOf(found.outer), endOf(found.outer));
  const from = endOf(found.outer) + quoted.length;
  const line = markdown.slice(from, end);
  const lineEnd = breakIn(line);
  const rest = lineEnd === null ? line : line.slice(0, lineEnd.index);
  const twin = twinOf(children, inner, from, rest);
  if (twin !== null) {
    const next = headFrom(markdown, children, { at: startOf(twin), isTitle });
    const link = parsedLink(markdown, found, NO_WORDS);
    link.glue.links = markdown.slice(from, startOf(twin));
    if (next !== null && next.gap === null && next.kind === 'title')
      return { ...next, links: [link, ...next.links], start: found.start };
  }
  // Where emphasis stands around the link alone, its marks are glue like what stands before and behind them.
  const marks = isBold ? quoted : markdown.slice(endOf(inner), from);
  const behind =
    behindLink(rest, {
      isTitle: isTitle || (isBold && lineEnd !== null),
      title: plainText(inner) + marks.replace(/[*_\s]/g, ''),
    }) ?? behindColon(marks, rest);
  if (behind === null) return null;
  const link = parsedLink(markdown, found, behind, marks);
  // A full stop behind the link alone: a line of its own, and no title of what follows.
  const isLine = behind.byline + behind.tail === '' && /^[.!?…]/u.test(behind.glue.linkEnd ?? '');
  const kind = isBold ? 'bold' : isLine ? 'line' : 'title';
  if (behind.gap !== null) {
    const gap = behind.byline === '' && behind.tail === '' ? marks + behind.gap : behind.gap;
    return { kind: isBold ? 'bold' : 'line', links: [link], start: found.start, gap, words: from + behind.words, end };
  }
  const lineStop = from + rest.length;
  const gap = (lineEnd?.[0] ?? '') + definitionMark(markdown, lineStop + (lineEnd?.[0].length ?? 0), lineEnd !== null);
  const words = lineStop + gap.length;
  const [below = ''] =
    /^[^\r\n]*?(?=[ \t]*(?:<br ?\/?>|\\?\r?\n|$))/.exec(markdown.slice(words, Math.min(end, words + LONGEST_BELOW))) ??
    [];
  const second =
    rest.trim() === '' && marks === '' && lineEnd !== null
      ? bylineBelow(below, isTitle && words + below.length >= end)
      : null;
  if (second !== null) {
    takeByline(link, rest + gap, second);
    const stop = words + below.length;
    const more = breakIn(markdown.slice(stop, end))?.[0] ?? '';
    const own: EntryHead = { kind, links: [link], start: found.start, gap: null, words: stop, end: stop };
    return stop + more.length >= end ? own : { ...own, gap: more, words: stop + more.length, end };
  }
  if (words >= end) return { kind, links: [link], start: found.start, gap: null, words: lineStop, end: lineStop };
  // Another link begins the next line: it belongs to the head only if nothing but a byline stands behind it.
  const next = headFrom(markdown, children, { at: words, isTitle });
  if (next === null || next.kind !== kind || next.gap !== null) {
    return { kind, links: [link], start: found.start, gap, words, end };
  }
  link.glue.links = markdown.slice(lineStop, next.start);
  return { ...next, links: [link, ...next.links], start: found.start };
}

/** `**[Title](…) by Ada Quill**`: link and byline inside the same emphasis, on a line of their own. */
function emphasisedHead(markdown: string, children: readonly PhrasingContent[], at: number): EntryHead | null {
  const outer = children.find((node) => startOf(node) === at);
  if (outer?.type !== 'strong' && outer?.type !== 'emphasis') return null;
  const [inner, ...others] = outer.children;
  if (inner?.type !== 'link' || !isWritten(markdown, inner) || others.length === 0) return null;
  const stop = endOf(outer);
  const marks = markdown.slice(endOf(others.at(-1)), stop);
  const rest = markdown.slice(endOf(inner), stop - marks.length);
  const behind = behindLink(rest, { isTitle: true, title: plainText(inner) });
  const end = endOf(children.at(-1));
  const line = markdown.slice(stop, end);
  const gap = breakIn(line);
  if (behind === null || behind.byline === '' || behind.gap !== null || (line !== '' && gap?.index !== 0)) return null;
  const link = parsedLink(markdown, { inner, tag: '', tagGlue: '' }, behind);
  const last = behind.tail === '' ? 'bylineEnd' : 'linkEnd';
  link.glue[last] = (link.glue[last] ?? '') + marks;
  const head = { kind: 'title' as const, links: [link], start: startOf(inner) };
  if (gap === null) return { ...head, gap: null, words: stop, end: stop };
  return { ...head, gap: gap[0], words: stop + gap[0].length, end };
}

/** `**[Title](…):** words`: a colon inside the emphasis sets the words off, however they begin. */
function behindColon(marks: string, rest: string): BehindLink | null {
  const words = rest.length - rest.trimStart().length;
  return /[:：][*_]+$/u.test(marks) && words > 0 ? { ...NO_WORDS, gap: rest.slice(0, words), words } : null;
}

/** `: `, which makes what stands below a title its definition, in the Markdown of PHP, Pandoc and kramdown. */
const definitionMark = (markdown: string, at: number, isBelow: boolean): string =>
  isBelow ? (/^:[ \t]+(?=\S)/.exec(markdown.slice(at, at + LONGEST_MARK))?.[0] ?? '') : '';
/** Characters. */
const LONGEST_MARK = 10;

/** What closes the quotation marks around a part of the text, with the space that French ones have; empty: there are none. */
function quoteAround(markdown: string, from: number, to: number): string {
  const before = markdown.slice(Math.max(0, from - 2), from);
  const quote = QUOTES.get(
    /(?:["“„«‘»「『《]|(?<=«)[ \u00a0\u202f])$/u.test(before) ? (before.trim().at(-1) ?? '') : '',
  );
  const closing = /^[ \u00a0\u202f]?./u.exec(markdown.slice(to, to + 2))?.[0] ?? '';
  return quote !== undefined && closing.trim() === quote && (closing === quote || quote === '»') ? closing : '';
}

function takeByline(link: ParsedLink, between: string, below: NonNullable<ReturnType<typeof bylineBelow>>): void {
  link.byline = below.byline;
  Object.assign(link.glue, { byline: between + below.before, bylineEnd: below.end, afterByline: '' });
  if (below.tail !== null) {
    link.tail = below.tail.tag;
    link.glue.tail = below.tail.before;
  }
}

interface HeadLink {
  /** The link with the emphasis around it. */
  outer: Nodes;
  inner: LinkNode;
  isBold: boolean;
  /** Before its tag, or the link itself. */
  start: number;
  tag: string;
  /** Between tag and link. */
  tagGlue: string;
}

/** Characters: what is longer is no tag, but words that lead up to the link. */
const LONGEST_BEFORE = 200;

/** The link that begins at an offset, perhaps behind a bullet that is none and a tag. */
function headLink(markdown: string, children: readonly PhrasingContent[], at: number): HeadLink | null {
  const isPlain = (node: PhrasingContent) =>
    node.type === 'text' || node.type === 'break' || node.type === 'inlineCode';
  const outer = children.find((node) => !isPlain(node) && startOf(node) >= at);
  if (outer !== undefined && startOf(outer) === at && isNumberAlone(outer))
    return headLink(markdown, children, endOf(outer));
  const inner = outer === undefined ? undefined : within(markdown, outer);
  if (outer === undefined || inner === undefined || !isWritten(markdown, inner)) return null;
  const isBold = outer.type === 'strong' && outer.children.length === 1 && markdown.startsWith('**[', startOf(outer));
  const numbered = numberInside(markdown, outer, inner);
  if (numbered !== '')
    return at === startOf(outer) ? { outer, inner, isBold, start: startOf(inner), tag: '', tagGlue: '' } : null;
  if (startOf(outer) - at > LONGEST_BEFORE) return null;
  const before = markdown.slice(at, startOf(outer));
  const lead = /\d/.test(before) && BEGINS_WITH_DAY.test(before) ? '' : (LEAD.exec(before)?.[0] ?? '');
  const tag = before
    .slice(lead.length)
    .trim()
    .replace(/(?<=\S)\s*[:|–—-]$/u, '');
  if (tag !== '' && !tag.split(/\s+(?=[[(`])/).every((one) => TAG.test(one))) return null;
  const start = at + lead.length;
  const link = isBold ? startOf(outer) : startOf(inner);
  const tagGlue = markdown.slice(start + tag.length, link);
  return tag === ''
    ? { outer, inner, isBold, start: link, tag, tagGlue: '' }
    : { outer, inner, isBold, start, tag, tagGlue };
}

/** `**1.**` */
const isNumberAlone = (node: PhrasingContent): boolean =>
  (node.type === 'strong' || node.type === 'emphasis') && /^#?\d{1,3}[.):]?$/u.test(plainText(node));

/** `1. `: a number inside the emphasis, before the link. */
function numberInside(markdown: string, outer: PhrasingContent, inner: LinkNode): string {
  if (outer.type !== 'strong' && outer.type !== 'emphasis') return '';
  return /^\s*#?\d{1,3}\\?[.):]\s*$/u.exec(markdown.slice(startOf(outer.children[0]), startOf(inner)))?.[0] ?? '';
}

/** The link that emphasis stands around: it alone, behind a number, or with a colon or full stop behind it. */
function within(markdown: string, node: PhrasingContent): LinkNode | undefined {
  if (node.type === 'link') return node;
  if (node.type !== 'strong' && node.type !== 'emphasis') return undefined;
  const isNumber = (one: PhrasingContent) => one.type === 'text' && /^\s*#?\d{1,3}[.):]\s*$/u.test(one.value);
  const [first, ...others] = node.children.filter((one, at) => at > 0 || !isNumber(one));
  const behind = others.length === 0 ? '' : markdown.slice(startOf(others[0]), endOf(others.at(-1)));
  return first !== undefined && /^\s*[:.!?–—-]?\s*$/u.test(behind) ? within(markdown, first) : undefined;
}

/** The next link of the line where it stands right behind this one: to the same page, or set off as a further one. */
function twinOf(children: readonly PhrasingContent[], link: LinkNode, from: number, rest: string): LinkNode | null {
  const next = children.find((node) => node.type === 'link' && startOf(node) >= from);
  if (next?.type !== 'link' || startOf(next) - from > rest.length) return null;
  const between = rest.slice(0, startOf(next) - from);
  return (next.url === link.url && between.trim() === '') || /^\s*(?:[,:/|·•&+]|and)\s+$/.test(between) ? next : null;
}

const NO_WORDS: BehindLink = { byline: '', tail: '', glue: {}, gap: null, words: 0 };

/** A link with what stands around it; `marks` are those of emphasis behind it. */
export function parsedLink(
  markdown: string,
  { inner, tag, tagGlue }: Pick<HeadLink, 'inner' | 'tag' | 'tagGlue'>,
  { byline, tail, glue, gap }: BehindLink,
  marks = '',
): ParsedLink {
  const own: ParsedGlue = { linkEnd: '', ...(byline !== '' && { bylineEnd: '', afterByline: '' }), ...glue };
  if (tag !== '') own.tag = tagGlue;
  if (marks !== '') {
    const name = byline !== '' ? 'byline' : tail !== '' ? 'tail' : gap === null ? 'linkEnd' : null;
    if (name !== null) own[name] = marks + (own[name] ?? '');
  }
  return { ...partsOfLink(markdown, inner), address: inner.url, tag, byline, tail, glue: own };
}

/** A picture, or a link around one, alone in its paragraph. */
export function isPictureAlone(block: RootContent | undefined): boolean {
  if (block?.type === 'html') return /^<(?:img|picture|figure)\b[^>]*>[^<]*(?:<[^>]*>[^<]*){0,9}$/i.test(block.value);
  return block?.type === 'paragraph' && block.children.every(isPicture);
}

const isPicture = (node: PhrasingContent): boolean =>
  node.type === 'image' ||
  node.type === 'imageReference' ||
  (node.type === 'link' && node.children.length > 0 && node.children.every(isPicture));

/** The same head with the picture that stands above its link, as the first of its tags. */
export function withPictureAbove(markdown: string, head: EntryHead, picture: RootContent): EntryHead {
  const [first, ...others] = head.links;
  if (first === undefined) return head;
  const start = startOf(picture);
  const tag = markdown.slice(start, first.tag === '' ? endOf(picture) : head.start + first.tag.length);
  const tagGlue = first.tag === '' ? markdown.slice(endOf(picture), head.start) : (first.glue.tag ?? '');
  return { ...head, links: [{ ...first, tag, glue: { ...first.glue, tag: tagGlue } }, ...others], start };
}

/** An entry whose text carries its links. */
export function textEntry(markdown: string, blocks: readonly Nodes[], shape: Shape): ParsedEntry {
  const links = blocks.flatMap(linksOf).map(
    (link): ParsedLink => ({
      ...partsOfLink(markdown, link),
      address: link.url,
      tag: '',
      byline: '',
      tail: '',
      glue: {},
    }),
  );
  const [start, end] = [startOf(blocks[0]), endOf(blocks.at(-1))];
  // Whether a one-liner carries its link is seen from the commentary alone, which lacks definitions and bare addresses.
  const isAllWritten = links.every(({ written, reference }) => written !== '' && reference === undefined);
  return {
    shape: isAllWritten ? shape : 'inline',
    links,
    commentary: markdown.slice(start, end),
    glue: { lead: '' },
    start,
    end,
  };
}

/** A byline that is a paragraph of its own between the link and the commentary. */
function withBylineBlock(markdown: string, head: EntryHead, rest: readonly RootContent[]) {
  const link = head.links.at(-1);
  const [block, ...others] = rest;
  if (head.gap !== null || link === undefined || link.byline + link.tail !== '' || link.glue.linkEnd !== '')
    return { head, rest };
  // `- Ada Quill` right below is a list to Markdown.
  const isItem =
    block?.type === 'list' && block.children.length === 1 && /^\r?\n$/.test(markdown.slice(head.end, startOf(block)));
  if ((block?.type !== 'paragraph' && !isItem) || others.length === 0) return { head, rest };
  const below = bylineBelow(markdown.slice(startOf(block), endOf(block)), false);
  if (below === null) return { head, rest };
  takeByline(link, markdown.slice(head.end, startOf(block)), below);
  return { head: { ...head, words: endOf(block), end: endOf(block) }, rest: others };
}

/**
 * An entry from its head and the blocks behind it.
 *
 * @param start where the entry begins, before its bullet or number.
 */
export function headedEntry(
  markdown: string,
  read: EntryHead,
  behind: readonly RootContent[],
  start: number,
  end: number,
): ParsedEntry {
  const { head, rest } = withBylineBlock(markdown, read, behind);
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
