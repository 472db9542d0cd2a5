import { KEPT_INSIDE } from '../../domain/generations.ts';
import { dropOutlived, insideFolder, noteNewest, writeCopy } from './copies.ts';
import { type Snapshot, sealed } from './write.ts';

/** Puts down inside the browser what an older program had left, as it was read before it was upgraded. */
export async function keepBeforeUpgrade(snapshot: Snapshot, inside = insideFolder): Promise<void> {
  const folder = await inside();
  const { name } = await writeCopy(folder, await sealed(snapshot, {}));
  await noteNewest(folder, name);
  await dropOutlived(folder, KEPT_INSIDE, name);
}
