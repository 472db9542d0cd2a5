/** A part of a text, in UTF-16 units. */
interface Part {
  start: number;
  end: number;
}

/**
 * Beyond this, even ordinary Markdown takes seconds to parse, at about 0.15 ms per block. The longest issue in the
 * archives at hand has 56,000 characters in 1,000 lines.
 */
const longest = { characters: 250_000, lines: 5_000 };

/**
 * A paragraph takes time with the square of its brackets and emphasis marks: 1,000 images inside one another take
 * 1.6 s, 3,000 take 11 s. So a text has this much to spend, and a paragraph costs the square of its marks. No issue of
 * the archives spends a tenth.
 */
const budget = 2_000_000;

/** What makes links, images and emphasis. */
const marks = /[[\]*_]/gu;

/** Lists and quotations inside one another: `1. ` ten thousand times on one line takes minutes. */
const nesting = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/u;
const deepestNesting = 60;

/** A line that begins another block for certain, so that no mark before it pairs with one after it. */
const newBlock = /^ {0,3}(?:[-+*][ \t]|#{1,6}[ \t]|\r?$)/u;

/**
 * A Markdown text that the parser reads in about two seconds at the worst, with the same offsets: in the parts that only
 * an attack would write the marks are overwritten, and their places are named. Ordinary text comes back untouched.
 */
export function withoutTangles(markdown: string): { text: string; tangles: Part[] } {
  const tangles: Part[] = [];
  let left = budget;
  let text = '';
  for (const block of blocksOf(markdown)) {
    const part = { start: text.length, end: text.length + block.text.length };
    const cost = (block.text.match(marks)?.length ?? 0) ** 2;
    const isBeyond = part.end > longest.characters || block.lines > longest.lines;
    if (!isBeyond && !block.isTooDeep && cost <= left) {
      left -= cost;
      text += block.text;
    } else {
      text += overwrite(block.text, isBeyond);
      tangles.push(part);
    }
  }
  return { text, tangles };
}
