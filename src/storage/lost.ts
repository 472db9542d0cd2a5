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
  const held = noted();
  return held === null || held.entries === 0 ? null : held;
}

/** The note; null: there is none, which is so before the first and after a crash that took the newest with it. */
function noted(): Held | null {
  try {
    return Held.safeParse(JSON.parse(localStorage.getItem(NAME) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** The editor knows that it is empty. */
export function forgetHeld(): void {
  write({ entries: 0, at: 0 });
}

/** After something that may leave nothing behind, and by the editor's own will. */
export async function forgetIfEmpty(db: Database): Promise<void> {
  if ((await db.newsletters.count()) === 0) forgetHeld();
}

/**
 * What there was, if all of it is gone; null: nothing is missing.
 *
 * @param newestBackup tells what there was where no note does.
 */
export async function lostSince(db: Database, newestBackup: () => Promise<Held | null>): Promise<Held | null> {
  if ((await db.newsletters.count()) + (await db.entries.count()) > 0) return null;
  const held = noted() ?? (await newestBackup().catch(() => null));
  return held === null || held.entries === 0 ? null : held;
}

function write(held: Held): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(held));
  } catch {
    // Private window, or no space: then a loss is not noticed, and nothing else goes wrong.
  }
}
