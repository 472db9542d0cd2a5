import type { Database } from '../database.ts';
import { EVERYTHING } from './compare.ts';
import { inspectBackup, type ReadFollowing } from './read.ts';
import { type Restored, restoreBackup } from './restore.ts';

/** Restores all of a backup into a database in which nothing is: nothing can be overwritten, so nothing is asked. */
export async function restoreIntoEmpty(
  db: Database,
  file: Blob,
  { now, tell, signal }: ReadFollowing & { now: number },
): Promise<Restored> {
  await inspectBackup(file, { signal, tell: (share) => tell?.(share / 4) });
  const nothing = { overwritten: 0, removed: 0 };
  return restoreBackup(db, file, EVERYTHING, nothing, { now, signal, tell: (share) => tell?.(0.25 + 0.75 * share) });
}
