import type { Table } from 'dexie';
import * as z from 'zod/mini';
import { Entry, isAbout, keysOf, type Place, placeOf } from '../domain/entry.ts';
import { originsOf } from '../domain/origins.ts';
import { byRank, ranksFrom } from '../domain/rank.ts';
import { REVISIONS_KEPT } from '../domain/revision.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { Change } from './changes.ts';
import type { Database } from './database.ts';
import { parseRecords, type Records } from './records.ts';

/** An entry with what it is found by; all of it is derived from the entry at every write. */
export const StoredEntry = z.extend(Entry, {
  keys: z.array(z.string()),
  /** Sites and authors, each with the time it was saved, so that the last of one is found without reading the others. */
  origins: z.array(z.string()),
  place: z.string(),
  /** Newsletter, place and section in one: inside a spot, entries are ordered by rank. */
  spot: z.string(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;

/** Newsletter, place and section of an entry in one: inside a spot, entries are ordered by rank. */
export const spotOf = (entry: Entry) => `${entry.newsletterId}/${placeOf(entry)}/${entry.sectionId ?? ''}`;

/** The entry as it lies in the database. */
export function stored(entry: Entry): StoredEntry {
  return { ...entry, keys: keysOf(entry), origins: originsIn(entry), place: placeOf(entry), spot: spotOf(entry) };
}

/** Stands between an origin and its time, and in neither. */
const THEN = '\u0000';

/** What was only begun, or thrown away, is no memory. */
function originsIn(entry: Entry): string[] {
  if (entry.state !== 'kept' || entry.deletedAt !== null) return [];
  const time = String(entry.savedAt ?? entry.createdAt).padStart(16, '0');
  return originsOf(entry).map((origin) => origin + THEN + time);
}

/** Entries of the first schema have no origins yet. What cannot be read is left as it is. */
export async function addOrigins(entries: Table<unknown, string>): Promise<void> {
  await entries.toCollection().modify((record: unknown, at: { value: unknown }) => {
    const entry = Entry.safeParse(record).data;
    if (entry !== undefined) at.value = { ...(record as object), origins: originsIn(entry) };
  });
}

/** The range of the index in which everything of an origin lies, the oldest first. */
export function ofOrigin(db: Database, origin: string) {
  return db.entries.where('origins').between(origin + THEN, `${origin}${THEN}\uffff`);
}

/**
 * Writes an entry while it is being typed, so that it survives a page that dies right after the keystroke. Call it from
 * the input event itself: the request is made and the transaction committed before the next task (Dexie takes one
 * microtask), because an implicit commit never comes for a closed popup (measured: 8 of 8 lost). The promise tells
 * whether it arrived.
 */
export function keepTyping(db: Database, entry: Entry): Promise<unknown> {
  return db.transaction('rw', db.entries, (transaction) => {
    const arrived = db.entries.put(stored(entry));
    transaction.idbtrans.commit();
    return arrived;
  });
}

/** The rank behind which a new entry of a spot stands; null: it is empty. */
export async function lastRank(db: Database, spot: string): Promise<string | null> {
  const last = await db.entries.where('[spot+rank]').between([spot, ''], [spot, '\uffff']).last();
  return last?.rank ?? null;
}

/** Where entries are to stand: in a section of an issue (or of the backlog), before another entry or at the end. */
export interface Destination {
  issueId: string | null;
  /** undefined: each in the section it is in. */
  sectionId?: string | null;
  before: string | null;
}

/**
 * Moves entries, which then stand one behind the other in the order they are given. Their ranks are found inside the
 * transaction, so that two desks that move at once never give out the same one. Resolves with the changes that undo it;
 * entries that are gone are passed over.
 */
export function moveEntries(db: Database, ids: readonly string[], to: Destination, now: number): Promise<Change[]> {
  return db.transaction('rw', db.entries, async () => {
    const found = (await db.entries.bulkGet([...ids])).map((record) => Entry.safeParse(record).data);
    const undo: Change[] = [];
    const bySpot = new Map<string, Entry[]>();
    for (const entry of found) {
      if (entry === undefined) continue;
      const { issueId, sectionId, rank } = entry;
      undo.push({ table: 'entries', id: entry.id, fields: { issueId, sectionId, rank } });
      const section = to.sectionId === undefined ? sectionId : to.sectionId;
      const moved: Entry = {
        ...entry,
        issueId: to.issueId,
        sectionId: section,
        editedAt: timeOfChange(now, entry.editedAt),
      };
      bySpot.set(spotOf(moved), [...(bySpot.get(spotOf(moved)) ?? []), moved]);
    }
    for (const [spot, moved] of bySpot) undo.push(...(await standIn(db, spot, moved, { before: to.before, ids })));
    return undo;
  });
}

/**
 * Puts entries into a spot, before another one, and none of those that move (`ids`, perhaps to other spots) counts as
 * standing there. Resolves with what undoes it for those that had to make room.
 */
async function standIn(
  db: Database,
  spot: string,
  moved: readonly Entry[],
  { before, ids }: { before: string | null; ids: readonly string[] },
): Promise<Change[]> {
  const movers = new Set(ids);
  const siblings = await db.entries.where('[spot+rank]').between([spot, ''], [spot, '\uffff']).toArray();
  const others = siblings.filter(({ id }) => !movers.has(id)).sort(byRank);
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before);
  const next = at < 0 ? others.length : at;
  // Drafts have no rank until they are saved; an empty one is none to stand beside.
  const rankBefore = others[next - 1]?.rank || null;
  // Those behind that share the rank of the one before step back, so that there is something between.
  const tied = others.slice(next).filter(({ rank }) => rankBefore !== null && rank <= rankBefore);
  const rankBehind = others[next + tied.length]?.rank || null;
  const ranks = ranksFrom(rankBefore, rankBehind, moved.length + tied.length);
  await db.entries.bulkPut([
    ...moved.map((entry, n) => stored({ ...entry, rank: ranks[n] ?? entry.rank })),
    ...tied.map((entry, n): StoredEntry => ({ ...entry, rank: ranks[moved.length + n] ?? entry.rank })),
  ]);
  return tied.map(({ id, rank }) => ({ table: 'entries', id, fields: { rank } }));
}

/** The entries found in one place of a newsletter, unordered. */
export async function entriesIn(db: Database, newsletterId: string, place: Place): Promise<Records<Entry>> {
  const records = await db.entries.where('[newsletterId+place]').equals([newsletterId, place]).toArray();
  return parseRecords('entries', Entry, records);
}

/** How many entries there are in one place of a newsletter. */
export function countEntries(db: Database, newsletterId: string, place: Place): Promise<number> {
  return db.entries.where('[newsletterId+place]').equals([newsletterId, place]).count();
}

/** How many drafts of a newsletter there are besides the one with this id. */
export async function countOtherDrafts(db: Database, newsletterId: string, ownId: string): Promise<number> {
  const ids = await db.entries.where('[newsletterId+place]').equals([newsletterId, 'draft']).primaryKeys();
  return ids.filter((id) => id !== ownId).length;
}

/** The entry with this id, or undefined. */
export async function entryById(db: Database, id: string): Promise<Entry | undefined> {
  return Entry.safeParse(await db.entries.get(id)).data;
}

/**
 * The same for a page that is writing the entry: what is written next waits for all who read, and this transaction is over
 * as soon as the database has answered, not only when the page has come to it.
 */
export async function entryBeingWatched(db: Database, id: string): Promise<Entry | undefined> {
  const record = await db.transaction('r', db.entries, (transaction) => {
    const answer = db.entries.get(id);
    transaction.idbtrans.commit();
    return answer;
  });
  return Entry.safeParse(record).data;
}

/** Everything of a newsletter that leads to the page with this key, bin excluded: one lookup in the index of keys. */
export async function entriesLeadingTo(db: Database, newsletterId: string, key: string): Promise<Entry[]> {
  const records = await db.entries.where('keys').equals(key).toArray();
  return parseRecords('entries', Entry, records).sound.filter(
    (entry) => entry.newsletterId === newsletterId && entry.deletedAt === null,
  );
}

/**
 * The entry that writing about a page goes on with: its draft, else what was kept of it in the open issue or the
 * backlog, the newest first. Published entries are memory, not work: they are never opened again.
 */
export function entryToGoOnWith(leading: readonly Entry[], key: string, openIssueId: string | null): Entry | undefined {
  const open = leading.filter(
    (entry) =>
      isAbout(entry, key) && (entry.state === 'draft' || entry.issueId === null || entry.issueId === openIssueId),
  );
  const urgency = (entry: Entry) => (entry.state === 'draft' ? 0 : 1);
  return open.sort((a, b) => urgency(a) - urgency(b) || b.editedAt - a.editedAt)[0];
}

/**
 * Keeps what an entry was before an editing session changes it; the oldest beyond the last 20 go. It is the youngest,
 * whatever the clock says: by a clock that was set back it would be the next to go.
 */
export function keepRevision(db: Database, entry: Entry, id: string, now: number): Promise<void> {
  return db.transaction('rw', db.revisions, async () => {
    const youngest = await revisionsOf(db, entry.id).last();
    const at = youngest === undefined || youngest.id === id ? now : timeOfChange(now, youngest.at);
    await db.revisions.put({ id, entryId: entry.id, at, entry });
    const ids = await revisionsOf(db, entry.id).primaryKeys();
    await db.revisions.bulkDelete(ids.slice(0, Math.max(0, ids.length - REVISIONS_KEPT)));
  });
}

/** The revisions of an entry, oldest first. */
export function revisionsOf(db: Database, entryId: string) {
  return db.revisions
    .where('[entryId+at]')
    .between([entryId, Number.NEGATIVE_INFINITY], [entryId, Number.POSITIVE_INFINITY]);
}
