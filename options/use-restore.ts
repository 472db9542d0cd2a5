import { useEffect, useRef, useState } from 'preact/hooks';
import { backUp } from '../src/storage/backup/back-up.ts';
import { EVERYTHING, type RestoreChoice } from '../src/storage/backup/compare.ts';
import { planRestore, type RestorePlan } from '../src/storage/backup/plan.ts';
import { type InspectedBackup, inspectBackup } from '../src/storage/backup/read.ts';
import { type Restored, RestoreIsStale, restoreBackup } from '../src/storage/backup/restore.ts';
import { BackupStopped, UnreadableBackup } from '../src/storage/backup/unreadable.ts';
import { forgetBegun, noteBegun } from '../src/storage/begun.ts';
import type { Database } from '../src/storage/database.ts';
import { noteHeld } from '../src/storage/lost.ts';
import { notHome } from '../src/storage/not-home.ts';
import { troubleOf } from '../src/ui/trouble.ts';
import type { BackupsSide } from './backups-side.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

/** How a restore ended. */
export type RestoreEnd =
  | { why: 'done'; restored: Restored }
  | { why: 'refused'; fault: UnreadableBackup }
  | { why: 'stopped' | 'stale' | 'full' }
  | { why: 'failed' | 'no-backup'; reason: string };

/** A backup that was read, and what restoring it would do. */
export interface CheckedRestore {
  file: Blob;
  backup: InspectedBackup;
  choice: RestoreChoice;
  plan: RestorePlan;
}

export type RestoreState =
  | { at: 'none'; end: RestoreEnd | null }
  | { at: 'read' | 'back-up' | 'write'; share: number }
  | { at: 'check'; checked: CheckedRestore };

/** A restore, from the file to the records: read, checked, backed up, written. One at a time, and gone with the page. */
export function useRestore(db: Database, now: () => number, side: BackupsSide) {
  const [state, setState] = useState<RestoreState>({ at: 'none', end: null });
  const stopper = useRef<AbortController | null>(null);
  useUnloadWarning(state.at === 'write');
  useEffect(() => () => stopper.current?.abort(), []);

  const begin = (at: 'read' | 'back-up' | 'write') => {
    setState({ at, share: 0 });
    stopper.current = new AbortController();
    return { tell: (share: number) => setState({ at, share }), signal: stopper.current.signal };
  };
  const end = (told: RestoreEnd | null) => setState({ at: 'none', end: told });
  const fail = (error: unknown) => {
    if (error instanceof UnreadableBackup) return end({ why: 'refused', fault: error });
    if (error instanceof BackupStopped) return end({ why: 'stopped' });
    if (error instanceof RestoreIsStale) return end({ why: 'stale' });
    const { kind, reason } = troubleOf(error);
    end(kind === 'full' ? { why: 'full' } : { why: 'failed', reason });
  };

  const check = async (file: Blob, backup: InspectedBackup, choice: RestoreChoice) => {
    const following = begin('read');
    setState({ at: 'check', checked: { file, backup, choice, plan: await planRestore(db, file, choice, following) } });
  };

  return {
    state,
    /** Reads a backup and shows what it would do. */
    read: async (opened: Promise<Blob>) => {
      try {
        const { tell, signal } = begin('read');
        const found = await opened;
        const backup = await inspectBackup(found, { tell, signal });
        // The browser reads no file that was changed or removed since, and the backup made before the restore may push out this one.
        const file = new Blob([await found.arrayBuffer()]);
        await check(file, backup, EVERYTHING);
      } catch (error) {
        fail(error);
      }
    },
    choose: async (choice: RestoreChoice) => {
      if (state.at !== 'check') return;
      try {
        await check(state.checked.file, state.checked.backup, choice);
      } catch (error) {
        fail(error);
      }
    },
    write: async () => {
      if (state.at !== 'check') return;
      const { file, choice, plan } = state.checked;
      // What ends here is said here, and known to nobody else.
      const forget = () => forgetBegun(db).catch(() => {});
      try {
        await noteBegun(db, 'restore', now());
        await backUp(db, { now: now(), why: 'restore', ...begin('back-up') }, side.deps);
      } catch (error) {
        await forget();
        if (error instanceof BackupStopped) return fail(error);
        return end({ why: 'no-backup', reason: troubleOf(error).reason });
      }
      try {
        // Where all was lost, what was written after the backup comes back with it; else it was left behind on purpose.
        const isEmpty = (await db.newsletters.count()) === 0;
        const following = { now: now(), since: isEmpty ? await notHome(db) : [], ...begin('write') };
        const restored = await restoreBackup(db, file, choice, plan, following);
        await noteHeld(db, now()).catch(() => {});
        end({ why: 'done', restored });
      } catch (error) {
        await forget();
        fail(error);
      }
    },
    stop: () => {
      if (state.at === 'check' || state.at === 'none') end(state.at === 'check' ? { why: 'stopped' } : null);
      else stopper.current?.abort();
    },
  };
}
