import type { Caret, Entry } from '../src/domain/entry.ts';
import { type Link, titleOf } from '../src/domain/link.ts';
import { markdownLink } from '../src/roundup/escape.ts';
import { joined } from '../src/storage/unfinished.ts';
import type { Edits } from './compose.ts';

// What the links behind the first are edited to. Where the text is to hold its links, they stand in it as well.

/** With one more, which an inline text has at its end. */
export function withLink(entry: Entry, link: Link): Edits {
  const others = [...entry.links.slice(1), link];
  const written = entry.shape === 'inline' ? markdownLink(titleOf(link), link.address) : null;
  return written === null ? { others } : { others, ...endingWith(joined(entry.commentary, written)) };
}

/** With another title for one of them. */
export function renamed(entry: Entry, key: string, title: string): Edits {
  const others = entry.links.slice(1);
  return { others: others.map((link) => (link.key === key ? { ...link, title, titleIsMarkdown: false } : link)) };
}

/** Without one of them, and without what `withLink` put at the end of the text, while it stands there; null: there is none. */
export function withoutLink(entry: Entry, key: string): Edits | null {
  const further = entry.links.slice(1);
  const gone = further.find((link) => link.key === key);
  if (gone === undefined) return null;
  const others = further.filter((link) => link !== gone);
  const written = markdownLink(titleOf(gone), gone.address) ?? '';
  const end = `\n\n${written}`;
  const isAtEnd = entry.shape === 'inline' && written !== '' && entry.commentary.endsWith(end);
  return isAtEnd ? { others, ...endingWith(entry.commentary.slice(0, -end.length)) } : { others };
}

/** A text with the caret at its end, in sight. */
const endingWith = (commentary: string): { commentary: string; caret: Caret } => ({
  commentary,
  caret: { start: commentary.length, end: commentary.length, scrollTop: Number.MAX_SAFE_INTEGER },
});
