import type { Database } from '../database.ts';
import type { Journaled } from '../journal.ts';
import { EVERYTHING } from './compare.ts';
import { inspectBackup, type ReadFollowing } from './read.ts';
import { type Restored, restoreBackup } from './restore.ts';

/**
 * Restores all of a backup into a database in which nothing is, and what was written since: nothing can be overwritten, so
 * nothing is asked.
 *
 * @param file null: there is none.
 */
export async function restoreIntoEmpty(
  db: Database,
  file: Blob | null,
  { now, tell, signal, since = [] }: ReadFollowing & { now: number; since?: readonly Journaled[] },
): Promise<Restored> {
  if (file !== null) await inspectBackup(file, { signal, tell: (share) => tell?.(share / 4) });
  const nothing = { overwritten: 0, removed: 0 };
  const following = { now, since, signal, tell: (share: number) => tell?.(0.25 + 0.75 * share) };
  return restoreBackup(db, file, EVERYTHING, nothing, following);
}
