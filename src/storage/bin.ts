import { isOver, watchBin } from '../domain/bin.ts';
import type { Database } from './database.ts';
import { revisionsOf } from './entries.ts';
import { readSetting, writeSetting } from './settings.ts';

/**
 * Deletes entries of the bin and their revisions for good. What has been put back in the meantime stays. Resolves with
 * how many went.
 */
export function deleteForGood(db: Database, ids: readonly string[]): Promise<number> {
  return db.transaction('rw', db.entries, db.revisions, async () => {
    let count = 0;
    for (const record of await db.entries.bulkGet([...ids])) {
      if (record === undefined || record.place !== 'bin') continue;
      await db.entries.delete(record.id);
      await revisionsOf(db, record.id).delete();
      count += 1;
    }
    return count;
  });
}

/**
 * Deletes for good what has been in the bins of all newsletters for 30 days; for the desk when it opens. Resolves with
 * how many entries went: none while the bin rests (`watchBin`).
 */
export function sweepBin(db: Database, now: number): Promise<number> {
  return db.transaction('rw', [db.entries, db.revisions, db.newsletters, db.settings], async () => {
    const watch = watchBin(await readSetting(db, 'binWatch'), now);
    await writeSetting(db, 'binWatch', watch);
    if (now < watch.restsUntil) return 0;
    const bins = (await db.newsletters.toCollection().primaryKeys()).map((id) => [id, 'bin']);
    const records = await db.entries.where('[newsletterId+place]').anyOf(bins).toArray();
    const over = records.filter(({ deletedAt }) => typeof deletedAt === 'number' && isOver(deletedAt, now));
    return deleteForGood(
      db,
      over.map(({ id }) => id),
    );
  });
}
