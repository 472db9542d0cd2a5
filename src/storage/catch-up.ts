import { timeOfLastChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { type JournaledTable, MOST_AT_ONCE } from './journal.ts';

/** So many records are read at a time. */
const SLICE = 100;

/**
 * Writes into the journal what was written since the newest backup by somebody who could not: a popup that was closed in
 * the very moment, a background that was stopped. Only looks where something new comes: at drafts, backlog and the issues
 * that have not gone out. More than a few hundred came from an import whose worker has ended: then a backup is due.
 *
 * @param since when the newest backup was made, in milliseconds since 1970.
 */
export async function catchUp(db: Database, since: number): Promise<void> {
  let kept = 0;
  const keep = async <R extends { id: string }>(table: JournaledTable, read: () => Promise<(R | undefined)[]>) => {
    const at = Date.now();
    const records = (await read()).filter((record) => record !== undefined);
    const isNew = (record: R) => timeOfLastChange(record) > since;
    const fresh = records.filter(isNew);
    kept += fresh.length;
    if (kept > MOST_AT_ONCE) await db.journal.makeDue();
    else await db.journal.keep(table, fresh, at);
    return records;
  };
  const newsletters = await keep('newsletters', () => db.newsletters.toArray());
  for (const { id } of newsletters) {
    const drafts = await keep('issues', () => db.issues.where('[newsletterId+state]').equals([id, 'draft']).toArray());
    const places = ['draft', 'backlog', ...drafts.map((issue) => issue.id)].map((place) => [id, place]);
    const ids = await db.entries.where('[newsletterId+place]').anyOf(places).primaryKeys();
    for (let at = 0; at < ids.length && kept <= MOST_AT_ONCE; at += SLICE) {
      await keep('entries', () => db.entries.bulkGet(ids.slice(at, at + SLICE)));
    }
  }
}
