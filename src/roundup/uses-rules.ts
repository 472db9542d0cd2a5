import type { RootContent } from 'mdast';
import { beginsEntry } from './issue-headings.ts';

/**
 * Whether rules stand between entries, and not just here and there: inside sections, not before their headings, and more
 * often than entries follow one another without.
 */
export function usesRules(
  markdown: string,
  blocks: readonly RootContent[],
  isHead: (block: RootContent) => boolean,
): boolean {
  const heads = blocks.filter(isHead).length;
  const first = blocks.findIndex(isHead);
  const inside = blocks.filter(
    (block, at) =>
      block.type === 'thematicBreak' && at > first && blocks[at + 1] && !isHead(blocks[at + 1] as RootContent),
  ).length;
  const last = blocks.findLastIndex((block) => block.type === 'thematicBreak');
  const isOff =
    last > blocks.findLastIndex(isHead) && !blocks.slice(last).some((block) => beginsEntry(markdown, block));
  let unruled = 0;
  let own = { rules: 0, unruled: 0 };
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    const isBehindWords = before?.type === 'paragraph' ? !beginsEntry(markdown, before) : before?.type === 'blockquote';
    if (isHead(block)) own = { rules: 0, unruled: 0 };
    else if (block.type === 'thematicBreak') own.rules += 1;
    else if (isBehindWords && block.type !== 'list' && beginsEntry(markdown, block)) own.unruled += 1;
    // Rules say nothing of a section that has none.
    if (own.rules > 0) {
      unruled += own.unruled;
      own.unruled = 0;
    }
  }
  if (unruled * 2 > inside || (isOff && inside === 1)) return false;
  return inside >= 2 || inside > heads / 2 || (inside > 0 && heads <= 2);
}
