import type { DiffPiece } from './finding.ts';

/** What a repair changes in a text, told by the start and the end that both have in common. */
export function diffOf(before: string, after: string): DiffPiece[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const pieces: DiffPiece[] = [
    { text: before.slice(0, start), what: 'same' },
    { text: before.slice(start, before.length - end), what: 'cut' },
    { text: after.slice(start, after.length - end), what: 'added' },
    { text: before.slice(before.length - end), what: 'same' },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** An address without what nobody needs to see; only where a repair does not touch it. */
export const withoutWeb = (pieces: readonly DiffPiece[]): DiffPiece[] =>
  pieces.map((piece, at) =>
    at === 0 && piece.what === 'same'
      ? { ...piece, text: piece.text.replace(/^https?:\/\/(?:www\.)?(?=.)/i, '') }
      : piece,
  );
