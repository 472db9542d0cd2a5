import { timeOfChange, timeOfLastChange } from '../../domain/time-of-change.ts';
import { JOURNALED, type Journaled } from '../journal.ts';
import type { RestoreWay } from './compare.ts';
import { type BackupRecord, keyOf } from './format.ts';
import type { BackupBatch } from './read.ts';
import { type KnownIds, RecordCheck } from './record-check.ts';

/** Records of the journal, and how they come over what a backup has. */
export interface BatchSince {
  way: RestoreWay;
  batch: BackupBatch;
}

/**
 * The records of the journal as those of a backup. What does not fit is left out, alone: there is no other copy of the
 * rest. An entry whose issue is nowhere goes to the backlog.
 *
 * What was committed after the backup was made wins, whatever time the record has: to go back to exactly what was is to
 * write what is older. The rest may lie there because it could not be dropped, and wins unless it is older.
 *
 * What was deleted for good after the backup comes back thrown away: a restore takes no text, and puts nothing back where it
 * would go out again.
 *
 * @param known what is there, or comes from the backup before it.
 * @param backup the records of the backup.
 * @param madeAt when the backup was made, in milliseconds since 1970.
 */
export function batchesOf(
  journaled: readonly Journaled[],
  known: KnownIds,
  { backup, madeAt }: { backup: readonly BackupBatch[]; madeAt: number },
): BatchSince[] {
  const check = new RecordCheck(known);
  return JOURNALED.flatMap((table) => {
    const records: Record<'since' | 'exact', BackupRecord[]> = { since: [], exact: [] };
    const deleted = journaled.some(({ table: its, value }) => its === table && value === null);
    const backedUp = deleted ? byKey(table, backup) : undefined;
    for (const one of journaled) {
      if (one.table !== table) continue;
      const isLater = one.at > madeAt;
      const value = one.value ?? (isLater ? thrownAway(one, backedUp?.get(one.id)) : undefined);
      if (value === undefined) continue;
      const found = check.nextAtLeast(table, value);
      if ('record' in found) records[isLater ? 'exact' : 'since'].push(found.record);
    }
    return (['since', 'exact'] as const).flatMap((way) =>
      records[way].length === 0
        ? []
        : [{ way, batch: { table, records: records[way], lines: [] } } as unknown as BatchSince],
    );
  });
}

/** The records that a backup has of a table. */
function byKey(table: Journaled['table'], backup: readonly BackupBatch[]): Map<string, BackupRecord> {
  const records = backup.flatMap((batch): readonly BackupRecord[] => (batch.table === table ? batch.records : []));
  return new Map(records.map((record) => [keyOf(table, record), record]));
}

/** A record of the backup as one that was thrown away; undefined: it is not in it. */
function thrownAway({ table, at }: Journaled, record: BackupRecord | undefined): object | undefined {
  if (record === undefined) return undefined;
  const deletedAt = timeOfChange(at, timeOfLastChange(record));
  return { ...record, deletedAt, [table === 'entries' ? 'editedAt' : 'changedAt']: deletedAt };
}
