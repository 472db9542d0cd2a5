import { Outlet } from '../domain/outlet.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { parseRecords } from './records.ts';

/** What is known of sites, by their names. */
export async function allOutlets(db: Database): Promise<Outlet[]> {
  return parseRecords('outlets', Outlet, await db.outlets.orderBy('host').toArray()).sound;
}

/** What is known of one site. */
export async function outletOf(db: Database, host: string): Promise<Outlet | undefined> {
  return Outlet.safeParse(await db.outlets.get(host)).data;
}

/** Corrects what is known of a site; what is not named stays as it is. */
export function correctOutlet(
  db: Database,
  host: string,
  correction: Partial<Omit<Outlet, 'host' | 'changedAt'>>,
  now: number,
): Promise<void> {
  return db.transaction('rw', db.outlets, async () => {
    const found = await outletOf(db, host);
    const changedAt = timeOfChange(now, found?.changedAt ?? 0);
    await db.outlets.put({ name: null, byline: null, sectionId: null, ...found, ...correction, host, changedAt });
  });
}
