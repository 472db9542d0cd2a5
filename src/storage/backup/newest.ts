import { type Copy, type Folder, insideFolder, listCopies, openCopy } from './copies.ts';
import type { Keeper } from './keeper.ts';

/** The newest backup that can be reached without asking the editor, inside or in the folder that was chosen. */
export async function newestCopy(keeper: Keeper): Promise<{ copy: Copy; open: () => Promise<Blob> } | null> {
  const folders: Folder[] = [await insideFolder()];
  const chosen = await keeper.folder();
  if (chosen !== undefined) folders.push(chosen as unknown as Folder);
  let newest: { copy: Copy; open: () => Promise<Blob> } | null = null;
  for (const folder of folders) {
    // A folder into which the browser lets nobody look just now has none.
    const [copy] = await listCopies(folder).catch(() => []);
    if (copy !== undefined && (newest === null || copy.at > newest.copy.at)) {
      newest = { copy, open: () => openCopy(folder, copy.name) };
    }
  }
  return newest;
}
