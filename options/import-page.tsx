import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Database } from '../src/storage/database.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type MessageKey, type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { BookmarksImport } from './bookmarks-import.tsx';
import { BrokenOff } from './broken-off.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportDrop } from './import-drop.tsx';
import { ImportProgress } from './import-progress.tsx';
import { LastImport } from './last-import.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import type { ReadEnd, ReadProgress } from './reading.ts';
import { type ImportEnd, useImport } from './use-import.ts';

interface ImportPageProps {
  db: Database;
  browser: OptionsBrowser;
}

const NUMBER = new Intl.NumberFormat('en');

/** Past issues and bookmarks, brought in: chosen, read, checked, written. */
export function ImportPage({ db, browser }: ImportPageProps) {
  const say = useSay();
  const { state, choices, read, choose, write, stop, undo } = useImport(db, browser);
  const [busy, setBusy] = useState(false);
  if (state.at === 'read') {
    return (
      <Step key="read" title={say('importReading')}>
        <ImportProgress
          title={say('importReading')}
          text={stepText(say, state.progress)}
          share={state.progress?.share ?? 0}
          onStop={stop}
        />
      </Step>
    );
  }
  if (state.at === 'check') {
    return (
      <Step key="check" title={say('importCheck')}>
        <p class="lede progress-text">
          {sayCount(
            say,
            'importRead',
            state.files,
            sayCount(say, 'importSeconds', Math.max(1, Math.round(state.seconds))),
          )}
        </p>
        <ImportCheck read={state.read} choices={choices} onChoose={choose} onWrite={write} onStop={stop} />
      </Step>
    );
  }
  if (state.at === 'back-up') {
    return (
      <Step key="back-up" title={say('backupFirst')}>
        <ImportProgress title={say('backupFirst')} text={say('backupWorkingText')} share={state.share} onStop={stop} />
      </Step>
    );
  }
  if (state.at === 'write') {
    const { done } = state;
    const total = state.read.head.entries;
    return (
      <Step key="write" title={say('importWriting')}>
        <ImportProgress
          title={say('importWriting')}
          text={
            done < total ? say('importWrittenOf', NUMBER.format(done), NUMBER.format(total)) : say('importReadingBack')
          }
          share={total === 0 ? 0 : done / total}
          onStop={stop}
        />
      </Step>
    );
  }
  if (state.at === 'undo') {
    return (
      <Step key="undo" title={say('importUndoing')}>
        <progress class="progress" aria-label={say('importUndoing')} />
      </Step>
    );
  }
  if (state.at === 'done') {
    return (
      <Step key="done" title={say('importDone')}>
        <ImportDone read={state.read} onDesk={() => browser.openDesk()} onUndo={undo} />
      </Step>
    );
  }
  return (
    <>
      {!busy && (
        <Step key="choose" title={say('importTitle')} isFirst={state.end === null}>
          <p class="lede">{say('importLede')}</p>
          {state.end === null ? (
            <BrokenOff db={db} now={browser.now()} what="import" />
          ) : (
            <p class={isBad(state.end) ? 'note note-bad' : 'note'} role={isBad(state.end) ? 'alert' : 'status'}>
              <Icon name={isBad(state.end) ? 'stop' : 'info'} />
              <span>{endText(say, state.end)}</span>
            </p>
          )}
          <h3>{say('importPast')}</h3>
          <p>{say('importPastHint')}</p>
          <ImportDrop onFiles={read} />
          <LastImport db={db} onUndo={undo} />
        </Step>
      )}
      <BookmarksImport db={db} browser={browser} onBusy={setBusy} />
    </>
  );
}

/** One step of an import under its heading, which gets the focus when the step begins. */
function Step({ title, isFirst = false, children }: { title: string; isFirst?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isFirst) return;
    heading.current?.focus();
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

function stepText(say: Say, progress: ReadProgress | null): string {
  if (progress === null) return say('importOpening');
  const done = NUMBER.format(Math.min(progress.done + 1, progress.total));
  const total = NUMBER.format(progress.total);
  if (progress.step === 'open') return say('importOpeningOf', done, total);
  if (progress.step === 'read') return say('importReadOf', done, total);
  if (progress.step === 'learn') return say('importLearning');
  return say('importTakenOf', done, total);
}

const ENDS = {
  stopped: 'importStopped',
  stale: 'importStale',
  many: 'importTooMany',
  together: 'importTooMuch',
  none: 'importNoMarkdown',
  slow: 'importTooSlow',
} as const satisfies Record<Exclude<(ReadEnd | ImportEnd)['why'], 'failed' | 'undone'>, MessageKey>;

const isBad = ({ why }: ImportEnd) => why !== 'stopped' && why !== 'undone';

function endText(say: Say, end: ImportEnd): string {
  if (end.why === 'failed') return say('importFailed', end.reason);
  if (end.why !== 'undone') return say(ENDS[end.why]);
  const removed = sayCount(say, 'importUndone', end.removed);
  return end.stayed === 0 ? removed : `${removed} ${sayCount(say, 'importUndoneStayed', end.stayed)}`;
}
