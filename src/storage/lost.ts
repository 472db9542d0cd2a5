import * as z from 'zod/mini';
import type { Database } from './database.ts';

/**
 * What the database was last seen to hold, beside it: localStorage is another file of the profile. When there was much,
 * and the database is empty, then it was lost: the browser evicted or reset it, or something deleted it.
 */
export const Held = z.object({ entries: z.number(), at: z.number() });
export type Held = z.infer<typeof Held>;

const NAME = 'held';

/** Notes what there is now, for every page that has read it. An empty database is no reason to forget. */
export async function noteHeld(db: Database, now: number): Promise<void> {
  if ((await db.newsletters.count()) > 0) write({ entries: await db.entries.count(), at: now });
}

/** One more entry was saved, without counting them all. */
export function noteSaved(now: number): void {
  write({ entries: (lastHeld()?.entries ?? 0) + 1, at: now });
}

/** What there was when it was last looked at; null: nothing, as far as is known. */
export function lastHeld(): Held | null {
  try {
    const held = Held.safeParse(JSON.parse(localStorage.getItem(NAME) ?? 'null')).data;
    return held === undefined || held.entries === 0 ? null : held;
  } catch {
    return null;
  }
}

/** The editor knows that it is empty. */
export function forgetHeld(): void {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Refused by the browser: then nothing was noted either.
  }
}

/** After something that may leave nothing behind, and by the editor's own will. */
export async function forgetIfEmpty(db: Database): Promise<void> {
  if ((await db.newsletters.count()) === 0) forgetHeld();
}

/** What there was, if all of it is gone; null: nothing is missing. */
export async function lostSince(db: Database): Promise<Held | null> {
  const held = lastHeld();
  if (held === null) return null;
  return (await db.newsletters.count()) + (await db.entries.count()) === 0 ? held : null;
}

function write(held: Held): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(held));
  } catch {
    // Private window, or no space: then a loss is not noticed, and nothing else goes wrong.
  }
}
