import { fromMarkdown } from 'mdast-util-from-markdown';
import { parsedText, type ReferenceDefinition } from './parsed-text.ts';
import { type ReadingBlock, readingBlocks } from './reading-tree.ts';

/** Some blocks of a text that stand one behind the other, and can be read without the rest of it. */
export interface ReadingPart {
  /** As written. */
  source: string;
  /** The very same object as the last time while the part reads the same. */
  blocks: readonly ReadingBlock[];
}

/** A Markdown text as a reader gets it: without front matter and comments. */
export function read(markdown: string): ReadingBlock[] {
  return new Reading().parts(markdown).flatMap(({ blocks }) => blocks);
}

/**
 * Reads a Markdown text again and again while it is being changed, and parses only what has changed since the last time.
 *
 * The text is read in parts (see `partsOf`). Definitions of reference links are set before
 * the parts that use them. Parts that only an attack would write are shown as their source.
 */
export class Reading {
  #linked = new Map<string, readonly ReadingBlock[]>();

  parts(markdown: string): ReadingPart[] {
    const { text, tangles, parts: found } = parsedText(markdown);
    const definitions = found.flatMap(({ part }) => part.definitions.map(byItsName));
    const linked = new Map<string, readonly ReadingBlock[]>();
    const parts = found.map(({ start, end, part }): ReadingPart => {
      const source = markdown.slice(start, end);
      const lastOfIt = start + source.trimEnd().length;
      const isTangled = tangles.some((tangle) => tangle.start < lastOfIt && tangle.end > start);
      const key = isTangled ? source : withDefinitions(text.slice(start, end), definitions);
      if (!isTangled && key === text.slice(start, end)) return { source, blocks: part.blocks };
      const blocks =
        linked.get(key) ??
        this.#linked.get(key) ??
        (isTangled ? [{ kind: 'source' as const, text: source }] : readingBlocks(fromMarkdown(key)));
      linked.set(key, blocks);
      return { source, blocks };
    });
    // What lies behind the longest text that is parsed.
    const source = markdown.slice(text.length);
    if (source.trim() !== '') {
      const blocks = this.#linked.get(source) ?? [{ kind: 'source' as const, text: source }];
      linked.set(source, blocks);
      parts.push({ source, blocks });
    }
    this.#linked = linked;
    return parts.filter(({ blocks }) => blocks.length > 0);
  }
}

/** A definition by the name that references are compared with, on one line. */
const byItsName = ({ identifier, written }: ReferenceDefinition) => ({
  identifier: fold(identifier),
  source: onOneLine(written),
});

/** The part behind those definitions of the text that it may use; itself where there are none. */
function withDefinitions(source: string, definitions: readonly ReturnType<typeof byItsName>[]): string {
  if (definitions.length === 0 || !source.includes('[')) return source;
  const folded = fold(onOneLine(source));
  const used = definitions.filter(({ identifier }) => folded.includes(`[${identifier}]`));
  return used.length === 0 ? source : `${used.map((definition) => `${definition.source}\n\n`).join('')}${source}`;
}

/** As Markdown compares the names of references. */
const fold = (text: string) =>
  text.replace(/\s+/gu, ' ').replace(/\[ /gu, '[').replace(/ \]/gu, ']').toLowerCase().toUpperCase();

/** Without line breaks and what a quotation sets before each line. */
const onOneLine = (text: string) => text.replace(/[ \t]*(?:\r\n|\r|\n)[ \t>]*/gu, ' ');
