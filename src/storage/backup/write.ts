import type { Table } from 'dexie';
import type { Entry } from '../../domain/entry.ts';
import type { Database } from '../database.ts';
import { WriteWatch } from '../write-call.ts';
import { checksumOf } from './checksum.ts';
import {
  BACKUP_TABLES,
  BACKUP_VERSION,
  type BackupCounts,
  type BackupHeader,
  type BackupTable,
  type BackupWhy,
  keyOf,
  NO_COUNTS,
  OF_THIS_MACHINE,
} from './format.ts';
import { NOTHING_KNOWN, RecordCheck } from './record-check.ts';
import { standInFor } from './stand-in.ts';
import { BackupStopped } from './unreadable.ts';

/** How a backup is followed and ended. */
export interface BackupFollowing {
  /** When it begins; one that has stepped aside says when it was read. */
  now: number;
  why: BackupWhy;
  /** Called with the share that is done, from 0 to 1. */
  tell?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** After stepping aside for a write it waits until nobody has written for so long, in milliseconds. */
  quiet?: number | undefined;
}

/** A backup that is whole, and lies nowhere yet. */
export interface WrittenBackup {
  file: Blob;
  header: BackupHeader;
  counts: BackupCounts;
}

/** As many records are read at a time. */
const SLICE = 250;

/** So often it steps aside: who never stops writing must not keep a backup from being made. */
const PATIENCE = 20;
/** So often where the editor waits for it before something else can begin. */
const PATIENCE_BEFORE = 2;

/**
 * Writes everything that the database holds at one moment: in one reading transaction, slice by slice by primary key,
 * each slice handed to the browser as a part of a blob, so that the whole is never one text in memory. Waiting for
 * anything but the database would end the transaction: the checksum comes after it.
 *
 * Of 50,000 entries that takes seconds, for which every write would wait: where one begins, the reading ends and starts
 * anew when it is quiet. What changed meanwhile cannot be told for sure (a popup closes before it has told what it wrote), so
 * nothing that was read before is kept.
 *
 * @throws BackupStopped, or what the database says.
 */
export async function writeBackup(db: Database, following: BackupFollowing): Promise<WrittenBackup> {
  const { why, signal } = following;
  const begun = performance.now();
  const patience = why === 'import' || why === 'restore' ? PATIENCE_BEFORE : PATIENCE;
  const writes = new WriteWatch(db.name);
  try {
    for (let times = 0; ; times += 1) {
      const stepAside = times < patience ? () => writes.isCalled : () => false;
      // It is of the moment before what it reads: what is written later is never taken for older than it.
      const waited = times === 0 ? 0 : Math.floor(performance.now() - begun);
      const snapshot = await snapshotUnless(stepAside, db, { ...following, now: following.now + waited });
      if (snapshot !== null) return await sealed(snapshot, following);
      following.tell?.(0);
      await writes.quiet(following.quiet, signal);
      if (signal?.aborted) throw new BackupStopped();
    }
  } finally {
    writes.close();
  }
}

class SteppedAside extends Error {}

/** All there is; null: it stepped aside. */
function snapshotUnless(
  stepAside: () => boolean,
  db: Database,
  { tell, ...following }: BackupFollowing,
): Promise<Snapshot | null> {
  const look = (share: number) => {
    if (stepAside()) throw new SteppedAside();
    tell?.(share);
  };
  return db
    .transaction('r', db.tables, () =>
      snapshotOf((name) => db.table(name), Math.round(db.verno), { ...following, tell: look }),
    )
    .catch((error) => {
      if (error instanceof SteppedAside) return null;
      throw error;
    });
}

/** What was read in the transaction. */
export interface Snapshot {
  header: BackupHeader;
  body: Blob;
  counts: BackupCounts;
}

/** Reads all tables in the transaction that is open. */
export async function snapshotOf(
  table: (name: BackupTable) => Table<Record<string, unknown>>,
  schema: number,
  { now, why, tell, signal }: BackupFollowing,
): Promise<Snapshot> {
  const header: BackupHeader = { format: 'roundup-backup', version: BACKUP_VERSION, schema, createdAt: now, why };
  const counts = { ...NO_COUNTS };
  const damaged = new Lines('damaged');
  const bodies: Lines[] = [];
  const check = new RecordCheck(NOTHING_KNOWN);
  let total = 0;
  for (const name of BACKUP_TABLES) total += await table(name).count();
  let done = 0;
  for (const name of BACKUP_TABLES) {
    const lines = new Lines(name);
    bodies.push(lines);
    for (let last: string | undefined; ; ) {
      if (signal?.aborted) throw new BackupStopped();
      const behind = last === undefined ? table(name).toCollection() : table(name).where(':id').above(last);
      const records = await behind.limit(SLICE).toArray();
      for (const record of records) {
        if (name === 'settings' && OF_THIS_MACHINE.includes(String(record.name))) continue;
        const found = check.nextAtLeast(name, record);
        if ('record' in found) {
          lines.add(name === 'entries' ? entryAs(found.record as Entry, record) : record);
          counts[name] += 1;
        } else {
          damaged.add({ table: name, reason: found.reason, record });
          counts.damaged += 1;
          const standIn = name === 'newsletters' ? standInFor(record) : undefined;
          if (standIn === undefined || !('record' in check.next(name, standIn))) continue;
          lines.add(standIn);
          counts[name] += 1;
        }
      }
      // A slice is handed over at once: its text is not kept.
      lines.cut();
      damaged.cut();
      done += records.length;
      tell?.(total === 0 ? 0 : (0.6 * done) / total);
      if (records.length < SLICE) break;
      last = keyOf(name, records.at(-1) ?? {});
    }
  }
  // JSON: the header's own bracket stays open until the last line.
  const first = `${JSON.stringify(header).slice(0, -1)},\n`;
  return { header, body: new Blob([first, ...[damaged, ...bodies].flatMap((lines) => lines.parts())]), counts };
}

/** Puts the last line behind it, by which it is known to be whole. */
export async function sealed(
  { header, body, counts }: Snapshot,
  { tell, signal }: Pick<BackupFollowing, 'tell' | 'signal'>,
): Promise<WrittenBackup> {
  const sha256 = await checksumOf(body, (_, done) => {
    if (signal?.aborted) throw new BackupStopped();
    tell?.(0.6 + (0.4 * done) / body.size);
  });
  const end = `"end":${JSON.stringify({ records: counts, sha256 })}}\n`;
  return { file: new Blob([body, end], { type: 'application/json' }), header, counts };
}

/** The records of one table, as lines. */
class Lines {
  readonly #parts: Blob[] = [];
  #text: string;
  #isFirst = true;

  constructor(name: string) {
    this.#text = `"${name}":[\n`;
  }

  add(record: unknown): void {
    this.#text += `${this.#isFirst ? '' : ',\n'}${JSON.stringify(record)}`;
    this.#isFirst = false;
  }

  /** What has come together so far leaves the memory of the page. */
  cut(): void {
    if (this.#text !== '') this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }

  parts(): Blob[] {
    this.#text += this.#isFirst ? '],\n' : '\n],\n';
    this.cut();
    return this.#parts;
  }
}

/** What an entry is found by is made anew when it is restored. Its issue may have gone. */
function entryAs({ issueId }: Entry, record: Record<string, unknown>): Record<string, unknown> {
  const { keys: _, origins: __, place: ___, spot: ____, ...entry } = record;
  return { ...entry, issueId };
}
