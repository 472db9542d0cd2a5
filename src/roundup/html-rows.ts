import type { Html } from 'mdast';
import { linksOf, startOf } from './markdown-blocks.ts';
import { textEntry } from './parse-entry.ts';
import type { ParsedEntry } from './parsed-issue.ts';

/** A paragraph or an item of a list, which is never one inside another of its kind here. */
const ROW = /<(p|li|tr)\b[^>]*>(?:(?!<\/?\1\b)[\s\S]){1,4000}<\/\1\s*>/gi;
/** Characters: what is longer stays one text. */
const LONGEST = 50_000;

/**
 * The entries of a block of HTML that holds several paragraphs or items, most of them with a link, each an entry; the tags
 * around them are glue. null: it is none such.
 */
export function htmlRows(markdown: string, block: Html): ParsedEntry[] | null {
  if (block.value.length > LONGEST) return null;
  const point = (offset: number) => ({ line: block.position?.start.line ?? 1, column: 1, offset });
  const rows = [...block.value.matchAll(ROW)].map(({ 0: value, index }): Html => {
    const from = startOf(block) + index;
    return { type: 'html', value, position: { start: point(from), end: point(from + value.length) } };
  });
  const linked = rows.filter((row) => linksOf(row).length > 0).length;
  // Words outside of the rows would be lost among the tags.
  const outside = block.value.replace(ROW, '').replace(/<[^>]*>/g, '');
  if (rows.length < 2 || linked <= rows.length / 2 || outside.trim() !== '') return null;
  return rows.map((row) => textEntry(markdown, [row], 'inline'));
}
