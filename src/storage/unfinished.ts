import { Entry } from '../domain/entry.ts';
import type { Database } from './database.ts';
import { entriesLeadingTo, entryById, entryToGoOnWith, stored } from './entries.ts';
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
 * Puts into the database what popups had to leave aside when they died; for every page that opens. What was typed before
 * the database had answered has no newsletter yet: it goes behind the draft of its page, or becomes one. The entry that
 * is being written here is passed over.
 */
export async function bringHome(db: Database, { newsletter, issue }: Work, ownId: string | null = null): Promise<void> {
  for (const aside of whatIsAside()) {
    if (aside.id === ownId) continue;
    await db.transaction('rw', db.entries, async () => {
      const written = await entryById(db, aside.id);
      if (written !== undefined) {
        if (written.state === aside.state && written.editedAt < aside.editedAt) await db.entries.put(stored(aside));
        return;
      }
      const key = aside.newsletterId === '' ? aside.page : null;
      const leading = key === null ? [] : await entriesLeadingTo(db, newsletter.id, key);
      const before = key === null ? undefined : entryToGoOnWith(leading, key, issue?.id ?? null);
      const entry: Entry = { ...aside, newsletterId: aside.newsletterId || newsletter.id };
      await db.entries.put(stored(before === undefined ? entry : continued(before, entry)));
    });
    forgetAside(aside.id);
  }
}

function continued(before: Entry, { commentary, editedAt }: Entry): Entry {
  const text = before.commentary === '' ? commentary : `${before.commentary}\n\n${commentary}`;
  const end = text.length;
  return { ...before, commentary: text, editedAt, caret: { start: end, end, scrollTop: Number.MAX_SAFE_INTEGER } };
}

function whatIsAside(): Entry[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.flatMap((name) => parsed(localStorage.getItem(name)) ?? []);
  } catch {
    // Refused by the browser: then nothing was laid aside either.
    return [];
  }
}

function parsed(json: string | null): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(json ?? 'null')).data;
  } catch {
    return undefined;
  }
}
