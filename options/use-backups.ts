import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { backUp } from '../src/storage/backup/back-up.ts';
import { copyName, type FoundCopy, insideFolder, listCopies } from '../src/storage/backup/copies.ts';
import { type BackupPlan, FIRST_PLAN, type OutsideState } from '../src/storage/backup/keeper.ts';
import { BackupStopped } from '../src/storage/backup/unreadable.ts';
import { writeBackup } from '../src/storage/backup/write.ts';
import type { Database } from '../src/storage/database.ts';
import { troubleOf } from '../src/ui/trouble.ts';
import type { BackupsSide } from './backups-side.ts';

/** How the last backup ended. */
export type BackupEnd =
  | { why: 'done' | 'saved'; entries: number }
  | { why: 'nothing' | 'stopped' | 'full' | 'refused' }
  | { why: 'failed'; reason: string };

export interface BackupsState {
  plan: BackupPlan;
  outside: OutsideState | null;
  /** Of the folder that was chosen. */
  folder: string | null;
  /** The newest first; null: not read yet. */
  copies: FoundCopy[] | null;
  /** From 0 to 1 while one is made. */
  share: number | null;
  end: BackupEnd | null;
}

const FIRST: BackupsState = { plan: FIRST_PLAN, outside: null, folder: null, copies: null, share: null, end: null };

/** The backups there are, where they go, and one being made. */
export function useBackups(db: Database, now: () => number, side: BackupsSide) {
  const [state, setState] = useState(FIRST);
  const change = (fields: Partial<BackupsState>) => setState((before) => ({ ...before, ...fields }));
  const making = useRef<AbortController | null>(null);
  const { keeper, inside = insideFolder } = side.deps;

  const refresh = useCallback(async () => {
    const [plan, outside, folder] = await Promise.all([keeper.read('plan'), keeper.read('outside'), keeper.folder()]);
    const copies = await listCopies(await inside());
    change({ plan: plan ?? FIRST_PLAN, outside: outside ?? null, folder: folder?.name ?? null, copies });
  }, [keeper]);
  useEffect(() => {
    refresh().catch((error) => change({ end: endOf(error), copies: [] }));
    return () => making.current?.abort();
  }, [refresh]);

  const make = async (work: (following: Following) => Promise<BackupEnd>) => {
    if (making.current !== null) return;
    const stopper = new AbortController();
    making.current = stopper;
    change({ share: 0, end: null });
    try {
      change({ end: await work({ tell: (share) => change({ share }), signal: stopper.signal }) });
    } catch (error) {
      change({ end: endOf(error) });
    }
    making.current = null;
    change({ share: null });
    await refresh().catch(() => {});
  };

  const backUpNow = () =>
    make(async (following) => {
      const done = await backUp(db, { now: now(), why: 'asked', ...following }, side.deps);
      return done === undefined ? { why: 'nothing' } : { why: 'done', entries: done.copy.counts.entries };
    });

  const choose = async (plan: BackupPlan) => {
    await keeper.write('plan', plan);
    change({ plan });
    if (plan.to !== 'inside' && plan.to !== state.plan.to) await backUpNow();
  };

  /** Writes to a place outside, once the browser lets it. */
  const chooseTo = async (to: BackupPlan['to'], isAnother = false) => {
    if (to === 'downloads' && !(await side.askForDownloads())) return change({ end: { why: 'refused' } });
    if (to === 'folder' && (isAnother || state.folder === null)) {
      const folder = (await side.pickFolder?.()) ?? null;
      if (folder === null) return change({ end: { why: 'refused' } });
      await keeper.keepFolder(folder);
      change({ folder: folder.name });
    }
    await choose({ ...state.plan, to });
    if (isAnother) await backUpNow();
  };

  return {
    state,
    refresh,
    backUpNow,
    stop: () => making.current?.abort(),
    chooseTo,
    chooseEvery: (every: BackupPlan['every']) => choose({ ...state.plan, every }),
    /** After the browser has forgotten that it may. */
    allow: async () => {
      const folder = await keeper.folder();
      const isAllowed =
        state.plan.to === 'downloads'
          ? await side.askForDownloads()
          : folder !== undefined && (await side.askForFolder(folder));
      if (isAllowed) await backUpNow();
      else change({ end: { why: 'refused' } });
    },
    saveFile: () =>
      make(async ({ tell, signal }) => {
        const { file, header, counts } = await writeBackup(db, { now: now(), why: 'asked', tell, signal });
        side.saveFile(copyName(header), file);
        return { why: 'saved', entries: counts.entries };
      }),
  };
}

type Following = { tell: (share: number) => void; signal: AbortSignal };

function endOf(error: unknown): BackupEnd {
  if (error instanceof BackupStopped) return { why: 'stopped' };
  const { kind, reason } = troubleOf(error);
  return kind === 'full' ? { why: 'full' } : { why: 'failed', reason };
}
