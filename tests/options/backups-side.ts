import type { BackupsSide } from '../../options/backups-side.ts';
import type { Folder } from '../../src/storage/backup/copies.ts';
import { Keeper } from '../../src/storage/backup/keeper.ts';

/** A folder as the browser has them, in memory. */
export function folder(): Folder & { files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  const handle = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => {
      const file = files.get(name);
      if (file === undefined) throw new DOMException('gone', 'NotFoundError');
      return file;
    },
    createWritable: async () => {
      const parts: Blob[] = [];
      return {
        write: async (part: Blob) => void parts.push(part),
        close: async () => void files.set(name, new Blob(parts)),
        abort: async () => {},
      };
    },
    move: async (to: string) => {
      const file = files.get(name);
      if (file !== undefined) files.set(to, file);
      files.delete(name);
    },
  });
  return {
    files,
    getFileHandle: async (name: string, how?: { create?: boolean }) => {
      if (!files.has(name) && how?.create !== true) throw new DOMException('gone', 'NotFoundError');
      return handle(name) as unknown as FileSystemFileHandle;
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw new DOMException('gone', 'NotFoundError');
    },
    values: async function* () {
      for (const name of [...files.keys()]) yield { kind: 'file', name };
    },
  };
}

let keepers = 0;

/** The browser's side of backups: a folder inside, no downloads yet. */
export function backupsSide() {
  keepers += 1;
  const inside = folder();
  const saved: { name: string; file: Blob }[] = [];
  const downloaded: { id: number; name: string; file: Blob }[] = [];
  let mayDownload = false;
  const side: BackupsSide = {
    deps: {
      keeper: new Keeper(`test-backups-${keepers}`),
      inside: async () => inside,
      downloads: {
        mayUse: async () => mayDownload,
        save: async (name, file) => downloaded.push({ id: downloaded.length + 1, name, file }),
        remove: async (ids) => {
          for (const id of ids) {
            downloaded.splice(
              downloaded.findIndex((one) => one.id === id),
              1,
            );
          }
        },
      },
    },
    askForDownloads: async () => {
      mayDownload = true;
      return true;
    },
    pickFolder: undefined,
    askForFolder: async () => true,
    saveFile: (name, file) => void saved.push({ name, file }),
    storageState: async () => ({ used: 18_000_000, free: 1_000_000_000, isProtected: true }),
  };
  return { ...side, inside, saved, downloaded };
}
