import { Outlet } from '../domain/outlet.ts';
import type { Database } from './database.ts';
import { parseRecords } from './records.ts';

/** What is known of sites, by their names. */
export async function allOutlets(db: Database): Promise<Outlet[]> {
  return parseRecords('outlets', Outlet, await db.outlets.orderBy('host').toArray()).sound;
}

/** Corrects how the outlet of a site is spelled. */
export function spellOutlet(db: Database, host: string, name: string, now: number): Promise<void> {
  return db.transaction('rw', db.outlets, async () => {
    const found = Outlet.safeParse(await db.outlets.get(host)).data;
    await db.outlets.put({ byline: null, sectionId: null, ...found, host, name, changedAt: now });
  });
}
