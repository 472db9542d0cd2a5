import { Entry, type TouchedField } from '../domain/entry.ts';
import { Revision } from '../domain/revision.ts';
import type { Database } from './database.ts';
import { entriesLeadingTo, entryById, entryToGoOnWith, keepRevision, stored } from './entries.ts';
import type { Work } from './newsletters.ts';

/**
 * The newest text of a popup, beside the database: what was typed and is not yet known to be written there.
 *
 * IndexedDB needs the event loop: before anything can be written the database must have answered, and while keys come
 * fast Chromium holds its answers back until the next frame. Of a popup that died in that moment whole sentences were
 * lost (measured on a busy machine: 2 of 12 trials). localStorage is synchronous, and what is written leaves the page
 * before the input event ends. It is a bridge of some milliseconds, never the place where anything is kept.
 */
const PREFIX = 'unfinished/';

/** Whether a name in localStorage is that of a text laid aside; null: of all that is there. */
export const isUnfinished = (name: string | null): boolean => name === null || name.startsWith(PREFIX);

/** Lays the entry aside, synchronously. Where the browser refuses, the database alone has to do. */
export function layAside(entry: Entry): void {
  try {
    localStorage.setItem(PREFIX + entry.id, JSON.stringify(entry));
  } catch {
    // Private window, or no space: the write to the database tells the editor.
  }
}

/** Forgets what was laid aside of an entry: the database has it. */
export function forgetAside(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was laid aside there.
  }
}

/**
 * Puts into the database what popups had to leave aside when they died; for every page that opens, and while popups
 * live: what comes home twice is there once. What was typed before the database had answered has no newsletter yet: it
 * goes behind the draft of its page, or becomes one. The entry that is being written here is passed over.
 *
 * Killed at any moment, either the database has the text or it is still aside: it is forgotten after the transaction.
 */
export async function bringHome(db: Database, work: Work, ownId: string | null = null): Promise<void> {
  for (const name of namesAside()) {
    if (name === PREFIX + ownId) continue;
    let home: string | null = null;
    await db.transaction('rw', db.entries, db.revisions, async () => {
      const record = await db.entries.get(name.slice(PREFIX.length));
      // Only now: whoever wrote here before may have brought it home.
      home = read(name);
      const aside = parsed(home);
      if (aside === undefined) home = null;
      else if (record !== undefined) await takeOver(db, record, aside);
      else await settle(db, aside, work);
    });
    // A living popup may have laid aside more since.
    if (home !== null && read(name) === home) forgetAside(name.slice(PREFIX.length));
  }
}

/**
 * Lays what was typed over the record as it is now; place and order are the desk's. Where another page had the last
 * word, and wherever a character would go, the text that gives way stays as a revision.
 */
async function takeOver(db: Database, record: unknown, aside: Entry): Promise<void> {
  const written = Entry.safeParse(record).data;
  const later = written !== undefined && written.editedAt <= aside.editedAt;
  if (later && written.deletedAt === null && written.state === aside.state) {
    if (!holds(aside, written)) await keepText(db, written, `${written.id}/${written.editedAt}/written`);
    await db.entries.put(stored(withTyped(written, aside)));
  } else if (written === undefined || !holds(written, aside)) {
    await keepText(db, aside, `${aside.id}/${aside.editedAt}/aside`);
  }
}

const NOT_TYPED: readonly TouchedField[] = ['section', 'destination'];

function withTyped(written: Entry, aside: Entry): Entry {
  const { commentary, caret, links, dueOn, editedAt } = aside;
  const shape = aside.touched.includes('shape') ? aside.shape : written.shape;
  const touched = [...written.touched, ...aside.touched.filter((field) => !NOT_TYPED.includes(field))];
  return { ...written, commentary, caret, links, dueOn, shape, touched: [...new Set(touched)], editedAt };
}

/** What was typed before the newsletter was known, or was never written at all. */
async function settle(db: Database, aside: Entry, { newsletter, issue }: Work): Promise<void> {
  const continuation = await continuationOf(db, aside.id);
  const continued = continuation && (await entryById(db, continuation.entryId));
  if (continuation && continued) {
    const before = textBefore(continued, continuation, aside.commentary);
    if (before !== null) await db.entries.put(stored(withText(continued, before, aside)));
    else if (!holds(continued, aside)) {
      await keepText(db, { ...continued, commentary: aside.commentary }, `${aside.id}/${aside.editedAt}/aside`);
    }
    return;
  }
  const key = aside.newsletterId === '' ? aside.page : null;
  const leading = key === null ? [] : await entriesLeadingTo(db, newsletter.id, key);
  const before = key === null ? undefined : entryToGoOnWith(leading, key, issue?.id ?? null);
  if (before === undefined) {
    await db.entries.put(stored({ ...aside, newsletterId: aside.newsletterId || newsletter.id }));
    return;
  }
  await keepText(db, before, continuationId(aside.id));
  await db.entries.put(stored(withText(before, before.commentary, aside)));
}

/** Under this id the entry behind whose text an aside went is kept as it was before: so it goes there only once. */
const continuationId = (id: string) => `${id}/continued`;

async function continuationOf(db: Database, id: string): Promise<Revision | undefined> {
  return Revision.safeParse(await db.revisions.get(continuationId(id))).data;
}

/** The text before what came home of an aside, if that is still the end and the beginning of what is typed now. */
function textBefore({ commentary }: Entry, { entry }: Revision, typed: string): string | null {
  const before = joined(entry.commentary, '');
  return commentary.startsWith(before) && typed.startsWith(commentary.slice(before.length)) ? entry.commentary : null;
}

/**
 * The text of an entry behind which the typed text belongs. Another page may have brought a part of it home already,
 * as the end of this entry or as an entry of its own; `id` is that under which it was laid aside.
 */
export async function textToContinue(db: Database, entry: Entry, id: string, typed: string): Promise<string> {
  if (entry.id === id) return typed.startsWith(entry.commentary) ? '' : entry.commentary;
  const continuation = await continuationOf(db, id);
  const before = continuation?.entryId === entry.id ? textBefore(entry, continuation, typed) : null;
  return before ?? entry.commentary;
}

/** A text and behind it, as a paragraph of its own, another. */
export function joined(before: string, typed: string): string {
  return before === '' ? typed : `${before}\n\n${typed}`;
}

function withText(entry: Entry, before: string, { commentary: typed, editedAt }: Entry): Entry {
  const commentary = typed === '' ? before : joined(before, typed);
  const end = commentary.length;
  return { ...entry, commentary, editedAt, caret: { start: end, end, scrollTop: Number.MAX_SAFE_INTEGER } };
}

/** Whether no character of the other's commentary is missing: it is the same, or was only inserted to. */
const holds = ({ commentary: text }: Entry, { commentary: other }: Entry) => holdsText(text, other);

/** Whether no character of the other text is missing: it is the same, or was only inserted to. */
export function holdsText(text: string, other: string): boolean {
  let same = 0;
  while (same < other.length && text[same] === other[same]) same += 1;
  return text.length >= other.length && text.endsWith(other.slice(same));
}

const keepText = (db: Database, entry: Entry, id: string) => keepRevision(db, entry, id, entry.editedAt);

function namesAside(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    // Refused by the browser: then nothing was laid aside either.
    return [];
  }
}

/** What lies under a name in localStorage; null: nothing. */
export function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function parsed(json: string | null): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(json ?? 'null')).data;
  } catch {
    return undefined;
  }
}
