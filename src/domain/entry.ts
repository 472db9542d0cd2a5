import * as z from 'zod/mini';
import { addressesIn, addressKey } from './address.ts';
import { OwnGlue } from './house-style.ts';
import { Link } from './link.ts';
import { Moment } from './moment.ts';
import { PlainDate } from './plain-date.ts';
import { Shape } from './shape.ts';

/** Fields of the popup that the editor has changed: a later reading of the page never overwrites them. */
export const TouchedField = z.enum(['title', 'byline', 'address', 'section', 'shape', 'destination']);
export type TouchedField = z.infer<typeof TouchedField>;

/** Where the caret stood in the commentary, so that a reopened popup goes on there. Offsets in UTF-16 units. */
export const Caret = z.object({ start: z.number(), end: z.number(), scrollTop: z.number() });
export type Caret = z.infer<typeof Caret>;

/**
 * One item of a roundup. An entry without a link is a note: its commentary alone. `Save` changes a draft's state to
 * kept and nothing else. Times are milliseconds since 1970.
 */
export const Entry = z.object({
  id: z.string(),
  newsletterId: z.string(),
  state: z.enum(['draft', 'kept']),
  sectionId: z.nullable(z.string()),
  /** The issue it goes out with; null: the backlog. */
  issueId: z.nullable(z.string()),
  rank: z.string(),
  shape: Shape,
  links: z.array(Link),
  /** Markdown, kept byte for byte. */
  commentary: z.string(),
  /** How it departs from the house style. */
  glue: z.optional(OwnGlue),
  dueOn: z.nullable(PlainDate),
  /** Key of the page it was started on: finds the draft again even when its link was edited or taken out. */
  page: z.nullable(z.string()),
  touched: z.array(TouchedField),
  caret: z.nullable(Caret),
  /** How often the editor has said "not this week". */
  passedOver: z.number(),
  /** The import it came with, by id. */
  importId: z.optional(z.string()),
  createdAt: Moment,
  savedAt: z.nullable(Moment),
  editedAt: Moment,
  deletedAt: z.nullable(Moment),
});
export type Entry = z.infer<typeof Entry>;

/** An entry that nobody has written yet. */
export function blankEntry(id: string, now: number): Entry {
  return {
    id,
    newsletterId: '',
    state: 'draft',
    sectionId: null,
    issueId: null,
    rank: '',
    shape: 'headline',
    links: [],
    commentary: '',
    dueOn: null,
    page: null,
    touched: [],
    caret: null,
    passedOver: 0,
    createdAt: now,
    savedAt: null,
    editedAt: now,
    deletedAt: null,
  };
}

/** Where an entry is found: the bin, the drafts, the backlog, or the issue with that id. */
export type Place = 'bin' | 'draft' | 'backlog' | (string & {});

/** Where the entry is found. */
export function placeOf(entry: Pick<Entry, 'deletedAt' | 'state' | 'issueId'>): Place {
  if (entry.deletedAt !== null) return 'bin';
  if (entry.state === 'draft') return 'draft';
  return entry.issueId ?? 'backlog';
}

/** The keys of every page the entry leads to: its links, those inside its commentary and behind its links, and the page it was started on. */
export function keysOf(entry: Pick<Entry, 'links' | 'commentary' | 'page'>): string[] {
  const keys = entry.links.map((link) => link.key).filter((key) => key !== '');
  const texts = [entry.commentary, ...entry.links.flatMap(({ byline, tail = '' }) => [byline, tail])];
  for (const address of texts.flatMap(addressesIn)) keys.push(addressKey(address));
  if (entry.page !== null) keys.push(entry.page);
  return [...new Set(keys)];
}

/**
 * Whether the entry is about the page with this key, and does not merely mention it. The page it was started on counts
 * for a draft, and after its link was edited; a note that was saved is about no page.
 */
export function isAbout(entry: Pick<Entry, 'links' | 'page' | 'state'>, key: string): boolean {
  if (entry.links.some((link) => link.key === key)) return true;
  return entry.page === key && (entry.state === 'draft' || entry.links.length > 0);
}

/** What lists call the entry: its first title that is not empty, else the start of its commentary, else nothing. */
export function nameOf(entry: Pick<Entry, 'links' | 'commentary'>): string {
  const title = entry.links.map((link) => link.title.trim()).find((text) => text !== '');
  return title ?? firstWords(entry.commentary, 60);
}

/** The start of a text on one line, cut at a word where there is one, with an ellipsis where something was cut. */
export function firstWords(text: string, length: number): string {
  const start = text.slice(0, length * 4);
  const line = start.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return start.length < text.trimEnd().length ? `${line}…` : line;
  const words = line.slice(0, length + 1).replace(/\s+\S*$/, '');
  // A single long word: cut, but never between the halves of a character.
  const cut = words.length <= length ? words : words.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return `${cut}…`;
}

/** Number of words, counted as an editor does: by white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
