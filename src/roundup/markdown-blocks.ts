import type { Html, Link, Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from './parse-markdown.ts';
import { withoutTangles } from './tangles.ts';

/**
 * A link, wherever its address stands: `reference` is what is written in place of the parentheses; one that is `bare`
 * has no brackets at all, and stands somewhere in the node that it was found in.
 */
export type LinkNode = Link & { reference?: string; isBare?: true };

type Position = NonNullable<Nodes['position']>;

/** The blocks of a text with offsets into it. What would take the parser too long is read as plain paragraphs. */
export function blocksOf(markdown: string): RootContent[] {
  // The parser skips a byte order mark without counting it.
  const root = parseMarkdown(withoutTangles(markdown.replace(/^\uFEFF/u, ' ')).text);
  resolveLinks(markdown, root);
  partHeadingsFromDefinitions(root.children);
  return wholeTags(markdown, root.children);
}

/** A definition on the line above the words of an underlined heading is a block of its own, and for the parser also a part of the heading. */
function partHeadingsFromDefinitions(blocks: readonly RootContent[]): void {
  for (const [at, block] of blocks.entries()) {
    const words = block.type === 'heading' ? block.children[0]?.position : undefined;
    if (words === undefined || block.position === undefined || startOf(block) >= endOf(blocks[at - 1])) continue;
    block.position.start = words.start;
  }
}

/** Makes links of what refers to a definition, and of HTML's anchors inside text. */
function resolveLinks(markdown: string, root: Root): void {
  const definitions = new Map<string, string>();
  for (const { identifier, url } of nodesOf(root, 'definition')) {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  }
  for (const node of nodesOf(root, 'linkReference')) {
    const [from, to] = [startOf(node), endOf(node)];
    const words = node.children.length === 0 ? from + 1 : endOf(node.children.at(-1));
    const reference = markdown.slice(markdown.indexOf(']', words) + 1, to);
    Object.assign(node, { type: 'link', url: definitions.get(node.identifier) ?? '', reference });
  }
  for (const paragraph of nodesOf(root, 'paragraph')) {
    if (paragraph.children.some(({ type }) => type === 'html')) paragraph.children = withAnchors(paragraph.children);
  }
}

const ANCHOR = /^<a\s(?:[^>]*\s)?href\s*=\s*["']([^"']*)["'][^>]*>$/i;

const isClose = (node: PhrasingContent) => node.type === 'html' && /^<\/a\s*>$/i.test(node.value);

function withAnchors(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  const lastClose = children.findLastIndex(isClose);
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at] as PhrasingContent;
    const url = node.type === 'html' && at < lastClose ? ANCHOR.exec(node.value)?.[1] : undefined;
    const close = url === undefined ? -1 : children.findIndex((one, place) => place > at && isClose(one));
    const words = children.slice(at + 1, close);
    if (url === undefined || close < 0 || words.some(({ type }) => type === 'link')) joined.push(node);
    else {
      const position = { start: node.position?.start, end: children[close]?.position?.end } as Position;
      joined.push({ type: 'link', url: url.replaceAll('&amp;', '&'), children: words, position });
      at = close;
    }
  }
  return joined;
}

