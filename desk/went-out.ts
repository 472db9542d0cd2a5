import type { Change } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';

/** An issue has gone out and is only to be read: what was to be done to it is not done. */
export class WentOut extends Error {
  readonly issueNumber: number;

  constructor(issueNumber: number) {
    super(`Issue ${issueNumber} has gone out`);
    this.issueNumber = issueNumber;
  }
}

/**
 * Fails with `WentOut` where one of these entries lies in an issue that has gone out, or one of these issues has. Ask
 * inside the transaction that changes them: another desk may have published while an entry was in the hand here.
 */
export async function refuseWhatWentOut(
  db: Database,
  { entryIds = [], issueIds = [] }: { entryIds?: readonly string[]; issueIds?: readonly (string | null)[] },
): Promise<void> {
  // By its place: what lies in the bin, or is a draft, is in no issue.
  const places = (await db.entries.bulkGet([...entryIds])).flatMap((entry) => entry?.place ?? []);
  const ids = new Set([...places, ...issueIds.filter((id) => id !== null)]);
  const issues = await db.issues.bulkGet([...ids]);
  const out = issues.find((issue) => issue?.state === 'published');
  if (out !== undefined) throw new WentOut(out.number);
}

/** What these changes would change of issues: their own fields, unless they open or close one, and what lies in them. */
export function touchedBy(changes: readonly Change[]): { entryIds: string[]; issueIds: string[] } {
  const touches = (change: Change) =>
    change.table === 'entries'
      ? change.fields !== null && ('issueId' in change.fields || typeof change.fields.deletedAt === 'number')
      : change.table === 'issues' && change.fields !== null && !('state' in change.fields);
  const touched = changes.filter(touches);
  const idsIn = (table: Change['table']) => touched.filter((one) => one.table === table).map(({ id }) => id);
  return { entryIds: idsIn('entries'), issueIds: idsIn('issues') };
}
