import { backUp } from '../src/storage/backup/back-up.ts';
import type { BackupWhy } from '../src/storage/backup/format.ts';
import { BackupStopped } from '../src/storage/backup/unreadable.ts';
import type { Database } from '../src/storage/database.ts';
import type { OptionsBrowser } from './options-browser.ts';

/**
 * Backs up before something that only adds and can be undone as a whole: where no backup can be made (a private window has
 * no room for one), that is no reason to refuse it.
 *
 * @throws BackupStopped
 */
export async function backUpBefore(
  db: Database,
  browser: OptionsBrowser,
  why: BackupWhy,
  following: { signal: AbortSignal; tell?: (share: number) => void },
): Promise<void> {
  try {
    await backUp(db, { now: browser.now(), why, ...following }, (await browser.backups()).deps);
  } catch (error) {
    if (error instanceof BackupStopped) throw error;
  }
}
