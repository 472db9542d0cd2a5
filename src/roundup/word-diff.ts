import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: the same in both, only in the first (`was`), or only in the second (`is`). */
export interface DiffPiece {
  kind: 'same' | 'was' | 'is';
  text: string;
}

/** As many words may differ until no diff is looked for: the search takes the square of that. */
const MOST_EDITS = 600;

/**
 * What changed from one text to the other, in words. Everything that is in `was` and everything that is in `is` stands
 * in the pieces, in order. Texts that differ too much come out as the one and then the other: nobody could read more
 * out of the words they happen to share.
 */
export function wordDiff(was: string, is: string): DiffPiece[] {
  const start = sameStart(was, is);
  const end = sameEnd(was.slice(start), is.slice(start));
  const wasMiddle = was.slice(start, was.length - end);
  const isMiddle = is.slice(start, is.length - end);
  const pieces: DiffPiece[] = [
    { kind: 'same', text: was.slice(0, start) },
    ...between(wasMiddle, isMiddle),
    { kind: 'same', text: was.slice(was.length - end) },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function between(was: string, is: string): DiffPiece[] {
  const parts = was === '' || is === '' ? undefined : diffWordsWithSpace(was, is, { maxEditLength: MOST_EDITS });
  if (parts === undefined) {
    return [
      { kind: 'was', text: was },
      { kind: 'is', text: is },
    ];
  }
  return parts.map(({ value, added, removed }) => ({ kind: removed ? 'was' : added ? 'is' : 'same', text: value }));
}

/** How many characters both begin with, up to the last white space: a word is never torn. */
function sameStart(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same === one.length && same === other.length) return same;
  while (same > 0 && !/\s/.test(one[same - 1] ?? '')) same -= 1;
  return same;
}

/** How many characters both end with, from the first white space on. */
function sameEnd(one: string, other: string): number {
  let same = 0;
  const most = Math.min(one.length, other.length);
  while (same < most && one[one.length - 1 - same] === other[other.length - 1 - same]) same += 1;
  if (same === one.length && same === other.length) return same;
  while (same > 0 && !/\s/.test(one[one.length - same] ?? '')) same -= 1;
  return same;
}

/** As much of what is the same is left around a change. */
const AROUND = 60;

/** The pieces with long stretches of what is the same shortened to what stands beside a change. */
export function withoutLongSame(pieces: readonly DiffPiece[]): DiffPiece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'same') return piece;
    const head = at === 0 ? 0 : AROUND;
    const tail = at === pieces.length - 1 ? 0 : AROUND;
    const { text } = piece;
    if (text.length <= head + tail + AROUND) return piece;
    const before = text.slice(0, head).replace(/\S*$/, '');
    const behind = text.slice(text.length - tail).replace(/^\S*/, '');
    return { kind: 'same', text: `${before}…${tail === 0 ? '' : behind}` };
  });
}
