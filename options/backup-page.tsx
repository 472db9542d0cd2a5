import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FoundCopy, insideFolder, openCopy } from '../src/storage/backup/copies.ts';
import type { Database } from '../src/storage/database.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupWhere } from './backup-where.tsx';
import type { BackupsSide } from './backups-side.ts';
import { BrokenOff } from './broken-off.tsx';
import { ImportProgress } from './import-progress.tsx';
import { LastRestore } from './last-restore.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { RestoreCheck } from './restore-check.tsx';
import { sayRefusal } from './say-backup.ts';
import { StorageRows } from './storage-rows.tsx';
import { type BackupEnd, useBackups } from './use-backups.ts';
import { type RestoreEnd, useRestore } from './use-restore.ts';

interface BackupPageProps {
  db: Database;
  browser: OptionsBrowser;
}

const NUMBER = new Intl.NumberFormat('en');

/** Backups, once what they need is loaded. */
export function BackupPage({ db, browser }: BackupPageProps) {
  const [side, setSide] = useState<BackupsSide | null>(null);
  useEffect(() => {
    void browser.backups().then(setSide);
  }, [browser]);
  return side && <Backups db={db} now={browser.now} side={side} />;
}

/** Where backups go, which there are, and the way back to one. */
function Backups({ db, now, side }: { db: Database; now: () => number; side: BackupsSide }) {
  const say = useSay();
  const backups = useBackups(db, now, side);
  const restore = useRestore(db, now, side);
  const file = useRef<HTMLInputElement>(null);
  const { state } = backups;
  const isHome = restore.state.at === 'none';
  const end = restore.state.at === 'none' ? restore.state.end : null;
  // A restore makes a backup first, which is then in the list.
  useEffect(() => {
    if (isHome) void backups.refresh().catch(() => {});
  }, [isHome]);

  if (restore.state.at === 'check') {
    return (
      <Step key="check" title={say('restoreCheck')}>
        <RestoreCheck
          checked={restore.state.checked}
          now={now()}
          onChoose={restore.choose}
          onWrite={restore.write}
          onStop={restore.stop}
        />
      </Step>
    );
  }
  if (restore.state.at !== 'none') {
    const [title, text] = {
      read: [say('restoreReading'), say('restoreReadingText')],
      'back-up': [say('backupFirst'), say('backupWorkingText')],
      write: [say('restoreWriting'), say('restoreWritingText')],
    }[restore.state.at] as [string, string];
    return (
      <Step key={restore.state.at} title={title}>
        <ImportProgress title={title} text={text} share={restore.state.share} onStop={restore.stop} />
      </Step>
    );
  }

  const restoreCopy = ({ name }: FoundCopy) =>
    restore.read((side.deps.inside ?? insideFolder)().then((folder) => openCopy(folder, name)));
  return (
    <Step key="home" title={say('optionsBackup')} isFirst={end === null}>
      <p class="lede">{say('backupLede')}</p>
      {end === null ? (
        <BrokenOff db={db} now={now()} what="restore" />
      ) : (
        <Told isBad={isBadRestore(end)}>{restoreText(say, end)}</Told>
      )}
      {state.end !== null && <Told isBad={isBadBackup(state.end)}>{backupText(say, state.end)}</Told>}
      <h3>{say('backupAutomatic')}</h3>
      <div class="rows">
        <BackupWhere
          state={state}
          canPickFolder={side.pickFolder !== undefined}
          onTo={backups.chooseTo}
          onEvery={backups.chooseEvery}
          onAllow={backups.allow}
        />
        <div class="row">
          <span class="label">{say('backupNow')}</span>
          {state.share === null ? (
            <div class="inline">
              <button class="btn" type="button" id="back-up" onClick={backups.backUpNow}>
                <Icon name="disk" />
                {say('backupDoNow')}
              </button>
              <button class="btn" type="button" id="save-backup" onClick={backups.saveFile}>
                <Icon name="download" />
                {say('backupSaveFile')}
              </button>
              <button class="btn" type="button" onClick={() => file.current?.click()}>
                <Icon name="upload" />
                {say('backupRestoreFile')}
              </button>
              <input
                ref={file}
                type="file"
                id="restore-file"
                class="vh"
                tabIndex={-1}
                accept=".json,application/json"
                aria-label={say('backupRestoreFile')}
                onChange={({ currentTarget }) => {
                  const [chosen] = currentTarget.files ?? [];
                  if (chosen !== undefined) void restore.read(Promise.resolve(chosen));
                  currentTarget.value = '';
                }}
              />
            </div>
          ) : (
            <div>
              <ImportProgress
                title={say('backupWorking')}
                text={say('backupWorkingText')}
                share={state.share}
                onStop={backups.stop}
              />
            </div>
          )}
        </div>
      </div>
      {state.copies !== null && <BackupList copies={state.copies} now={now()} onRestore={restoreCopy} />}
      {end?.why !== 'done' && <LastRestore db={db} now={now()} />}
      <h3>{say('storageTitle')}</h3>
      <StorageRows ask={side.storageState} version={state.copies} />
    </Step>
  );
}

/** One step under its heading, which gets the focus when the step begins. */
function Step({ title, isFirst = false, children }: { title: string; isFirst?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, []);
  return (
    <>
      <h2 ref={heading} class="import-head" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </>
  );
}

function Told({ isBad, children }: { isBad: boolean; children: string }) {
  return (
    <p class={isBad ? 'note note-bad told' : 'note told'} role={isBad ? 'alert' : 'status'}>
      <Icon name={isBad ? 'stop' : 'check'} />
      <span>{children}</span>
    </p>
  );
}

const isBadBackup = ({ why }: BackupEnd) => why === 'failed' || why === 'full';

function backupText(say: Say, end: BackupEnd): string {
  switch (end.why) {
    case 'done':
      return say('backupDone', sayCount(say, 'backupEntries', end.entries));
    case 'saved':
      return say('backupSaved', sayCount(say, 'backupEntries', end.entries));
    case 'failed':
      return say('backupFailed', end.reason);
    case 'full':
      return say('backupFull');
    case 'nothing':
      return say('backupNothing');
    case 'refused':
      return say('backupRefused');
    default:
      return say('backupStopped');
  }
}

const isBadRestore = ({ why }: RestoreEnd) => why !== 'done' && why !== 'stopped';

function restoreText(say: Say, end: RestoreEnd): string {
  switch (end.why) {
    case 'done': {
      const { added, changed, removed } = end.restored;
      return say('restoreDone', NUMBER.format(added), NUMBER.format(changed), NUMBER.format(removed));
    }
    case 'refused':
      return sayRefusal(say, end.fault);
    case 'no-backup':
      return say('restoreNoBackup', end.reason);
    case 'failed':
      return say('restoreFailed', end.reason);
    case 'full':
      return say('restoreFull');
    case 'stale':
      return say('restoreStale');
    default:
      return say('restoreStopped');
  }
}
