import { Entry } from '../../domain/entry.ts';
import { SETTINGS, type SettingName } from '../../domain/setting.ts';
import { timeOfChange, timeOfLastChange } from '../../domain/time-of-change.ts';
import type { Database } from '../database.ts';
import { keepRevision, revisionsOf, stored } from '../entries.ts';
import type { Journaled } from '../journal.ts';
import { writeSetting } from '../settings.ts';
import { EVERYTHING, isSame, knownIds, type RestoreChoice, type Weighed, weigh } from './compare.ts';
import { type BackupTable, keyOf, OF_THIS_MACHINE } from './format.ts';
import { type Leaving, leaving, type RestorePlan } from './plan.ts';
import { type BackupBatch, headerOf, type ReadFollowing, readRecords } from './read.ts';
import type { KnownIds } from './record-check.ts';
import { batchesOf } from './since-backup.ts';
import { BackupStopped } from './unreadable.ts';

/** More would be lost or removed than the plan said: something was written since. */
export class RestoreIsStale extends Error {
  constructor() {
    super('The database has changed since the restore was checked.');
    this.name = 'RestoreIsStale';
  }
}

/** What a restore has done. */
export interface Restored {
  added: number;
  changed: number;
  removed: number;
}

/**
 * Restores a backup as it was planned: all of it or nothing, whatever ends it. The file is read first: a transaction does
 * not wait for anything but the database. What is
 * written is read back. Text that gives way, here or there, is kept as a revision. Nothing is deleted: what leaves goes to
 * the bin.
 *
 * @param file a backup that was inspected; null: there is none, only what was written since.
 * @param since what the journal has: it comes over what the backup has, in the same transaction.
 * @throws UnreadableBackup, BackupStopped, RestoreIsStale, or what the database says; nothing is written then.
 */
export async function restoreBackup(
  db: Database,
  file: Blob | null,
  choice: RestoreChoice,
  plan: Pick<RestorePlan, 'overwritten' | 'removed'>,
  { now, tell, signal, since = [] }: ReadFollowing & { now: number; since?: readonly Journaled[] },
): Promise<Restored> {
  const known = await knownIds(db);
  const reading = file === null ? [] : readRecords(file, known, { signal, tell: (share) => tell?.(share / 3) });
  const read: BackupBatch[] = [];
  for await (const batch of reading) read.push(batch);
  const madeAt = file === null || since.length === 0 ? 0 : (await headerOf(file)).createdAt;
  const batches = [
    ...read.map((batch) => ({ batch, choice })),
    ...batchesOf(since, withIdsOf(known, read), { backup: read, madeAt }).map(({ batch, way }) => ({
      batch,
      choice: { ...EVERYTHING, way },
    })),
  ];
  return db.transaction('rw', db.tables, async () => {
    const done: Restored = { added: 0, changed: 0, removed: 0 };
    const there = new Set<unknown>();
    for (const [at, { batch, choice: chosen }] of batches.entries()) {
      if (signal?.aborted) throw new BackupStopped();
      if (batch.table === 'entries' || batch.table === 'issues') {
        for (const { id } of batch.records) there.add(`${batch.table}/${id}`);
      }
      const weighed = await weigh(db, batch, chosen);
      const found = weighed.filter(({ theirs }) => isKnown(batch.table, theirs));
      const isWritten = ({ fate }: Weighed) => fate === 'add' || fate === 'change';
      // Dexie follows a hundred awaits that ask the database nothing, and then loses the transaction.
      for (const loser of batch.table === 'entries' ? found.flatMap(losing) : []) await keepLosing(db, loser);
      await write(
        db,
        batch.table,
        found.filter(isWritten).map(({ theirs }) => theirs),
      );
      done.added += found.filter(({ fate }) => fate === 'add').length;
      // What the journal changes is what this restore has just brought.
      if (at < read.length) done.changed += found.filter(({ fate }) => fate === 'change').length;
      tell?.((1 + (2 * (at + 1)) / batches.length) / 3);
    }
    const gone: Leaving[] = [];
    for await (const some of leaving(db, choice, there)) gone.push(...some);
    for (const { table, record } of gone) {
      const at = timeOfChange(now, timeOfLastChange(record));
      if (table === 'entries') await db.entries.put(stored({ ...record, deletedAt: at }));
      else await db.issues.put({ ...record, deletedAt: at, changedAt: at });
    }
    done.removed = gone.length;
    // The bin rests for a week once it is looked at for the first time: what came back in it is not gone the next moment.
    await db.settings.bulkDelete([...OF_THIS_MACHINE]);
    await writeSetting(db, 'lastRestore', { at: now, ...done });
    if (done.changed > plan.overwritten || done.removed > plan.removed) throw new RestoreIsStale();
    if (signal?.aborted) throw new BackupStopped();
    return done;
  });
}

/** What is known once these are written. */
function withIdsOf({ newsletters, issues }: KnownIds, batches: readonly BackupBatch[]): KnownIds {
  const known = { newsletters: new Map(newsletters), issues: new Map(issues) };
  for (const batch of batches) {
    if (batch.table === 'newsletters') {
      for (const { id, sections } of batch.records) known.newsletters.set(id, new Set(sections.map((one) => one.id)));
    } else if (batch.table === 'issues') {
      for (const { id, newsletterId } of batch.records) known.issues.set(id, newsletterId);
    }
  }
  return known;
}

/** A setting that a newer version made is none of this one's business. */
function isKnown(table: BackupTable, record: Readonly<Record<string, unknown>>): boolean {
  if (table !== 'settings') return true;
  const name = String(record.name);
  if (!Object.hasOwn(SETTINGS, name) || OF_THIS_MACHINE.includes(name)) return false;
  return SETTINGS[name as SettingName].safeParse(record.value).success;
}

/** Writes records and reads them back. */
async function write(db: Database, table: BackupTable, records: readonly object[]): Promise<void> {
  const rows = table === 'entries' ? records.map((entry) => stored(entry as Entry)) : records;
  await db.table(table).bulkPut([...rows]);
  const keys = rows.map((row) => keyOf(table, row as Record<string, unknown>));
  const found = await db.table(table).bulkGet(keys);
  const last = new Map(rows.map((row, at) => [keys[at], row]));
  for (const [at, key] of keys.entries()) {
    if (!isSame(found[at], last.get(key))) throw new Error(`A record did not read back as it was written: ${key}.`);
  }
}

/** The entry whose text gives way, whichever side has it; none where no text is lost. */
function losing({ theirs, mine, fate }: Weighed): Entry[] {
  if (mine === undefined || (fate !== 'change' && fate !== 'keep')) return [];
  const [loser, winner] = fate === 'change' ? [mine, theirs] : [theirs, mine];
  if (loser.commentary === winner.commentary && isSame(loser.links, winner.links)) return [];
  // One that is damaged here has no text that could be shown; it lies in the backup that was made before.
  const entry = Entry.safeParse(loser).data;
  return entry === undefined ? [] : [entry];
}

/** Keeps it as a revision, once. */
async function keepLosing(db: Database, entry: Entry): Promise<void> {
  const id = `${entry.id}/${entry.editedAt}/restore`;
  if ((await db.revisions.get(id)) !== undefined) return;
  const youngest = await revisionsOf(db, entry.id).last();
  await keepRevision(db, entry, id, Math.max(entry.editedAt, (youngest?.at ?? 0) + 1));
}
