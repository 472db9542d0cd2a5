import { useMemo } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { useLiveAtOnce } from '../src/ui/use-live.ts';
import { type RailData, readRail } from './desk-data.ts';
import type { DeskWork } from './use-desk-work.ts';
import { useSame } from './use-same.ts';

const NO_ENTRIES: Entry[] = [];
const EMPTY_RAIL: RailData = { backlog: NO_ENTRIES, drafts: NO_ENTRIES, bin: NO_ENTRIES, damaged: [] };

/** What the desk shows, as it is in the database at this moment. */
export interface DeskData {
  entries: readonly Entry[];
  rail: RailData;
  /** Those among them that cannot be read. */
  damaged: DamagedRecord[];
  /** The first answers are there. */
  ready: boolean;
  /** What ended one of the queries. */
  error: unknown;
}

/** Follows the entries of the issue that is shown and the lists beside it. */
export function useDeskData(db: Database, { newsletter }: DeskWork, issueId: string | null): DeskData {
  const newsletterId = newsletter?.id ?? null;
  // Two queries: what is typed in an entry of the issue does not read the backlog again.
  const issueLive = useLiveAtOnce(db, async () => {
    const none = newsletterId === null || issueId === null;
    const records = none ? { sound: NO_ENTRIES, damaged: [] } : await entriesIn(db, newsletterId, issueId);
    return { of: issueId, ...records };
  }, [newsletterId, issueId]);
  const railLive = useLiveAtOnce(
    db,
    async () => ({ of: newsletterId, ...(newsletterId === null ? EMPTY_RAIL : await readRail(db, newsletterId)) }),
    [newsletterId],
  );
  // The answer about another issue is none about this one.
  const issue = { ...issueLive, value: issueLive.value?.of === issueId ? issueLive.value : undefined };
  const rail = { ...railLive, value: railLive.value?.of === newsletterId ? railLive.value : undefined };
  const ready = issue.value !== undefined && rail.value !== undefined;
  const entries = useSame(issue.value?.sound ?? NO_ENTRIES);
  const damaged = useMemo(
    () => [...(issue.value?.damaged ?? []), ...(rail.value?.damaged ?? [])],
    [issue.value, rail.value],
  );
  return {
    entries,
    rail: rail.value ?? EMPTY_RAIL,
    damaged,
    ready,
    error: issue.error ?? rail.error,
  };
}
