import { JOURNALED, type Journaled } from '../journal.ts';
import type { BackupRecord } from './format.ts';
import type { BackupBatch } from './read.ts';
import { type KnownIds, RecordCheck } from './record-check.ts';

/**
 * The records of the journal as those of a backup. What does not fit is left out, alone: there is no other copy of the
 * rest. An entry whose issue is nowhere goes to the backlog.
 *
 * @param known what is there, or comes from the backup before it.
 */
export function batchesOf(journaled: readonly Journaled[], known: KnownIds): BackupBatch[] {
  const check = new RecordCheck(known);
  return JOURNALED.flatMap((table) => {
    const records = journaled.flatMap((one): BackupRecord[] => {
      if (one.table !== table) return [];
      const found = check.nextAtLeast(table, one.value);
      return 'record' in found ? [found.record] : [];
    });
    return records.length === 0 ? [] : [{ table, records, lines: [] } as unknown as BackupBatch];
  });
}
