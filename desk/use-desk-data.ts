import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { useLive } from '../src/ui/use-live.ts';
import { type DeskWork, type RailData, readDamaged, readRail, uniqueDamaged } from './desk-data.ts';
import { useSame } from './use-same.ts';

const NO_ENTRIES: Entry[] = [];
const EMPTY_RAIL: RailData = { backlog: NO_ENTRIES, drafts: NO_ENTRIES, bin: NO_ENTRIES, damaged: [] };

/** So long an issue takes at most to be drawn and printed, as a rule. Milliseconds. */
const DRAWN_AFTER = 300;

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

/** Follows the entries of the issue that is shown and the lists beside it. */
export function useDeskData(db: Database, { work }: DeskWork, issueId: string | null): DeskData {
  const newsletterId = work?.newsletter.id ?? null;
  // Two queries: what is typed in an entry of the issue does not read the backlog again.
  const issueLive = useLive(db, async () => {
    const none = newsletterId === null || issueId === null;
    const records = none ? { sound: NO_ENTRIES, damaged: [] } : await entriesIn(db, newsletterId, issueId);
    return { of: issueId, ...records };
  }, [newsletterId, issueId]);
  const railLive = useLive(
    db,
    async () => ({ of: newsletterId, ...(newsletterId === null ? EMPTY_RAIL : await readRail(db, newsletterId)) }),
    [newsletterId],
  );
  // The answer about another issue is none about this one.
  const issue = { ...issueLive, value: issueLive.value?.of === issueId ? issueLive.value : undefined };
  const rail = { ...railLive, value: railLive.value?.of === newsletterId ? railLive.value : undefined };
  const [foundAtStart, setFoundAtStart] = useState<DamagedRecord[]>([]);
  const ready = issue.value !== undefined && rail.value !== undefined;
  useEffect(() => {
    if (!ready) return;
    // It reads everything there is: the issue is drawn and printed before.
    const timer = setTimeout(() => readDamaged(db).then(setFoundAtStart, () => undefined), DRAWN_AFTER);
    return () => clearTimeout(timer);
  }, [db, ready]);
  const entries = useSame(issue.value?.sound ?? NO_ENTRIES);
  const damaged = useMemo(
    () => uniqueDamaged([...foundAtStart, ...(issue.value?.damaged ?? []), ...(rail.value?.damaged ?? [])]),
    [foundAtStart, issue.value, rail.value],
  );
  return {
    entries,
    rail: rail.value ?? EMPTY_RAIL,
    damaged,
    ready,
    error: issue.error ?? rail.error,
  };
}
