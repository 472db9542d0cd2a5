import { escapeAddress, escapeText } from './escape.ts';

/**
 * What was selected on a page as a Markdown quote that prints as it stood there, line by line: the page's text is not
 * the editor's. Behind its last words stands, in brackets, the link to the passage.
 *
 * @param words of that link. @param address that points at the passage; one that may not be printed is left out.
 */
export function markdownQuote(text: string, words: string, address: string): string {
  const lines = text.trim().split(/\r\n?|\n/);
  const quoted = lines.map((line) => escapeText(line, 'line-start'));
  const printed = escapeAddress(address);
  if (printed !== null) quoted.push(`${quoted.pop()} ([${escapeText(words)}](${printed}))`);
  return quoted
    .filter((line, at) => line !== '' || quoted[at - 1] !== '')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A picture as Markdown; null: its address may not be printed. Without a description one is to be asked for. */
export function markdownPicture(alt: string, address: string): string | null {
  const printed = escapeAddress(address);
  return printed === null ? null : `![${escapeText(alt)}](${printed})`;
}

/** A picture that stands in a text without a description, as `markdownPicture` writes it. */
const UNDESCRIBED = /!\[\s*\]\(([^)\s]+)/;

/** The address of the first picture in a commentary that has no description, as it is written there; null: none. */
export function undescribedPicture(commentary: string): string | null {
  return UNDESCRIBED.exec(commentary)?.[1] ?? null;
}

/** Where in a commentary the description of that picture goes, and what stands there now. */
export function placeOfDescription(commentary: string): { from: number; to: number } | null {
  const found = UNDESCRIBED.exec(commentary);
  if (found === null) return null;
  const from = found.index + 2;
  return { from, to: commentary.indexOf(']', from) };
}
