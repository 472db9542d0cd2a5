import { timeOfLastChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import type { Journaled } from './journal.ts';

/** Whether the database has a record of the journal, or a newer one. What has no id is no record. */
export async function isHome(db: Database, { table, value }: Journaled): Promise<boolean> {
  const { id } = value as { id?: unknown };
  if (typeof id !== 'string') return true;
  const mine: object | undefined = await db.table(table).get(id);
  return mine !== undefined && timeOfLastChange(mine) >= timeOfLastChange(value);
}

/** What the journal has and the database has lost: nothing, while all is well. */
export async function notHome(db: Database): Promise<Journaled[]> {
  const lost: Journaled[] = [];
  for (const journaled of await db.journal.read()) if (!(await isHome(db, journaled))) lost.push(journaled);
  return lost;
}
