import { type Copy, type Folder, insideFolder, newestIn, openCopy } from './copies.ts';
import type { Keeper } from './keeper.ts';

/**
 * The newest backup that can be reached without asking the editor: inside, where every one is put first; where there is
 * none, in the folder that was chosen.
 */
export async function newestCopy(
  keeper: Keeper,
  inside = insideFolder,
): Promise<{ copy: Copy; open: () => Promise<Blob> } | null> {
  const folders: Folder[] = [await inside()];
  const chosen = await keeper.folder();
  if (chosen !== undefined) folders.push(chosen as unknown as Folder);
  for (const folder of folders) {
    // A folder into which the browser lets nobody look just now has none.
    const copy = await newestIn(folder).catch(() => undefined);
    if (copy !== undefined) return { copy, open: () => openCopy(folder, copy.name) };
  }
  return null;
}
