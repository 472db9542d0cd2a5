import type { Table } from 'dexie';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { applyChanges, type Change, parsedRecord } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';
import { stored } from '../src/storage/entries.ts';
import { isSame } from './typing.ts';

/** What is typed, and the record as this page last knew it to lie in the database. */
interface Typed<R> {
  typed: R;
  expected: R;
}

/**
 * Writes an entry while it is being typed, with the guarantee of `keepTyping`. Another page may have written a moment
 * ago what has not been shown here yet: what it changed and was not typed here is put back. Resolves with the record
 * that was overwritten; undefined: nothing that can be read.
 */
export async function keepEntryOver(db: Database, { typed, expected }: Typed<Entry>): Promise<Entry | undefined> {
  const record = await putOver(db, db.entries, stored(typed));
  const overwritten = parsedRecord('entries', record) as Entry | undefined;
  if (overwritten !== undefined) await putBack(db, 'entries', { typed, expected, overwritten });
  return overwritten;
}

/** The same for an issue, whose title and letter are typed. */
export async function keepIssueOver(db: Database, { typed, expected }: Typed<Issue>): Promise<void> {
  const overwritten = parsedRecord('issues', await putOver(db, db.issues, typed)) as Issue | undefined;
  if (overwritten !== undefined) await putBack(db, 'issues', { typed, expected, overwritten });
}

/** Puts a record and commits, in this very task, and tells what lay there. */
function putOver<R extends { id: string }>(db: Database, table: Table<R, string>, record: R): Promise<unknown> {
  return db.transaction('rw', table, (transaction) => {
    let overwritten: unknown;
    // Not through Dexie: the question has to stand before the write and the commit, in this very task.
    const question = transaction.idbtrans.objectStore(table.name).get(record.id);
    question.onsuccess = () => {
      overwritten = question.result;
    };
    const arrived = table.put(record);
    transaction.idbtrans.commit();
    return arrived.then(() => overwritten);
  });
}

/** Times of writing are everybody's own. */
const TIMES = ['editedAt', 'changedAt'];

async function putBack<R extends { id: string }>(
  db: Database,
  table: 'entries' | 'issues',
  { typed, expected, overwritten }: Typed<R> & { overwritten: R },
): Promise<void> {
  const names = Object.keys(overwritten) as (keyof R & string)[];
  const theirs = names.filter(
    (name) =>
      !TIMES.includes(name) && !isSame(overwritten[name], expected[name]) && isSame(typed[name], expected[name]),
  );
  if (theirs.length === 0) return;
  const fields = Object.fromEntries(theirs.map((name) => [name, overwritten[name]]));
  await applyChanges(db, [{ table, id: typed.id, fields } as Change]);
}
