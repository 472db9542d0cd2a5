import { type Entry, nameOf } from './entry.ts';

/** As long as a draft counts as being written after its last key, in milliseconds. */
const RECENT = 3_600_000;

/**
 * The draft that the editor is writing while they read on: the one edited last, within the last hour, that has a name to
 * be recognised by.
 */
export function entryBeingWritten(drafts: readonly Entry[], now: number): Entry | undefined {
  return drafts
    .filter(({ state, deletedAt }) => state === 'draft' && deletedAt === null)
    .filter((draft) => now - draft.editedAt < RECENT && nameOf(draft) !== '')
    .sort((a, b) => b.editedAt - a.editedAt)[0];
}
