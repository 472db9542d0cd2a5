import { type Stretch, stretchesOf } from './folded-text.ts';

/** A piece of an excerpt; `marked`: it was looked for. */
export interface FoundPiece {
  text: string;
  marked: boolean;
}

/** The whole text in pieces, with what was looked for marked. */
export function markedText(text: string, words: readonly string[]): FoundPiece[] {
  return pieces(text, stretchesOf(text, words), 0, text.length);
}

/** As many characters stand before the first word that was found, and in the whole excerpt. */
const BEFORE = 40;
const LENGTH = 160;

/** A line of a text around the first place where something was found; null: none of the words is in it. */
export function excerptAround(text: string, words: readonly string[]): FoundPiece[] | null {
  const found = stretchesOf(text, words);
  const [first] = found;
  if (first === undefined) return null;
  const start = first.start <= BEFORE ? 0 : afterBreak(text, first.start - BEFORE, first.start);
  const end = start + LENGTH >= text.length ? text.length : Math.max(first.end, beforeBreak(text, start + LENGTH));
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces(text, found, start, end),
    ...(end < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

function pieces(text: string, found: readonly Stretch[], from: number, to: number): FoundPiece[] {
  const all: FoundPiece[] = [];
  let at = from;
  for (const { start, end } of found) {
    if (start >= to) break;
    all.push({ text: text.slice(at, start), marked: false });
    all.push({ text: text.slice(start, Math.min(end, to)), marked: true });
    at = Math.min(end, to);
  }
  all.push({ text: text.slice(at, to), marked: false });
  return all.filter((piece) => piece.text !== '');
}

/** The first place behind white space, at most `latest`; where there is none, `at`, but no half of a character. */
function afterBreak(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/);
  return space < 0 ? wholeCharacter(text, at) : at + space + 1;
}

function beforeBreak(text: string, at: number): number {
  const tail = text.slice(at - BEFORE, at).match(/\s\S*$/);
  return tail === null ? wholeCharacter(text, at) : at - tail[0].length;
}

const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
