import { timeOfChange } from '../src/domain/time-of-change.ts';
import { applyChanges, type Change, recordOf } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';
import { forgetIssueAside } from '../src/storage/unfinished-issue.ts';
import { typedAhead } from './typed-ahead.ts';
import { stillUnsettled, type Unsettled } from './typing.ts';

/**
 * Writes once more what was typed and could not be written, over the records as they are now: what is done next is done to
 * what the editor sees. Its editor may be closed by now.
 *
 * @throws what the database says; then it goes on as not written.
 */
export async function writeAgain(db: Database): Promise<void> {
  const ahead = typedAhead(db);
  await writeAll(db, 'entries', 'editedAt', ahead.entries);
  await writeAll(db, 'issues', 'changedAt', ahead.issues, forgetIssueAside);
}

async function writeAll<R extends object>(
  db: Database,
  table: 'entries' | 'issues',
  time: 'editedAt' | 'changedAt',
  typed: Map<string, Unsettled<R>>,
  onWritten?: (id: string) => void,
): Promise<void> {
  for (const [id, unsettled] of typed) {
    if (unsettled.failed === undefined) continue;
    const record = await recordOf(db, { table, id });
    const writtenAt = Number(record?.[time] ?? 0);
    const open = record === undefined ? {} : stillUnsettled(unsettled, record as R, writtenAt).fields;
    const at = timeOfChange(unsettled.at, writtenAt);
    if (Object.keys(open).length > 0)
      await applyChanges(db, [{ table, id, fields: { ...open, [time]: at } } as Change]);
    // Unless it was typed on meanwhile.
    if (typed.get(id) !== unsettled) continue;
    typed.set(id, { fields: unsettled.fields, at });
    onWritten?.(id);
  }
}
