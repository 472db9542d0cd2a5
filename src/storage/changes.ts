import { Entry, placeOf } from '../domain/entry.ts';
import { Issue } from '../domain/issue.ts';
import { Newsletter } from '../domain/newsletter.ts';
import { timeOfChange, timeOfLastChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { stored } from './entries.ts';

/** Changed fields of one record, as data; null: the record is not there. */
interface RecordChange<Name extends string, R> {
  table: Name;
  id: string;
  fields: Partial<Omit<R, 'id'>> | null;
}

/** A change to one record of those that the editor works on. */
export type Change =
  | RecordChange<'entries', Entry>
  | RecordChange<'issues', Issue>
  | RecordChange<'newsletters', Newsletter>;

const SCHEMAS = { entries: Entry, issues: Issue, newsletters: Newsletter } as const;

/** A record of a table, without what is derived from it; undefined: it cannot be read. */
export function parsedRecord(table: Change['table'], record: unknown): Record<string, unknown> | undefined {
  return SCHEMAS[table].safeParse(record).data;
}

/** What the record with this id is now; undefined: there is none that can be read. */
export async function recordOf(
  db: Database,
  { table, id }: Pick<Change, 'table' | 'id'>,
): Promise<Record<string, unknown> | undefined> {
  return parsedRecord(table, await db.table(table).get(id));
}

/**
 * Writes changes, all or none: fields that are not named stay as they are now, whoever wrote them. A record that is not
 * there is made when its change holds all of it, and passed over otherwise. What is changed is later than it was, whatever
 * time its change names. Resolves with the ids of the entries that could not go back to their issue and went to the backlog.
 */
export function applyChanges(db: Database, changes: readonly Change[]): Promise<string[]> {
  return db.transaction('rw', db.entries, db.issues, db.newsletters, async () => {
    const diverted: string[] = [];
    for (const change of changes) {
      const { table, id, fields } = change;
      if (fields === null) {
        await db.table(table).delete(id);
        continue;
      }
      const changed = laid(fields, await recordOf(db, change), change);
      if (table === 'entries') {
        const entry = Entry.safeParse(changed).data;
        if (entry === undefined) continue;
        const isShutOut = await entersClosedIssue(db, entry);
        if (isShutOut) diverted.push(id);
        await db.entries.put(stored(isShutOut ? { ...entry, issueId: null } : entry));
      } else if (table === 'issues') {
        const issue = Issue.safeParse(changed);
        if (issue.success) await db.issues.put(issue.data);
      } else {
        const newsletter = Newsletter.safeParse(changed);
        if (newsletter.success) await db.newsletters.put(newsletter.data);
      }
    }
    return diverted;
  });
}

/** The record with these fields. */
function laid(
  fields: Readonly<Record<string, unknown>>,
  record: Readonly<Record<string, unknown>> | undefined,
  { table, id }: Change,
): Record<string, unknown> {
  if (record === undefined) return { ...fields, id };
  const time = table === 'entries' ? 'editedAt' : 'changedAt';
  return { ...record, ...fields, id, [time]: timeOfChange(Number(fields[time] ?? 0), timeOfLastChange(record)) };
}

/**
 * Whether an entry would come, from the bin or with an undo, into an issue that has gone out or was removed meanwhile:
 * there it would be in no list, and would never be printed.
 */
async function entersClosedIssue(db: Database, entry: Entry): Promise<boolean> {
  const place = placeOf(entry);
  if (entry.issueId === null || place === 'bin' || (await db.entries.get(entry.id))?.place === place) return false;
  const issue = Issue.safeParse(await db.issues.get(entry.issueId)).data;
  return issue !== undefined && (issue.state === 'published' || issue.deletedAt !== null);
}

/** The same fields of the same records as these changes name, with the values they have now. */
export async function asTheyAre(db: Database, changes: readonly Change[]): Promise<Change[]> {
  const now: Change[] = [];
  for (const change of changes) {
    const record = await recordOf(db, change);
    if (record === undefined) now.push({ table: change.table, id: change.id, fields: null });
    else {
      const { id: _, ...all } = record;
      const names = change.fields === null ? Object.keys(all) : Object.keys(change.fields);
      now.push({ ...change, fields: Object.fromEntries(names.map((name) => [name, record[name]])) });
    }
  }
  return now;
}
