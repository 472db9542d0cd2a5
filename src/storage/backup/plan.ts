import type { Entry } from '../../domain/entry.ts';
import { nameOf } from '../../domain/entry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Newsletter } from '../../domain/newsletter.ts';
import type { Outlet } from '../../domain/outlet.ts';
import type { Database } from '../database.ts';
import { type Fate, NO_ISSUE, type RestoreChoice, type Weighed, weighed } from './compare.ts';
import { type BackupTable, keyOf } from './format.ts';
import type { ReadFollowing } from './read.ts';

/** How many records of a table meet each fate; `remove`: they are here and not in the backup. */
export type FateCounts = Record<Fate | 'remove', number>;

/** A record that would not stay as it is, for the list. */
export interface PlanRow {
  key: string;
  table: BackupTable;
  fate: Exclude<Fate, 'same'> | 'remove';
  /** As people know it; empty: it has no name. */
  name: string;
}

/** A newsletter of the backup with its issues, to choose from. */
export interface InBackup {
  id: string;
  name: string;
  entries: number;
  issues: { id: string; number: number | null; entries: number }[];
}

/** What a restore would do, before it does anything. */
export interface RestorePlan {
  counts: Record<BackupTable, FateCounts>;
  /** The first of each fate; `counts` has all. */
  rows: PlanRow[];
  newsletters: InBackup[];
  /** As many records lose what they say, or leave: what is asked about. */
  overwritten: number;
  removed: number;
}

/** As many rows are listed of each fate; nobody reads more. What would leave is found last, and must not go unsaid. */
const ROWS = 250;

/**
 * Finds out what restoring a backup would do: every record of it is compared with the one here. Writes nothing.
 *
 * @param file a backup that was inspected.
 * @throws UnreadableBackup, BackupStopped.
 */
export async function planRestore(
  db: Database,
  file: Blob,
  choice: RestoreChoice,
  following: ReadFollowing = {},
): Promise<RestorePlan> {
  const counts = noFates();
  const rows: PlanRow[] = [];
  const contents = new Contents();
  const there = new Set<unknown>();
  const listed = { add: 0, change: 0, keep: 0, remove: 0 };
  const add = (row: PlanRow) => {
    if (listed[row.fate] >= ROWS) return;
    listed[row.fate] += 1;
    rows.push(row);
  };
  for await (const { batch, weighed: found } of weighed(db, file, choice, following)) {
    contents.take(batch.table, batch.records);
    if (batch.table === 'entries' || batch.table === 'issues') {
      for (const { id } of batch.records) there.add(`${batch.table}/${id}`);
    }
    for (const one of found) {
      counts[one.table][one.fate] += 1;
      if (one.fate !== 'same') add(rowOf(one, one.fate));
    }
  }
  for await (const some of leaving(db, choice, there)) {
    for (const { table, record } of some) {
      counts[table].remove += 1;
      add({ key: `${table}/${record.id}`, table, fate: 'remove', name: titleOf(table, record) });
    }
  }
  const sum = (fate: Fate | 'remove') => Object.values(counts).reduce((all, one) => all + one[fate], 0);
  return { counts, rows, newsletters: contents.newsletters, overwritten: sum('change'), removed: sum('remove') };
}

const noFates = (): Record<BackupTable, FateCounts> => {
  const none = () => ({ add: 0, change: 0, keep: 0, same: 0, remove: 0 });
  return {
    newsletters: none(),
    issues: none(),
    entries: none(),
    revisions: none(),
    outlets: none(),
    settings: none(),
  };
};

/** A record that leaves when things go back to what they were. */
export type Leaving = { table: 'entries'; record: Entry } | { table: 'issues'; record: Issue };

/** So many records are read at a time. */
const SLICE = 250;

/**
 * What is in use here, is among what was chosen, and was not in the backup: going back to it puts these entries into the
 * bin and removes these issues; slice by slice. Of a merge nothing leaves.
 *
 * @param there `entries/<id>` and `issues/<id>` of everything in the backup.
 */
export async function* leaving(
  db: Database,
  { way, newsletters, issues, onlyEntries }: RestoreChoice,
  there: ReadonlySet<unknown>,
): AsyncGenerator<Leaving[], void, undefined> {
  if (way !== 'exact') return;
  const isIn = (list: readonly string[] | null, id: string) => list === null || list.includes(id);
  for (const table of ['entries', 'issues'] as const) {
    // An issue that is not in the backup cannot be chosen from it.
    if (table === 'issues' && (issues !== null || onlyEntries)) continue;
    for (let last = ''; ; ) {
      const records: (Entry | Issue)[] = await db.table(table).where('id').above(last).limit(SLICE).toArray();
      const gone = records.filter((record) => {
        if (record.deletedAt !== null || !isIn(newsletters, record.newsletterId)) return false;
        if ('issueId' in record && !isIn(issues, record.issueId ?? NO_ISSUE)) return false;
        return !there.has(`${table}/${record.id}`);
      });
      yield gone.map((record) => ({ table, record }) as Leaving);
      if (records.length < SLICE) break;
      last = records.at(-1)?.id ?? '';
    }
  }
}

function rowOf({ table, theirs }: Weighed, fate: PlanRow['fate']): PlanRow {
  return { key: `${table}/${keyOf(table, theirs)}`, table, fate, name: titleOf(table, theirs) };
}

function titleOf(table: BackupTable, record: object): string {
  switch (table) {
    case 'newsletters':
      return (record as Newsletter).name;
    case 'issues':
      return `#${(record as Issue).number}`;
    case 'entries':
      return nameOf(record as Entry);
    case 'revisions':
      return nameOf((record as { entry: Entry }).entry);
    case 'outlets':
      return (record as Outlet).host;
    default:
      return (record as { name: string }).name;
  }
}

/** Gathers what there is to choose from. */
class Contents {
  readonly #newsletters = new Map<string, InBackup>();
  readonly #issues = new Map<string, { id: string; number: number | null; entries: number }>();

  take(table: BackupTable, records: readonly object[]): void {
    if (table === 'newsletters') {
      for (const { id, name } of records as Newsletter[]) {
        this.#newsletters.set(id, { id, name, entries: 0, issues: [] });
      }
    } else if (table === 'issues') {
      for (const { id, newsletterId, number } of records as Issue[]) this.#issue(newsletterId, id, number);
    } else if (table === 'entries') {
      for (const { newsletterId, issueId } of records as Entry[]) {
        const newsletter = this.#newsletters.get(newsletterId);
        if (newsletter === undefined) continue;
        newsletter.entries += 1;
        this.#issue(newsletterId, issueId ?? NO_ISSUE, null).entries += 1;
      }
    }
  }

  #issue(newsletterId: string, id: string, number: number | null) {
    const key = `${newsletterId}/${id}`;
    const found = this.#issues.get(key) ?? { id, number, entries: 0 };
    if (!this.#issues.has(key)) {
      this.#issues.set(key, found);
      this.#newsletters.get(newsletterId)?.issues.push(found);
    }
    return found;
  }

  /** The issues of each, the newest first; what is in none stands before them. */
  get newsletters(): InBackup[] {
    const rank = ({ number }: { number: number | null }) => number ?? Number.POSITIVE_INFINITY;
    for (const { issues } of this.#newsletters.values()) issues.sort((a, b) => rank(b) - rank(a));
    return [...this.#newsletters.values()];
  }
}
