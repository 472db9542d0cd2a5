import type { Heading, Link, PhrasingContent, RootContent, Text } from 'mdast';
import type { Cut } from './parts.ts';

/** Characters that mean nothing to Markdown inside a line. */
const WORDS = /(?:[^\\`*_[\]<&!\0\t\r\n]+|&(?![#a-z\d])|!(?!\[))+/iy;
/** An address in which nothing is written otherwise than it is meant. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: with a control character it is none.
const ADDRESS = /(?:[^\s\0-\x1f\x7f\\`()<>[\]&]+|&(?!#?[a-z\d]+;))+/iy;
/** Marks of emphasis behind a space or at the start of a line, before words: they open, and close nothing. */
const OPENING = /(?<=^|[ \n])([*_])\1?(?![\s*_])/y;
/** Marks behind words, and before a space or the end of a sentence: they close, and open nothing. */
const CLOSING = /(?<=[^\s*_])([*_])\1?(?=$|[ \r\n.,;:?)])/y;
const LINE_END = /(?<! )\r?\n/y;

/** What begins no block but a paragraph: no list, quotation, heading, fence or rule. */
const BEGINS_PARAGRAPH = /(?![\s#>+=~-]|\d{1,9}[.)])/y;
const HEADING = /^(#{1,6}) +(?=\S)/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
const EMPTY_LINES = /^(?:\r?\n[ \t\r\n]*)?$/;

/**
 * Reads a part of a Markdown text (see `parts.ts`) that holds only what is plainest, as most parts of newsletters do: a
 * rule, or a heading or paragraph of words, links and emphasis. Gives what the parser would, which takes ten times as long;
 * null where anything else stands in it.
 */
export function plainPart(source: string, cut: Cut): RootContent[] | null {
  const text = source.trimEnd();
  if (text === '') return /^[ \t\r\n]*$/.test(source) ? [] : null;
  if (!EMPTY_LINES.test(source.slice(text.length))) return null;
  const reading = new PlainReading(text, cut);
  const start = reading.point;
  if (RULE.test(text)) {
    reading.at = text.length;
    return [{ type: 'thematicBreak', position: { start, end: reading.point } }];
  }
  const [opening = '', { length: depth } = ''] = HEADING.exec(text) ?? [];
  // Marks behind the words close a heading.
  if (depth > 0 && /\n|#$/.test(text)) return null;
  reading.at = opening.length;
  if (depth === 0 && reading.take(BEGINS_PARAGRAPH) === null) return null;
  const children = reading.content();
  if (children === null) return null;
  const position = { start, end: reading.point };
  return depth === 0
    ? [{ type: 'paragraph', children, position }]
    : [{ type: 'heading', depth: depth as Heading['depth'], children, position }];
}

type Position = NonNullable<Text['position']>;

/** Goes through the text of a part once. */
class PlainReading {
  at = 0;
  readonly #text: string;
  readonly #offset: number;
  #line: number;
  #lineStart = 0;

  constructor(text: string, { offset, line }: Cut) {
    this.#text = text;
    this.#offset = offset;
    this.#line = line;
  }

  get point(): Position['start'] {
    return { line: this.#line, column: this.at - this.#lineStart + 1, offset: this.#offset + this.at };
  }

  /** What stands here, if it is this; null: it is not. */
  take(what: RegExp): string | null {
    what.lastIndex = this.at;
    const found = what.exec(this.#text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  /** All that is left; null: it is not that plain. */
  content(): PhrasingContent[] | null {
    const whole: PhrasingContent[] = [];
    while (this.at < this.#text.length) {
      if (this.#takeSimple(whole)) continue;
      const start = this.point;
      const marks = this.take(OPENING);
      if (marks !== null) {
        const children: (Text | Link)[] = [];
        while (this.#takeSimple(children));
        if (this.take(CLOSING) !== marks) return null;
        const type = marks.length === 1 ? 'emphasis' : 'strong';
        whole.push({ type, children, position: { start, end: this.point } });
      } else if (!this.#takeLineEnd(whole)) return null;
    }
    return whole;
  }

  /** Takes words or a link, whichever is next. */
  #takeSimple(into: PhrasingContent[]): boolean {
    const start = this.point;
    const words = this.take(WORDS);
    if (words !== null) this.#add(into, words, start);
    return words !== null || this.#takeLink(into);
  }

  #takeLink(into: PhrasingContent[]): boolean {
    const [from, start] = [this.at, this.point];
    const isOpened = this.#next('[');
    const inside = this.point;
    const words = isOpened ? this.take(WORDS) : null;
    const position = { start: inside, end: this.point };
    const url = words !== null && this.#next('](') ? this.take(ADDRESS) : null;
    if (words === null || url === null || !this.#next(')')) {
      this.at = from;
      return false;
    }
    const children: Text[] = [{ type: 'text', value: words, position }];
    into.push({ type: 'link', title: null, url, children, position: { start, end: this.point } });
    return true;
  }

  #takeLineEnd(into: PhrasingContent[]): boolean {
    const start = this.point;
    const end = this.take(LINE_END);
    if (end === null) return false;
    this.#line += 1;
    this.#lineStart = this.at;
    this.#add(into, end, start);
    return this.take(BEGINS_PARAGRAPH) !== null;
  }

  #next(mark: string): boolean {
    const isThere = this.#text.startsWith(mark, this.at);
    if (isThere) this.at += mark.length;
    return isThere;
  }

  /** Text is one node, over the ends of lines. */
  #add(into: PhrasingContent[], value: string, start: Position['start']): void {
    const last = into.at(-1);
    if (last?.type === 'text' && last.position !== undefined) {
      last.value += value;
      last.position.end = this.point;
    } else into.push({ type: 'text', value, position: { start, end: this.point } });
  }
}
