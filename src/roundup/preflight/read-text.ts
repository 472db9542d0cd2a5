import type { Definition, Nodes, Parents, Root } from 'mdast';
import { parseMarkdown } from '../parse-markdown.ts';
import { withoutTangles } from '../tangles.ts';
import { openTags, tagsIn } from './html-tags.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A link or a picture of a text with the places where it can be repaired.
 * - `bare`: an address that stands in the text by itself; many engines make a link of it.
 * - `html`: of an `<a>` or an `<img>`; the words of an `<a>` are not known.
 */
export interface TextLink extends Span {
  kind: 'link' | 'image' | 'bare' | 'html-link' | 'html-image';
  /** As readers get it; null: not known. Of a picture, its description; null: it has none, and may have one. */
  words: string | null;
  address: string;
  /** Where words can be put in; null: nowhere. */
  wordsAt: number | null;
  /** Where the address stands as it was written. */
  addressSpan: Span;
  /** A link around a picture, whose description are its words. */
  holdsImage: boolean;
}

/** `[words](address` that is no link: there is white space in its address, or its parenthesis was not closed. */
export interface BrokenLink extends Span {
  words: string;
  /** Up to the first space. */
  address: string;
  /** What follows it inside of the parentheses. */
  rest: string;
  restSpan: Span;
  isClosed: boolean;
}

/** A block that nothing closes: whatever is printed behind it would become part of it. */
export interface OpenBlock {
  what: 'fence' | 'comment' | 'html';
  /** What closes it. */
  close: string;
}

/** What preflight knows of a Markdown text. */
export interface TextFacts {
  links: TextLink[];
  broken: BrokenLink[];
  openBlock: OpenBlock | null;
  /** Names of HTML elements without an end. */
  openTags: string[];
  /** Bold print that begins and does not end, with the words behind it. */
  openEmphasis: string[];
  /** A part of it is too tangled to be read. */
  unread: boolean;
}

/** Behind every text, where the next entry would stand: a paragraph that no text has. */
const NEXT = '\u{f0000}next\u{f0000}';

/** Reads a text of the issue as if another one followed. */
export function readText(source: string): TextFacts {
  const { text, tangles } = withoutTangles(source.replace(/^\uFEFF/u, ' '));
  const whole = tangles.length === 0;
  const root = parseMarkdown(whole ? `${text}\n\n${NEXT}` : text);
  const facts: TextFacts = {
    links: [],
    broken: [],
    openBlock: whole ? openBlockOf(root, text) : null,
    openTags: [],
    openEmphasis: [],
    unread: !whole,
  };
  const definitions = definitionsOf(root);
  const tags: ReturnType<typeof tagsIn> = [];
  walk(root, (node) => {
    const link = linkOf(node, source, definitions);
    if (link !== null) facts.links.push(link);
    if (node.type === 'html') tags.push(...tagsIn(node.value, spanOf(node).start));
    if (whole && (node.type === 'paragraph' || node.type === 'heading')) readProse(node, source, facts);
  });
  for (const tag of tags) {
    if (tag.link !== null) facts.links.push(tag.link);
  }
  facts.openTags = openTags(tags);
  facts.links.sort((one, other) => one.start - other.start);
  // Overwritten signs are no news about the text.
  if (!whole)
    return { ...facts, links: facts.links.filter((link) => !touches(link, tangles)), broken: [], openTags: [] };
  return facts;
}

const touches = (span: Span, parts: readonly Span[]) =>
  parts.some(({ start, end }) => span.start < end && span.end > start);

function openBlockOf(root: Root, text: string): OpenBlock | null {
  const last = root.children.at(-1);
  if (last?.type === 'paragraph' && spanOf(last).start >= text.length) return null;
  if (last?.type === 'html') {
    if (last.value.startsWith('<!--')) return { what: 'comment', close: ' -->' };
    const name = /^<(script|pre|style|textarea)\b/i.exec(last.value)?.[1];
    if (name !== undefined) return { what: 'html', close: `</${name}>` };
    if (last.value.startsWith('<?')) return { what: 'html', close: '?>' };
    return { what: 'html', close: last.value.startsWith('<![CDATA[') ? ']]>' : '>' };
  }
  if (last?.type !== 'code') return null;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(spanOf(last).start))?.[1] ?? '```';
  return { what: 'fence', close: text.endsWith('\n') ? fence : `\n${fence}` };
}

function linkOf(node: Nodes, source: string, definitions: ReadonlyMap<string, Definition>): TextLink | null {
  const { start, end } = spanOf(node);
  switch (node.type) {
    case 'link': {
      const isAuto = source[start] === '<';
      const behind = node.children.length === 0 ? start + 1 : spanOf(node.children.at(-1)).end;
      return {
        kind: 'link',
        words: textOf(node),
        address: node.url,
        wordsAt: isAuto ? null : start + 1,
        addressSpan: isAuto ? { start: start + 1, end: end - 1 } : targetIn(source, source.indexOf('](', behind) + 2),
        holdsImage: holdsImage(node),
        start,
        end,
      };
    }
    case 'image':
      return {
        kind: 'image',
        words: node.alt ?? '',
        address: node.url,
        wordsAt: start + 2,
        addressSpan: targetIn(source, imageTarget(source, start)),
        holdsImage: false,
        start,
        end,
      };
    case 'linkReference':
    case 'imageReference': {
      const definition = definitions.get(node.identifier);
      if (definition === undefined) return null;
      const isImage = node.type === 'imageReference';
      const at = spanOf(definition).start;
      return {
        kind: isImage ? 'image' : 'link',
        words: isImage ? (node.alt ?? '') : textOf(node),
        address: definition.url,
        wordsAt: start + (isImage ? 2 : 1),
        addressSpan: targetIn(source, source.indexOf(']:', at) + 2),
        holdsImage: !isImage && holdsImage(node),
        start,
        end,
      };
    }
    default:
      return null;
  }
}