/** Tags of site generators that hold source text, up to their end: what is in between is no Markdown. */
const VERBATIM =
  /\{%-?\s*(highlight|raw|comment|mermaid|code|codeblock)\b[^%\n]*%\}|\{\{([<%])\s*(highlight|mermaid|raw|code)\b/g;

function verbatimParts(markdown: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = 0;
  // What is never closed once is not closed later, either: no text is searched twice.
  const unclosed = new Set<string>();
  for (const { index, 1: tag, 2: mark = '', 3: shortcode } of markdown.matchAll(VERBATIM)) {
    const close = tag === undefined ? `\\{\\{${mark}\\s*/${shortcode}\\s*[>%]\\}\\}` : `\\{%-?\\s*end${tag}\\s*-?%\\}`;
    if (index < from || unclosed.has(close)) continue;
    const found = new RegExp(close, 'g');
    found.lastIndex = index;
    const end = found.exec(markdown);
    if (end === null) unclosed.add(close);
    else {
      from = end.index + end[0].length;
      parts.push({ start: index, end: from });
    }
  }
  return parts;
}

/** The blocks, with those as one that such a tag reaches over. */
function wholeTags(markdown: string, blocks: RootContent[]): RootContent[] {
  if (!/\{[{%]/.test(markdown)) return blocks;
  const parts = verbatimParts(markdown);
  const whole: RootContent[] = [];
  let at = 0;
  for (let next = 0; next < blocks.length; next += 1) {
    const block = blocks[next] as RootContent;
    while ((parts[at]?.end ?? Infinity) <= startOf(block)) at += 1;
    const part = parts[at];
    let last = block;
    if (part !== undefined && part.start < endOf(block)) {
      while (next + 1 < blocks.length && startOf(blocks[next + 1]) < part.end) {
        next += 1;
        last = blocks[next] as RootContent;
      }
    }
    const position = { start: block.position?.start, end: last.position?.end } as Position;
    const value = markdown.slice(startOf(block), endOf(last));
    whole.push(last === block ? block : { type: 'code', value, position });
  }
  return whole;
}

/** Every node of a type, in order. With a list instead of recursion: hostile text nests deeper than the stack. */
function nodesOf<Type extends Nodes['type']>(top: Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === type) found.push(node as Extract<Nodes, { type: Type }>);
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

export const startOf = (node: Nodes | undefined): number => node?.position?.start.offset ?? 0;
export const endOf = (node: Nodes | undefined): number => node?.position?.end.offset ?? 0;

/**
 * Every link of a node, in order: written ones, bare addresses, and those of HTML. With a list instead of recursion:
 * hostile text nests deeper than the stack.
 */
export function linksOf(top: Nodes): LinkNode[] {
  const found: LinkNode[] = [];
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link') found.push(node);
    else if (node.type === 'text') found.push(...bareLinks(node));
    else if (node.type === 'html') found.push(...anchorsIn(node));
    else if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

const BARE = /(?<![\w/])https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]*_]/g;

function bareLinks({ value, position }: Text): LinkNode[] {
  return [...value.matchAll(BARE)].map(([url]) => made(url, url, position));
}

/** Characters: what is longer takes too long to search for anchors. */
const LONGEST_HTML = 20_000;

function anchorsIn({ value, position }: Html): LinkNode[] {
  if (value.startsWith('<!--') || value.length > LONGEST_HTML) return [];
  const anchors = value.matchAll(/<a\s(?:[^>]*?\s)?href\s*=\s*["']([^"']*)["'][^>]*>([\s\S]*?)<\/a\s*>/gi);
  return [...anchors].map(([, url = '', words = '']) =>
    made(url.replaceAll('&amp;', '&'), words.replace(/<[^>]*>/g, '').trim(), position),
  );
}

function made(url: string, words: string, position: Position | undefined): LinkNode {
  return {
    type: 'link',
    url,
    isBare: true,
    children: [{ type: 'text', value: words }],
    ...(position !== undefined && { position }),
  };
}

/** Whether the link is written `[words](address)`, and not as an autolink or around a picture alone. */
export function isWritten(markdown: string, link: LinkNode): boolean {
  return (
    link.isBare !== true &&
    markdown[startOf(link)] === '[' &&
    !(link.children.length > 0 && link.children.every(isPicture))
  );
}

const isPicture = (node: Nodes) => node.type === 'image' || node.type === 'imageReference';

/** The Markdown between the brackets of a link, and between its parentheses or what stands in their place. */
export function partsOfLink(
  markdown: string,
  link: LinkNode,
): { title: string; text: string; written: string; reference?: string } {
  const [from, to] = [startOf(link), endOf(link)];
  const text = plainText(link);
  const words = link.children.length === 0 ? from + 1 : endOf(link.children.at(-1));
  const bracket = markdown.indexOf(']', words);
  const isBracketed = link.isBare !== true && markdown[from] === '[' && bracket >= 0 && bracket < to;
  if (isBracketed && link.reference !== undefined)
    return { title: markdown.slice(from + 1, bracket), text, written: '', reference: link.reference };
  if (!isBracketed || markdown[bracket + 1] !== '(') return { title: text, text, written: '' };
  const written = markdown.slice(bracket + 2, to - 1);
  // An empty address cannot be printed as one.
  return { title: markdown.slice(from + 1, bracket), text, written, ...(written === '' && { reference: '()' }) };
}
