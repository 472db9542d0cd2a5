/** A piece of an excerpt; `linked`: the words of a link. */
interface Piece {
  text: string;
  linked: boolean;
}

/** More than any list shows: longer commentaries are not looked at beyond. */
const LOOKED_AT = 1200;

const LINK = /(!?)\[((?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g;

/**
 * The start of a commentary as running text for a list: the words of links marked, pictures left out, the signs of
 * emphasis, lists and quotes dropped. A glimpse and no rendering: where it guesses wrong, a sign more is seen.
 */
export function excerptOf(commentary: string): Piece[] {
  const text = commentary.slice(0, LOOKED_AT).replace(/^\s*(?:[-*+]|\d+[.)]|>|#{1,6})\s+/gm, '');
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, picture, words = ''] = match;
    add(pieces, text.slice(from, match.index), false);
    if (picture === '') add(pieces, words, true);
    from = match.index + whole.length;
  }
  add(pieces, text.slice(from), false);
  return pieces;
}

/** An escaped sign, which stays, or a sign of emphasis or code, which goes. */
const MARKS = /\\([!-/:-@[-`{-~])|\*+|__|`+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function add(pieces: Piece[], source: string, linked: boolean): void {
  const text = source.replace(MARKS, (_, escaped?: string) => escaped ?? '').replace(/\s+/g, ' ');
  if (text !== '') pieces.push({ text, linked });
}
