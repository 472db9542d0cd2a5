import type { Root } from 'mdast';

/** A part of a text, in UTF-16 units, and what is known of it. */
interface Part<Parsed> {
  start: number;
  end: number;
  part: Parsed;
}

/**
 * A Markdown text in parts that can be parsed without each other; joined, they are the text.
 *
 * It is cut where a block begins for certain: at a line that is not indented and opens no list, behind an empty line. No
 * list, quotation or paragraph reaches over that; an open code fence or a piece of HTML does, which is seen after
 * parsing, and then the part is taken together with what follows.
 *
 * @param parse called for each part as it is written; callers remember what they have parsed before.
 */
export function partsOf<Parsed extends { isOpen: boolean }>(
  text: string,
  parse: (source: string) => Parsed,
): Part<Parsed>[] {
  const found: Part<Parsed>[] = [];
  const cuts = [...cutsOf(text).map(({ offset }) => offset), text.length];
  for (let at = 0; at < cuts.length - 1; ) {
    let take = 1;
    const source = () => text.slice(cuts[at], cuts[at + take]);
    // Twice as much each time, so that a fence that is never closed costs no more than twice the text.
    while (parse(source()).isOpen && at + take < cuts.length - 1) take = Math.min(take * 2, cuts.length - 1 - at);
    found.push({ start: cuts[at] ?? 0, end: cuts[at + take] ?? text.length, part: parse(source()) });
    at += take;
  }
  return found;
}

const LIST_ITEM = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|[\r\n]|$)/u;

/** Whether the line, behind an empty one, begins a block that belongs to nothing before it. */
export const beginsPart = (line: string): boolean => /^\S/u.test(line) && !LIST_ITEM.test(line);

export const isEmptyLine = (line: string): boolean => /^[ \t]*[\r\n]*$/u.test(line);

/** Where a part begins: in UTF-16 units, and in lines from 1. */
export interface Cut {
  offset: number;
  line: number;
}

/** Where a block begins that belongs to nothing before it, unless that is a fence or HTML; the start of the text too. */
export function cutsOf(text: string): Cut[] {
  const cuts = [{ offset: 0, line: 1 }];
  let offset = 0;
  let isBehindEmpty = false;
  for (const [at, line] of (text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu) ?? []).entries()) {
    if (isBehindEmpty && beginsPart(line)) cuts.push({ offset, line: at + 1 });
    isBehindEmpty = isEmptyLine(line);
    offset += line.length;
  }
  return cuts;
}

/**
 * HTML that goes on over empty lines, and what ends it: https://spec.commonmark.org/0.31.2/#html-blocks. Without `u`, for
 * which a long s (U+017F) is an `s`.
 */
const LONG_HTML: readonly [begin: RegExp, end: RegExp][] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/u, /-->/u],
  [/^<\?/u, /\?>/u],
  [/^<!\[CDATA\[/u, /\]\]>/u],
  [/^<![a-z]/i, />/u],
];

/** Whether a code fence or HTML at the end of a parsed text is still open: what follows may belong to it. */
export function isOpenAtEnd(root: Root, source: string): boolean {
  const last = root.children.at(-1);
  if (last?.type === 'html') {
    // It may be indented at the start of a text.
    const html = last.value.trimStart();
    const [begin, end] = LONG_HTML.find(([opening]) => opening.test(html)) ?? [];
    return begin !== undefined && end !== undefined && !end.test(html.replace(begin, ''));
  }
  if (last?.type !== 'code') return false;
  const written = source.slice(last.position?.start.offset, last.position?.end.offset);
  const fence = /^(?:`{3,}|~{3,})/u.exec(written)?.[0];
  if (fence === undefined) return false;
  const closing = /(?:\r\n|\r|\n) {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(written)?.[1] ?? '';
  return !(closing.startsWith(fence) && written.trimEnd() !== fence);
}
