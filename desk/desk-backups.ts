import { mayDownload, removeDownloads, saveDownload } from '../src/browser/downloads.ts';
import { backUpIfDue as backUpWhenDue } from '../src/storage/backup/back-up.ts';
import { Keeper } from '../src/storage/backup/keeper.ts';
import { newestCopy } from '../src/storage/backup/newest.ts';
import type { Database } from '../src/storage/database.ts';
import type { NewestBackup } from './desk-browser.ts';

const keeper = new Keeper();
const downloads = { mayUse: mayDownload, save: saveDownload, remove: removeDownloads };

/** The newest backup that can be reached; null: there is none. */
export async function newestBackup(): Promise<NewestBackup | null> {
  const newest = await newestCopy(keeper);
  return newest && { at: newest.copy.at, entries: newest.copy.counts.entries, open: newest.open };
}

/** Backs up if it is time to. */
export const backUpIfDue = (db: Database) => backUpWhenDue(db, Date.now(), { keeper, downloads });
