import { timeOfLastChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import type { Journaled } from './journal.ts';

/** Whether the database has a record of the journal, or a newer one. What was deleted for good has no home to come to. */
export async function isHome(db: Database, { table, id, value }: Journaled): Promise<boolean> {
  if (value === null) return true;
  const mine: object | undefined = await db.table(table).get(id);
  return mine !== undefined && timeOfLastChange(mine) >= timeOfLastChange(value);
}

/** What the journal has and the database has lost, and what else was deleted for good: a backup may have it. */
export async function notHome(db: Database): Promise<Journaled[]> {
  const lost: Journaled[] = [];
  for (const journaled of await db.journal.read()) {
    if (journaled.value === null || !(await isHome(db, journaled))) lost.push(journaled);
  }
  return lost;
}