/** Where the description of a picture ends: behind the bracket that closes the first one. */
function imageTarget(source: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '[') depth += 1;
    else if (char === ']') {
      depth -= 1;
      if (depth === 0) return at + 2;
    }
  }
  return source.length;
}

/** The address that begins at `from`, behind white space and `<`. */
function targetIn(source: string, from: number): Span {
  let start = from;
  while (/\s/.test(source[start] ?? '')) start += 1;
  if (source[start] === '<') {
    const end = source.indexOf('>', start);
    return { start: start + 1, end: end < 0 ? source.length : end };
  }
  let depth = 0;
  let end = start;
  for (; end < source.length; end += 1) {
    const char = source[end] ?? '';
    if (/\s/.test(char)) break;
    if (char === '\\') end += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return { start, end };
}

/** Where a name is defined twice, the first definition counts. */
function definitionsOf(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** What Markdown has not understood: it stands in the text as it was written. */
function readProse(block: Parents, source: string, facts: TextFacts): void {
  const { start, end } = spanOf(block);
  if (source.length <= start) return;
  const prose = proseOf(block, source.slice(start, end), start);
  for (const match of prose.matchAll(BROKEN)) facts.broken.push(brokenLink(match, start));
  const rest = prose.replace(BROKEN, blank);
  for (const match of rest.matchAll(BROKEN_PICTURE)) facts.broken.push(brokenLink(match, start));
  for (const match of rest.matchAll(BARE)) {
    const address = match[0].replace(/[.,;:!?'*_’”»…]+$/, '');
    const at = start + match.index;
    const span = { start: at, end: at + address.length };
    facts.links.push({
      kind: 'bare',
      words: address,
      address,
      wordsAt: null,
      addressSpan: span,
      holdsImage: false,
      ...span,
    });
  }
  const emphasis = OPEN_EMPHASIS.exec(prose);
  if (emphasis !== null) facts.openEmphasis.push(emphasis[0]);
}

/** What begins like an address and like no sentence: a scheme, a host with its path or www, a path. */
const ADDRESS = String.raw`(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|\.{0,2}\/|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/)`;

/** Words in brackets, with brackets in them too: `[PDF] A title`. */
const WORDS = String.raw`\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]`;

/**
 * `[words](https://… words)`, and the same without the parenthesis at its end. The address is read once and never
 * tried again shorter (hence the lookahead), and the end of the line is not looked for without end: long lines of them
 * would take seconds.
 */
const BROKEN = new RegExp(
  String.raw`${WORDS}\(\s*<?(?=(${ADDRESS}[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))\2(?:([ \t]+[^()\n]*)(\))|([^)\n]{0,1000})(?=\n|$))`,
  'giu',
);

/** `![words](my picture.png)`: behind the mark of a picture nothing but an address stands in parentheses. */
const BROKEN_PICTURE = new RegExp(String.raw`(?<=!)${WORDS}\(\s*<?(?=([^\s()<>]+))\2([ \t]+[^()\n]*)(\))`, 'giu');

function brokenLink(match: RegExpExecArray, offset: number): BrokenLink {
  const [all, words = '', address = '', rest = '', close = '', unclosed = ''] = match;
  const start = offset + match.index;
  const end = start + all.length;
  const isClosed = close !== '';
  const tail = isClosed ? rest : unclosed;
  const restEnd = end - close.length;
  return { words, address, rest: tail, restSpan: { start: restEnd - tail.length, end: restEnd }, isClosed, start, end };
}

const BARE = /https?:\/\/[^\s<>"`\uE000()[\]]+(?:\([^\s()]*\)[^\s<>"`\uE000()[\]]*)*/giu;

/** Two stars that can only open: not after a letter, not before a space, and not the one of `**kwargs`. */
const OPEN_EMPHASIS = /(?<![\p{L}\p{N}*])\*\*(?!kwargs\b)(?=[\p{L}\p{N}"“‘'(])[^\n]{0,60}/u;

/** A private-use character, which ends an address and is no letter. */
const blank = (text: string) => '\uE000'.repeat(text.length);

/** The text of a block with everything that Markdown has understood blanked out, at the same offsets. */
function proseOf(block: Parents, slice: string, offset: number): string {
  const blanks: Span[] = [];
  const open: Nodes[] = [...block.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { start, end } = spanOf(node);
    if (node.type === 'emphasis' || node.type === 'strong') {
      const signs = node.type === 'strong' ? 2 : 1;
      blanks.push({ start, end: start + signs }, { start: end - signs, end });
      open.push(...node.children);
    } else if (node.type !== 'text') blanks.push({ start, end });
  }
  let prose = '';
  let from = 0;
  for (const { start, end } of blanks.sort((one, other) => one.start - other.start)) {
    prose += slice.slice(from, start - offset) + blank(slice.slice(start - offset, end - offset));
    from = end - offset;
  }
  prose += slice.slice(from);
  return prose.replace(/\\[!-/:-@[-`{-~]/g, blank);
}

const holdsImage = (parent: Parents): boolean => {
  let found = false;
  walk(parent, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') found = true;
  });
  return found;
};

function textOf(parent: Parents): string {
  let text = '';
  walk(parent, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
  });
  return text;
}

const spanOf = (node: Nodes | undefined): Span => ({
  start: node?.position?.start.offset ?? 0,
  end: node?.position?.end.offset ?? 0,
});

/** In document order. With a list instead of recursion: hostile text nests deeper than the stack. */
function walk(top: Nodes, visit: (node: Nodes) => void): void {
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
}
