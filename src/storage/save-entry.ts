import * as z from 'zod/mini';
import type { Entry } from '../domain/entry.ts';
import { changeSection, Newsletter } from '../domain/newsletter.ts';
import { rankBetween } from '../domain/rank.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { type StoredEntry, spotOf, stored } from './entries.ts';
import { recentSectionsWith, writeSetting } from './settings.ts';
import { type Standing, standingOf } from './standing.ts';

/**
 * Saves an entry: from now on it is kept. It takes its place at the end of its section, unless it was there before.
 * A section whose shape is still open takes over the entry's. Give a database with strict durability.
 */
export function saveEntry(db: Database, entry: Entry, now: number): Promise<Entry> {
  return db.transaction('rw', savedTo(db), async ({ idbtrans }) => keep(db, idbtrans, entry, now));
}

/**
 * The same for a page on which somebody waits: resolves in the moment in which the disk has it. Dexie would first ask
 * again all that the page watches, and what is on the disk already would be told after what nobody waits for.
 */
export function saveEntryAtOnce(db: Database, entry: Entry, now: number): Promise<Entry> {
  return new Promise((resolve, reject) => {
    const isOver = new AbortController();
    const saved = db.transaction('rw', savedTo(db), async ({ idbtrans }) => {
      const kept = await keep(db, idbtrans, entry, now, () => idbtrans.commit());
      // The event passes the database on its way down to the transaction, where Dexie waits for it.
      const passing = ({ target }: Event) => {
        if (target === idbtrans) resolve(kept);
      };
      idbtrans.db.addEventListener('complete', passing, { capture: true, signal: isOver.signal });
      return kept;
    });
    saved.then(resolve, reject).finally(() => isOver.abort());
  });
}

const savedTo = (db: Database) => [db.entries, db.newsletters, db.settings];

/**
 * Keeps an entry, inside a transaction that can write all that Save writes.
 *
 * @param afterOnlyWrite called when the one write is under way, where there is no other: of two that are committed already,
 * one may fail without the other.
 */
async function keep(
  db: Database,
  transaction: IDBTransaction,
  entry: Entry,
  now: number,
  afterOnlyWrite?: () => void,
): Promise<Entry> {
  const kept: Entry = {
    ...entry,
    state: 'kept',
    savedAt: entry.savedAt ?? now,
    editedAt: timeOfChange(now, entry.editedAt),
    deletedAt: null,
  };
  const { sectionId } = kept;
  const standing = await standingOf(transaction, kept);
  kept.rank = await rankInPlace(db, kept, standing);
  const writes: Promise<unknown>[] = [db.entries.put(stored(kept))];
  const recent = sectionId === null ? null : recentSectionsWith(standing.recent, sectionId);
  const newsletter = sectionId === null ? null : withShapeOf(standing.newsletter, kept, sectionId, now);
  if (recent !== null) writes.push(writeSetting(db, 'recentSections', recent));
  if (newsletter !== null) writes.push(db.newsletters.put(newsletter));
  if (writes.length === 1) afterOnlyWrite?.();
  await Promise.all(writes);
  return kept;
}

/**
 * The rank with which an entry stands where it stood in its section already, or at its end. Another section may have been
 * chosen while it was typed: then it brought along the rank of its old place, which here is somebody else's.
 */
async function rankInPlace(db: Database, kept: Entry, { before, lastRank }: Standing): Promise<string> {
  const stays = before?.spot === spotOf(kept) && (await isAlone(db, before));
  return stays ? before.rank : rankBetween(lastRank, null);
}

/** Whether nobody else in its spot has the entry's rank. */
async function isAlone(db: Database, { id, spot, rank }: StoredEntry): Promise<boolean> {
  const ids = await db.entries.where('[spot+rank]').equals([spot, rank]).primaryKeys();
  return ids.every((one) => one === id);
}

/** What of a newsletter says whether a section has a usual shape: somebody waits for it, and all the rest takes its time. */
const Shapes = z.object({ sections: z.array(z.object({ id: z.string(), shape: z.unknown() })) });

/** The newsletter with the entry's shape as the usual one of a section that has none yet; null: it has one. */
function withShapeOf(record: unknown, entry: Entry, sectionId: string, now: number): Newsletter | null {
  const section = Shapes.safeParse(record).data?.sections.find(({ id }) => id === sectionId);
  const newsletter = section?.shape === null ? Newsletter.safeParse(record).data : undefined;
  return newsletter === undefined ? null : changeSection(newsletter, sectionId, { shape: entry.shape }, now);
}
