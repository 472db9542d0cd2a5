import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { withoutTangles } from './tangles.ts';

export type LinkNode = Extract<Nodes, { type: 'link' }>;

/** The blocks of a text with offsets into it. What would take the parser too long is read as plain paragraphs. */
export function blocksOf(markdown: string): RootContent[] {
  // The parser skips a byte order mark without counting it.
  return fromMarkdown(withoutTangles(markdown.replace(/^\uFEFF/u, ' ')).text).children;
}

export const startOf = (node: Nodes | undefined): number => node?.position?.start.offset ?? 0;
export const endOf = (node: Nodes | undefined): number => node?.position?.end.offset ?? 0;

/** Every link of a node, in order. With a list instead of recursion: hostile text nests deeper than the stack. */
export function linksOf(top: Nodes): LinkNode[] {
  const found: LinkNode[] = [];
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'link') found.push(node);
    else if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

/** Whether the link is written `[words](address)`, and not as an autolink or around a picture alone. */
export function isWritten(markdown: string, link: LinkNode): boolean {
  return markdown[startOf(link)] === '[' && !(link.children.length > 0 && link.children.every(isPicture));
}

const isPicture = (node: Nodes) => node.type === 'image' || node.type === 'imageReference';

/** The Markdown between the brackets of a link, and between its parentheses. */
export function partsOfLink(markdown: string, link: LinkNode): { title: string; text: string; written: string } {
  const [from, to] = [startOf(link), endOf(link)];
  const words = link.children.length === 0 ? markdown.indexOf(']', from) : endOf(link.children.at(-1));
  const bracket = markdown.indexOf('](', words);
  const isWhole = markdown[from] === '[' && bracket >= 0 && bracket < to;
  if (!isWhole) return { title: plainText(link), text: plainText(link), written: link.url };
  return {
    title: markdown.slice(from + 1, bracket),
    text: plainText(link),
    written: markdown.slice(bracket + 2, to - 1),
  };
}
