import { beginsPart, isEmptyLine } from './parts.ts';

/** A part of a text, in UTF-16 units. */
interface Part {
  start: number;
  end: number;
}

/**
 * Beyond this, even ordinary Markdown takes seconds to parse, at about 0.15 ms per line. The longest issue in the
 * archives at hand has 56,000 characters, or 463 lines. Lines that open more than one block count for more.
 */
const longestPart = { characters: 200_000, lines: 2_500 };

/** The same for the whole text, whose parts are parsed one by one (see `partsOf`), which takes far less. */
const longest = { characters: 1_500_000, lines: 40_000 };

/**
 * What opens lists and quotations at the start of a line, and how far to the right. Inside one another they take time
 * with the square of their number, or worse: `1. ` ten thousand times on one line takes minutes.
 */
const nesting = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/u;
const deepestNesting = 60;

/**
 * A paragraph takes time with the square of its brackets and emphasis marks: 1,000 images inside one another take
 * 1.6 s, 3,000 take 11 s. So a text has this much to spend, and a paragraph costs the square of its marks. The
 * most any issue of the archives spends is 8,300.
 */
const budget = 1_000_000;
const marks = /[[\]*_]/gu;

/** A line that begins another block for certain, so that no mark before it pairs with one after it. */
const newBlock = /^ {0,3}(?:[-*+][ \t]|#{1,6}[ \t]|[\r\n]*$)/u;

/**
 * A Markdown text that the parser reads in about two seconds at the worst, with the same offsets: in the parts that only
 * an attack would write the marks are overwritten, and their places are named. Ordinary text comes back untouched.
 */
export function withoutTangles(markdown: string): { text: string; tangles: Part[] } {
  const tangles: Part[] = [];
  let left = budget;
  let text = '';
  const write = (original: string, written: string) => {
    if (written !== original) tangles.push({ start: text.length, end: text.length + original.length });
    text += written;
  };

  const lines = markdown.match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu) ?? [];
  let block: string[] = [];
  const writeBlock = () => {
    const original = block.join('');
    const cost = (original.match(marks)?.length ?? 0) ** 2;
    if (cost > left) write(original, original.replace(marks, 'x'));
    else {
      left -= cost;
      for (const line of block) write(line, flatten(line));
    }
    block = [];
  };
  const whole = { characters: 0, lines: 0 };
  let part = { characters: 0, lines: 0 };
  let isBehindEmpty = false;
  /** What is too long of a part. */
  let tail = '';
  const writeTail = () => {
    // As one line: even empty lines take their time. The end stays, for what follows to begin anew.
    const end = tail.slice(tail.trimEnd().length);
    write(tail, 'x'.repeat(tail.length - end.length) + end);
    tail = '';
  };
  for (const line of lines) {
    if (isBehindEmpty && beginsPart(line)) {
      part = { characters: 0, lines: 0 };
      if (tail !== '') writeTail();
    }
    if (newBlock.test(line)) writeBlock();
    isBehindEmpty = isEmptyLine(line);
    const weight = 1 + (openings(flatten(line)) - 1) ** 2;
    for (const sum of [whole, part]) {
      sum.characters += line.length;
      sum.lines += weight;
    }
    if (isBeyond(whole, longest)) break;
    if (tail !== '' || isBeyond(part, longestPart)) {
      writeBlock();
      tail += line;
    } else block.push(line);
  }
  if (tail !== '') writeTail();
  writeBlock();
  // Not overwritten with spaces: even empty lines take their time.
  if (markdown.slice(text.length).trim() !== '') tangles.push({ start: text.length, end: markdown.length });
  return { text, tangles };
}

type Size = typeof longest;

const isBeyond = (size: Size, most: Size) => size.characters > most.characters || size.lines > most.lines;

/** How many lists and quotations a line may open; at least one, for its own text. */
function openings(line: string): number {
  return Math.max(1, (nesting.exec(line)?.[0] ?? '').replace(/\s+|\d/gu, '').length);
}

/** The line, without the lists and quotations it opens where those are too deep. */
function flatten(line: string): string {
  const opened = nesting.exec(line)?.[0] ?? '';
  return opened.length > deepestNesting ? opened.replace(/\S/gu, 'x') + line.slice(opened.length) : line;
}
