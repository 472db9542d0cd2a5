/**
 * What the Markdown toolbar does to a text, as values: what is replaced by what, and what is selected afterwards. Only
 * the touched stretch is replaced, so that the rest of the text stays byte for byte and one undo takes one edit back.
 *
 * `@github/markdown-toolbar-element` was weighed and left: it knows no link to "this page", it cannot toggle `*` beside
 * `**`, its shortcuts cannot be kept from it while an input method composes, and with it the popup would start slower.
 */

/** A text with its selection; `start` and `end` are equal where only a caret stands. UTF-16 units. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** Replaces the text from `from` to `to`, then selects from `start` to `end` of the result. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** The text after an edit. */
export function edited(text: string, edit: Edit): string {
  return text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
}

const ASTERISKS = { bold: 2, italic: 1 } as const;

/** Makes the selected words bold or italic, or takes that away; without a selection, the word at the caret. */
export function toggleEmphasis(selected: Selected, kind: keyof typeof ASTERISKS): Edit {
  const marks = ASTERISKS[kind];
  const { text } = selected;
  const { start, end } = hugWords(wordAt(selected));
  const outside = Math.min(asterisksBefore(text, start), asterisksAfter(text, end));
  const inside = Math.min(asterisksAfter(text, start), asterisksBefore(text, end));
  const words = text.slice(start, end);
  if (hasEmphasis(outside, marks)) {
    return { from: start - marks, to: end + marks, insert: words, start: start - marks, end: end - marks };
  }
  if (end - start > 2 * inside && hasEmphasis(inside, marks)) {
    return { from: start, to: end, insert: words.slice(marks, -marks), start, end: end - 2 * marks };
  }
  const mark = '*'.repeat(marks);
  return { from: start, to: end, insert: mark + words + mark, start: start + marks, end: end + marks };
}

/** One asterisk is italic, two are bold, three are both. */
const hasEmphasis = (asterisks: number, marks: number) => asterisks === 3 || asterisks === marks;

const asterisksBefore = (text: string, at: number) => /\**$/.exec(text.slice(0, at))?.[0].length ?? 0;
const asterisksAfter = (text: string, at: number) => /^\**/.exec(text.slice(at))?.[0].length ?? 0;

/** The end of a link's words and its address, which may hold pairs of parentheses. */
const LINK_END = /^\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/;

/**
 * Turns the selected words into a link to the address, as they are: they are the editor's own Markdown. Words that are
 * a link's words already lose it. Without a selection the caret goes between the brackets, without an address between
 * the parentheses.
 */
export function linkTo(selected: Selected, address: string): Edit {
  const { text } = selected;
  const { start, end } = hugWords(selected);
  const words = text.slice(start, end);
  const around = words !== '' && text[start - 1] === '[' ? LINK_END.exec(text.slice(end)) : null;
  if (around) {
    return { from: start - 1, to: end + around[0].length, insert: words, start: start - 1, end: end - 1 };
  }
  const insert = `[${words}](${address})`;
  const caret = words === '' ? start + 1 : start + insert.length - (address === '' ? 1 : 0);
  return { from: start, to: end, insert, start: caret, end: caret };
}

/** Puts `> ` or `- ` before every selected line, or takes it away where all have it. */
export function toggleLines(selected: Selected, kind: 'quote' | 'list'): Edit {
  const from = selected.text.lastIndexOf('\n', selected.start - 1) + 1;
  const lineEnd = selected.text.indexOf('\n', Math.max(selected.start, selected.end - 1));
  const to = lineEnd < 0 ? selected.text.length : lineEnd;
  const lines = selected.text.slice(from, to).split('\n');
  const prefix = kind === 'quote' ? '> ' : '- ';
  const filled = lines.filter((line) => line.trim() !== '');
  const takeAway = filled.length > 0 && filled.every((line) => `${line} `.startsWith(prefix));
  const insert = lines
    .map((line) => (takeAway ? withoutPrefix(line, prefix) : withPrefix(line, prefix, lines.length)))
    .join('\n');
  if (selected.start !== selected.end) return { from, to, insert, start: from, end: from + insert.length };
  const caret = Math.max(from, selected.start + insert.length - (to - from));
  return { from, to, insert, start: caret, end: caret };
}

function withPrefix(line: string, prefix: string, lines: number): string {
  if (line.trim() !== '' || lines === 1) return prefix + line;
  // An empty line ends a quotation but not a list.
  return prefix === '> ' ? `>${line}` : line;
}

function withoutPrefix(line: string, prefix: string): string {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  return line === prefix.trim() ? '' : line;
}

/** Puts words from elsewhere as a quotation of their own behind the caret's place, blank lines around it. */
export function insertQuotation(selected: Selected, words: string): Edit {
  const { text, start, end } = selected;
  const quotation = words
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => (line.trim() === '' ? '>' : `> ${line}`))
    .join('\n');
  const insert = `${breakAfter(text.slice(0, start))}${quotation}\n\n`;
  const swallowed = /^\n{0,2}/.exec(text.slice(end))?.[0].length ?? 0;
  const caret = start + insert.length;
  return { from: start, to: end + swallowed, insert, start: caret, end: caret };
}

/** What is missing between a text and a new paragraph. */
function breakAfter(text: string): string {
  if (text === '' || text.endsWith('\n\n')) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** Puts Markdown at the end of the text, with a space where one is missing. */
export function append(text: string, markdown: string): Edit {
  const insert = (text === '' || /\s$/.test(text) ? '' : ' ') + markdown;
  const caret = text.length + insert.length;
  return { from: text.length, to: text.length, insert, start: caret, end: caret };
}

/** The selection without the white space at its ends, which would keep `**` and `[` from being read as Markdown. */
function hugWords({ text, start, end }: Selected): { start: number; end: number } {
  const words = text.slice(start, end);
  if (words.trim() === '') return { start, end };
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/** The selection, or the word the caret stands in. */
function wordAt(selected: Selected): Selected {
  const { text, start, end } = selected;
  if (start !== end) return selected;
  const before = /[\p{L}\p{M}\p{N}'’_-]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}'’_-]*/u.exec(text.slice(end))?.[0].length ?? 0;
  // At the edge of a word the caret is about to write something new.
  if (before === 0 || after === 0) return selected;
  return { text, start: start - before, end: end + after };
}
