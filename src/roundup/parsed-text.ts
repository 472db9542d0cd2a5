import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { withoutFrontMatter } from './front-matter.ts';
import { linksInTree, type ReadLink } from './links-in-tree.ts';
import { isOpenAtEnd, partsOf } from './parts.ts';
import { plainPart } from './plain-part.ts';
import { definitionsIn, type ReadingBlock, readingBlocks } from './reading-tree.ts';
import { withoutTangles } from './tangles.ts';

/** A Markdown text in parts that can be read without each other. */
export interface ParsedText {
  /** Without front matter, and without what is too tangled to be parsed; offsets are those of the text itself. */
  text: string;
  tangles: readonly { start: number; end: number }[];
  parts: readonly { start: number; end: number; part: ParsedPart }[];
}

/** What a name in brackets leads to, as it was written. */
export interface ReferenceDefinition {
  identifier: string;
  written: string;
}

const WHOLE = { offset: 0, line: 1 };

/** A part of a text, parsed. What is asked of it is worked out once; offsets count from its start. */
export class ParsedPart {
  readonly isOpen: boolean;
  /** Definitions of reference links in it, which count for the whole text. */
  readonly definitions: readonly ReferenceDefinition[];
  /** null: all has been asked that can be. */
  #root: Root | null;
  #links: readonly ReadLink[] | null = null;
  #blocks: readonly ReadingBlock[] | null = null;

  constructor(source: string) {
    // Most parts are plain, and the parser takes ten times as long.
    const plain = plainPart(source, WHOLE);
    const root: Root = plain === null ? fromMarkdown(source) : { type: 'root', children: plain };
    this.#root = root;
    this.isOpen = isOpenAtEnd(root, source);
    this.definitions = definitionsIn(root).map(({ identifier, position }) => ({
      identifier,
      written: source.slice(position?.start.offset, position?.end.offset),
    }));
  }

  get links(): readonly ReadLink[] {
    if (this.#links === null && this.#root !== null) this.#links = linksInTree(this.#root);
    if (this.#blocks !== null) this.#root = null;
    return this.#links ?? [];
  }

  get blocks(): readonly ReadingBlock[] {
    if (this.#blocks === null && this.#root !== null) this.#blocks = readingBlocks(this.#root);
    if (this.#links !== null) this.#root = null;
    return this.#blocks ?? [];
  }
}

/** Characters; an issue has more, what is read beside it less. */
const SHORT = 8_000;
/** Parts. */
const MOST_KNOWN = 1_000;

/** The last texts that were parsed: the issue is shown, read back and looked through, and all of it again after a key. */
let known = new Map<string, ParsedPart>();
let before = known;
let last: { markdown: string; parsed: ParsedText } | null = null;

/** Takes a text apart and parses those of its parts that are not known yet. Front matter is passed over. */
export function parsedText(markdown: string): ParsedText {
  if (last?.markdown === markdown) return last.parsed;
  const isLong = markdown.length > SHORT;
  const found = isLong ? new Map<string, ParsedPart>() : known;
  const parse = (source: string): ParsedPart => {
    // Empty lines behind a part are no part of it (the last one of a text has none), but of HTML that is left open.
    const written = source.includes('<') ? source : source.replace(/[\r\n]+$/u, '');
    const part = found.get(written) ?? known.get(written) ?? before.get(written) ?? new ParsedPart(written);
    found.set(written, part);
    return part;
  };
  // The parser skips a byte order mark without counting it.
  const { text, tangles } = withoutTangles(withoutFrontMatter(markdown).replace(/^\uFEFF/u, ' '));
  const parsed = { text, tangles, parts: partsOf(text, parse) };
  // A short text (one entry among many) must not make what is known of the whole issue go.
  if (isLong || known.size > MOST_KNOWN) {
    before = known;
    known = isLong ? found : new Map();
  }
  if (isLong) last = { markdown, parsed };
  return parsed;
}
