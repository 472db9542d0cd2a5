import { askForDownloads, mayDownload, removeDownloads, saveDownload } from '../src/browser/downloads.ts';
import { downloadFile } from '../src/browser/export.ts';
import { askForFolder, canPickFolder, pickFolder } from '../src/browser/folders.ts';
import { storageState } from '../src/browser/storage-state.ts';
import { Keeper } from '../src/storage/backup/keeper.ts';
import type { BackupsSide } from './backups-side.ts';

/** The browser's own; loaded when a backup is made or looked at. */
export const realBackups: BackupsSide = {
  deps: {
    keeper: new Keeper(),
    downloads: { mayUse: mayDownload, save: saveDownload, remove: removeDownloads },
  },
  askForDownloads,
  pickFolder: canPickFolder() ? pickFolder : undefined,
  askForFolder,
  saveFile: downloadFile,
  storageState,
};
