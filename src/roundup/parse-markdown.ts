import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Cut, cutsOf, isOpenAtEnd } from './parts.ts';
import { plainPart } from './plain-part.ts';

/**
 * Parses CommonMark as `fromMarkdown` does, which reads only those parts of the text that are not plain: of years of a
 * newsletter, few.
 */
export function parseMarkdown(text: string): Root {
  // A definition counts for the whole text.
  if (text.includes(']:')) return fromMarkdown(text);
  const cuts = cutsOf(text);
  const offsetOf = (at: number) => cuts[at]?.offset ?? text.length;
  const plain = (at: number) => plainPart(text.slice(offsetOf(at), offsetOf(at + 1)), cuts[at] as Cut);
  const root: Root = { type: 'root', children: [] };
  for (let at = 0; at < cuts.length; ) {
    const blocks = plain(at);
    if (blocks !== null) {
      root.children.push(...blocks);
      at += 1;
      continue;
    }
    let next = at + 1;
    while (next < cuts.length && plain(next) === null) next += 1;
    const source = () => text.slice(offsetOf(at), offsetOf(next));
    let parsed = fromMarkdown(source());
    // Twice as much each time, so that a fence that is never closed costs no more than twice the text.
    while (next < cuts.length && (isOpenAtEnd(parsed, source()) || isOpenInside(parsed.children.at(-1)))) {
      next = Math.min(2 * next - at, cuts.length);
      parsed = fromMarkdown(source());
    }
    move(parsed, cuts[at] as Cut);
    root.children.push(...parsed.children);
    at = next;
  }
  return root;
}

/** Whether a list or quotation ends with what may be open in it: its end is told another way where nothing follows. */
function isOpenInside(block: Nodes | undefined): boolean {
  if (block?.type !== 'list' && block?.type !== 'blockquote') return false;
  let last: Nodes | undefined = block;
  while (last !== undefined && 'children' in last) last = last.children.at(-1);
  return last?.type === 'code' || last?.type === 'html';
}

/** Moves all that was parsed on its own to where it stands. With a list instead of recursion: hostile text nests deep. */
function move(root: Root, { offset, line }: Cut): void {
  const open: Nodes[] = [...root.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const point of node.position === undefined ? [] : [node.position.start, node.position.end]) {
      point.line += line - 1;
      point.offset = (point.offset ?? 0) + offset;
    }
    if ('children' in node) open.push(...node.children);
  }
}
