import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

/** Words. */
const LONGEST = 6;

/** `[Read more](…)`, `→ [The Gauge](…)`: a paragraph of a link in a few words, which closes the text above it. */
export function isClosingLink(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const links = block.children.filter(({ type }) => type === 'link');
  const others = block.children.filter(({ type }) => type !== 'link');
  return (
    links.length === 1 &&
    plainText(block).trim().split(/\s+/).length <= LONGEST &&
    !/[\p{L}\p{N}]/u.test(others.map((one) => plainText(one)).join(''))
  );
}
