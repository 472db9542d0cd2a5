import type * as z from 'zod/mini';
import { Newsletter } from '../../domain/newsletter.ts';
import { SETTINGS, type SettingName } from '../../domain/setting.ts';
import { timeOfLastChange } from '../../domain/time-of-change.ts';
import type { Database } from '../database.ts';
import { parseRecords } from '../records.ts';
import { BACKUP_RECORDS, type BackupRecord, type BackupTable, keyOf } from './format.ts';
import { type BackupBatch, type ReadFollowing, readRecords } from './read.ts';
import type { KnownIds } from './record-check.ts';

/**
 * `merge` adds what is missing and lets the newer win; `exact` goes back to what was, and later things leave; `since` is for
 * what was written after what is here: it wins unless it is older, and what was thrown away stays so.
 */
export type RestoreWay = 'merge' | 'exact' | 'since';

/** What of a backup is restored. */
export interface RestoreChoice {
  way: RestoreWay;
  /** Ids; null: all. */
  newsletters: readonly string[] | null;
  /** Ids of issues, with `NO_ISSUE` for what is in none; null: all. */
  issues: readonly string[] | null;
  /** Newsletters, issues, sites and settings only where entries need them. */
  onlyEntries: boolean;
}

export const EVERYTHING: RestoreChoice = { way: 'merge', newsletters: null, issues: null, onlyEntries: false };

/** Stands for backlog, drafts and bin among the issues that are chosen. */
export const NO_ISSUE = '';

/** What becomes of a record: it is new, it takes the place of what is here, what is here is newer, or both are the same. */
export type Fate = 'add' | 'change' | 'keep' | 'same';

/** A record of the backup, and what it meets. */
export interface Weighed {
  table: BackupTable;
  theirs: Readonly<Record<string, unknown>>;
  mine: Readonly<Record<string, unknown>> | undefined;
  fate: Fate;
}

/** Ids of newsletters, their sections, and issues that are in the database. */
export async function knownIds(db: Database): Promise<KnownIds> {
  const [newsletters, ids, issues, issueIds] = await Promise.all([
    db.newsletters.toArray(),
    db.newsletters.toCollection().primaryKeys(),
    db.issues.orderBy('newsletterId').keys(),
    db.issues.orderBy('newsletterId').primaryKeys(),
  ]);
  const { sound } = parseRecords('newsletters', Newsletter, newsletters);
  const sections = new Map(sound.map((one) => [one.id, new Set(one.sections.map(({ id }) => id))]));
  return {
    newsletters: new Map(ids.map((id) => [id, sections.get(id) ?? new Set()])),
    issues: new Map(issueIds.map((id, at) => [id, String(issues[at])])),
  };
}

/** Compares a batch with the database: those records of it that are chosen, each with its fate. */
export async function weigh(db: Database, batch: BackupBatch, choice: RestoreChoice): Promise<Weighed[]> {
  const { table } = batch;
  const records: readonly BackupRecord[] = batch.records;
  const found: unknown[] = await db.table(table).bulkGet(records.map((record) => keyOf(table, record)));
  return records.flatMap((theirs, at) => {
    const mine = found[at] as Record<string, unknown> | undefined;
    const isMissing = mine === undefined || (choice.onlyEntries && parsed(table, mine) === undefined);
    return isChosen(table, theirs, isMissing, choice)
      ? [{ table, theirs, mine, fate: fateOf(table, theirs, mine, choice.way) }]
      : [];
  });
}

/** Whether a record is to be restored. What chosen entries stand in comes along where it is missing here. */
export function isChosen(
  table: BackupTable,
  record: Readonly<Record<string, unknown>>,
  isMissing: boolean,
  { newsletters, issues, onlyEntries }: RestoreChoice,
): boolean {
  const isIn = (list: readonly string[] | null, id: unknown) => list === null || list.includes(String(id));
  const fields: Readonly<Record<string, unknown>> =
    table === 'revisions' ? (record.entry as Record<string, unknown>) : record;
  switch (table) {
    case 'newsletters':
      return isIn(newsletters, record.id) && (!onlyEntries || isMissing);
    case 'issues':
      return isIn(newsletters, record.newsletterId) && isIn(issues, record.id) && (!onlyEntries || isMissing);
    case 'entries':
    case 'revisions':
      return isIn(newsletters, fields.newsletterId) && isIn(issues, fields.issueId ?? NO_ISSUE);
    default:
      return newsletters === null && issues === null && !onlyEntries;
  }
}

function fateOf(
  table: BackupTable,
  theirs: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>> | undefined,
  way: RestoreWay,
): Fate {
  if (mine === undefined) return 'add';
  if (isSame(theirs, mine, table)) return 'same';
  const sound = parsed(table, mine);
  // What cannot be read says nothing that could be newer.
  if (sound === undefined) return 'change';
  // Records of older versions lack fields that have a default.
  if (isSame(theirs, sound, table)) return 'same';
  // An earlier version of an entry is what it is, and has no other.
  if (table === 'revisions') return 'keep';
  if (way === 'exact') return 'change';
  if (way === 'since') return timeOfLastChange(theirs) < timeOfLastChange(mine) ? 'keep' : 'change';
  // Merging deletes nothing: what was thrown away there and is in use here stays in use.
  if (theirs.deletedAt != null && mine.deletedAt === null) return 'keep';
  // Of settings it is not known: what is here stays.
  return timeOfLastChange(theirs) > timeOfLastChange(mine) ? 'change' : 'keep';
}

/** A record as its schema has it; undefined: it is damaged. */
function parsed(table: BackupTable, record: Readonly<Record<string, unknown>>): unknown {
  const schema: z.ZodMiniType = BACKUP_RECORDS[table];
  const name = String(record.name);
  const isBroken =
    table === 'settings' &&
    Object.hasOwn(SETTINGS, name) &&
    !SETTINGS[name as SettingName].safeParse(record.value).success;
  return isBroken ? undefined : schema.safeParse(record).data;
}

/** What an entry is found by is derived, and counts for nothing. */
const DERIVED = new Set(['keys', 'origins', 'place', 'spot']);

/** Whether two records say the same; a field that is not said is the same as one that is missing. */
export function isSame(a: unknown, b: unknown, table?: BackupTable): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const skip = (key: string) => table === 'entries' && DERIVED.has(key);
  const one = a as Record<string, unknown>;
  const other = b as Record<string, unknown>;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (!skip(key) && !isSame(one[key], other[key])) return false;
  }
  return true;
}

/** Every batch of a backup, weighed. */
export async function* weighed(
  db: Database,
  file: Blob,
  choice: RestoreChoice,
  following: ReadFollowing,
): AsyncGenerator<{ batch: BackupBatch; weighed: Weighed[] }, void, undefined> {
  for await (const batch of readRecords(file, await knownIds(db), following)) {
    yield { batch, weighed: await weigh(db, batch, choice) };
  }
}
