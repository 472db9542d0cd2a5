import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { useLive } from '../src/ui/use-live.ts';
import { type DeskWork, type RailData, readDamaged, readIssueEntries, readRail, uniqueDamaged } from './desk-data.ts';
import { useSame } from './use-same.ts';

const NO_ENTRIES: Entry[] = [];
const EMPTY_RAIL: RailData = { backlog: NO_ENTRIES, drafts: NO_ENTRIES, bin: NO_ENTRIES, damaged: [] };

/** What the desk shows, as it is in the database at this moment. */
interface DeskData {
  entries: readonly Entry[];
  rail: RailData;
  damaged: DamagedRecord[];
  /** The first answers are there. */
  ready: boolean;
  /** What ended one of the queries. */
  error: unknown;
}

/** Follows the entries of the open issue and the lists beside it. */
export function useDeskData(db: Database, { work }: DeskWork): DeskData {
  const newsletterId = work?.newsletter.id ?? null;
  const issueId = work?.issue?.id ?? null;
  // Two queries: what is typed in an entry of the issue does not read the backlog again.
  const issue = useLive(async () => {
    if (newsletterId === null || issueId === null) return { sound: NO_ENTRIES, damaged: [] };
    return readIssueEntries(db, newsletterId, issueId);
  }, [db, newsletterId, issueId]);
  const rail = useLive(
    async () => (newsletterId === null ? EMPTY_RAIL : readRail(db, newsletterId)),
    [db, newsletterId],
  );
  const [foundAtStart, setFoundAtStart] = useState<DamagedRecord[]>([]);
  useEffect(() => {
    readDamaged(db).then(setFoundAtStart, () => undefined);
  }, [db]);
  const entries = useSame(issue.value?.sound ?? NO_ENTRIES);
  const damaged = useMemo(
    () => uniqueDamaged([...foundAtStart, ...(issue.value?.damaged ?? []), ...(rail.value?.damaged ?? [])]),
    [foundAtStart, issue.value, rail.value],
  );
  return {
    entries,
    rail: rail.value ?? EMPTY_RAIL,
    damaged,
    ready: issue.value !== undefined && rail.value !== undefined,
    error: issue.error ?? rail.error,
  };
}
