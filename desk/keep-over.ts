import type { Table } from 'dexie';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { timeOfChange } from '../src/domain/time-of-change.ts';
import { applyChanges, type Change, parsedRecord } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';
import { stored } from '../src/storage/entries.ts';
import { isSame } from './typing.ts';

/** What is typed, and what this page knows of the record. */
interface Typed<R> {
  typed: R;
  /** The record as this page last knew it to lie in the database. Asked when it has been written: the writes before have told. */
  expected: () => R;
}

/**
 * Writes an entry while it is being typed, with the guarantee of `keepTyping`. Another page may have written a moment
 * ago what has not been shown here yet: what it changed and was not typed here is put back. Resolves with the
 * record that was overwritten, where its text was another's; undefined: there was none that can be read.
 */
export async function keepEntryOver(db: Database, { typed, expected }: Typed<Entry>): Promise<Entry | undefined> {
  const record = await putOver(db, db.entries, stored(typed));
  const overwritten = parsedRecord('entries', record) as Entry | undefined;
  const known = expected();
  if (overwritten !== undefined) await putBack(db, { table: 'entries', time: 'editedAt', typed, known, overwritten });
  return overwritten !== undefined && isSame(textOf(overwritten), textOf(known)) ? undefined : overwritten;
}

/** What an editor has written of an entry. */
const textOf = ({ commentary, links }: Entry) => ({ commentary, links });

/** The same for an issue, whose title and letter are typed. */
export async function keepIssueOver(db: Database, { typed, expected }: Typed<Issue>): Promise<void> {
  const overwritten = parsedRecord('issues', await putOver(db, db.issues, typed)) as Issue | undefined;
  const known = expected();
  if (overwritten !== undefined) await putBack(db, { table: 'issues', time: 'changedAt', typed, known, overwritten });
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

interface Overwritten<R> {
  table: 'entries' | 'issues';
  /** Its field that says when it was written: everybody's own. */
  time: keyof R & string;
  typed: R;
  known: R;
  overwritten: R;
}

/**
 * Puts back what another page has changed. What was typed is later than that, too, or the other page would go on to show
 * its own as the newer: two that type in one millisecond, or by a clock that was set back.
 */
async function putBack<R extends { id: string }>(
  db: Database,
  { table, time, typed, known, overwritten }: Overwritten<R>,
): Promise<void> {
  const names = Object.keys(overwritten) as (keyof R & string)[];
  const theirs = names.filter(
    (name) => name !== time && !isSame(overwritten[name], known[name]) && isSame(typed[name], known[name]),
  );
  const [before, at] = [Number(overwritten[time]), Number(typed[time])];
  if (theirs.length === 0 && at > before) return;
  const fields = Object.fromEntries(theirs.map((name) => [name, overwritten[name]]));
  await applyChanges(db, [{ table, id: typed.id, fields: { ...fields, [time]: timeOfChange(at, before) } } as Change]);
}
