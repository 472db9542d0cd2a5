import type { StorageState } from '../src/browser/storage-state.ts';
import type { BackupDeps } from '../src/storage/backup/back-up.ts';

/** What backing up needs of the browser: plain functions, so that tests hand in their own. */
export interface BackupsSide {
  deps: BackupDeps;
  /** Asks for the browser's downloads. */
  askForDownloads: () => Promise<boolean>;
  /** Lets the editor choose a folder (null: none was chosen); undefined: this browser cannot. */
  pickFolder: (() => Promise<FileSystemDirectoryHandle | null>) | undefined;
  /** Asks again whether a folder may be written into. */
  askForFolder: (folder: FileSystemDirectoryHandle) => Promise<boolean>;
  /** Hands a file to the editor. */
  saveFile: (name: string, file: Blob) => void;
  storageState: () => Promise<StorageState>;
}
