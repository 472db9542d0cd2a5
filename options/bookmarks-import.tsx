import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Database } from '../src/storage/database.ts';
import { currentWork } from '../src/storage/newsletters.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type MessageKey, type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { bookmarkRows } from './bookmark-rows.ts';
import { BookmarkTags } from './bookmark-tags.tsx';
import { CheckSum, CheckTable } from './check-table.tsx';
import { ImportProgress } from './import-progress.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { type BookmarksEnd, type BookmarksState, useBookmarks } from './use-bookmarks.ts';

interface BookmarksImportProps {
  db: Database;
  browser: OptionsBrowser;
  /** The rest of the page gives way while bookmarks are checked and written. */
  onBusy: (busy: boolean) => void;
}

const NUMBER = new Intl.NumberFormat('en');

/** Bookmarks and reading lists, brought into the backlog: chosen, checked, written. */
export function BookmarksImport({ db, browser, onBusy }: BookmarksImportProps) {
  const say = useSay();
  const newsletter = useLive(db, async () => (await currentWork(db))?.newsletter, []).value;
  const bookmarks = useBookmarks(db, browser, newsletter);
  const { state } = bookmarks;
  const heading = useRef<HTMLHeadingElement>(null);
  const isBusy = state.at !== 'choose';
  useEffect(() => {
    onBusy(isBusy);
    if (isBusy) heading.current?.focus();
  }, [isBusy, state.at, onBusy]);
  if (!isBusy) {
    return (
      <>
        <h3 id="bookmarks-head">{say('bookmarksTitle')}</h3>
        <p>{say('bookmarksHint')}</p>
        <BookmarksEndNote end={state.end} />
        {newsletter === undefined ? (
          <p class="hint">{say('bookmarksNoNewsletter')}</p>
        ) : (
          <Choose onFile={bookmarks.readFile} onText={bookmarks.readText} />
        )}
      </>
    );
  }
  return (
    <>
      <h2 ref={heading} class="import-head" tabIndex={-1}>
        {say(HEADINGS[state.at])}
      </h2>
      {state.at === 'read' && <progress class="progress" aria-label={say('importReading')} />}
      {state.at === 'check' && <Check state={state} bookmarks={bookmarks} />}
      {state.at === 'write' && (
        <ImportProgress
          title={say('importWriting')}
          text={say('importWrittenOf', NUMBER.format(state.done), NUMBER.format(state.total))}
          share={state.total === 0 ? 0 : state.done / state.total}
          onStop={bookmarks.stop}
        />
      )}
      {state.at === 'done' && (
        <>
          <p class="lede" role="status">
            {sayCount(say, 'bookmarksDone', state.entries)}
          </p>
          <p class="done-acts">
            <button class="btn btn-primary" type="button" onClick={() => browser.openDesk()}>
              {say('optionsOpenDesk')}
            </button>
            <button class="btn btn-quiet" type="button" id="bookmarks-undo" onClick={bookmarks.undo}>
              <Icon name="undo" />
              {say('importUndo')}
            </button>
            <button class="btn btn-quiet" type="button" onClick={bookmarks.stop}>
              {say('importBack')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

const HEADINGS = {
  read: 'importReading',
  check: 'importCheck',
  write: 'importWriting',
  done: 'importDone',
} as const satisfies Record<Exclude<BookmarksState['at'], 'choose'>, MessageKey>;

function Choose({ onFile, onText }: { onFile: (file: Blob) => void; onText: (text: string) => void }) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const list = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (pasting) list.current?.focus();
  }, [pasting]);
  return (
    <>
      <div class="inline">
        <button class="btn" type="button" onClick={() => input.current?.click()}>
          {say('bookmarksChoose')}
        </button>
        <button class="btn" type="button" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {say('bookmarksPaste')}
        </button>
      </div>
      <input
        ref={input}
        id="bookmarks-file"
        type="file"
        hidden
        accept=".html,.htm,.csv,.json,.txt"
        aria-label={say('bookmarksChoose')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      {pasting && (
        <div class="paste">
          <label class="label" for="bookmarks-list">
            {say('bookmarksList')}
          </label>
          <textarea id="bookmarks-list" ref={list} class="input" rows={6} dir="ltr" spellcheck={false} />
          <button
            class="btn btn-primary"
            type="button"
            id="bookmarks-read"
            onClick={() => onText(list.current?.value ?? '')}
          >
            {say('bookmarksRead')}
          </button>
        </div>
      )}
    </>
  );
}

interface CheckProps {
  state: Extract<BookmarksState, { at: 'check' }>;
  bookmarks: Pick<ReturnType<typeof useBookmarks>, 'choose' | 'write' | 'stop'>;
}

/** The dry run: what would be added, which section each tag means, and what is left out. */
function Check({ state: { checked, choices, plan }, bookmarks }: CheckProps) {
  const say = useSay();
  const rows = useMemo(() => bookmarkRows(plan, checked.read, say), [plan, checked]);
  const count = (what: string) => rows.filter((row) => row.what === what).length;
  const ran = plan.fates.filter(({ known }) => known?.in === 'ran').length;
  const total = plan.entries.length;
  return (
    <>
      <p class="lede">{say('bookmarksNothingYet')}</p>
      <CheckSum
        figures={[
          { count: total, label: sayCount(say, 'importSumEntries', total) },
          { count: count('merge'), label: say('bookmarksSumMerge') },
          { count: count('skip'), label: say('bookmarksSumSkip') },
          { count: count('look'), label: say('importSumLook') },
        ].filter(({ count: some }, at) => some > 0 || at === 0)}
      />
      {ran > 0 && (
        <p>
          <label class="choice">
            <input
              type="checkbox"
              id="with-ran"
              checked={choices.withRan}
              onChange={({ currentTarget }) => bookmarks.choose({ ...choices, withRan: currentTarget.checked })}
            />
            {sayCount(say, 'bookmarksWithRan', ran)}
          </label>
        </p>
      )}
      <BookmarkTags
        tags={plan.tags}
        newsletter={checked.newsletter}
        onChoose={(tag, section) => bookmarks.choose({ ...choices, sections: { ...choices.sections, [tag]: section } })}
      />
      <CheckTable rows={rows} nameHead={say('importEntry')} />
      <div class="commit">
        {total > 0 && (
          <button class="btn btn-primary" type="button" id="bookmarks-write" onClick={bookmarks.write}>
            {sayCount(say, 'importWrite', total)}
          </button>
        )}
        <button class="btn btn-quiet" type="button" onClick={bookmarks.stop}>
          {say(total > 0 ? 'importDoNot' : 'importBack')}
        </button>
      </div>
    </>
  );
}

const ENDS = {
  large: 'bookmarksLarge',
  'not-text': 'bookmarksNotText',
  unknown: 'bookmarksUnknown',
  empty: 'bookmarksEmpty',
  stopped: 'importStopped',
  stale: 'importStale',
} as const satisfies Record<Exclude<BookmarksEnd['why'], 'broken' | 'failed' | 'undone'>, MessageKey>;

function BookmarksEndNote({ end }: { end: BookmarksEnd | null }) {
  const say = useSay();
  if (end === null) return null;
  const isBad = end.why !== 'stopped' && end.why !== 'undone';
  return (
    <p class={isBad ? 'note note-bad' : 'note'} role={isBad ? 'alert' : 'status'} id="bookmarks-end">
      <Icon name={isBad ? 'stop' : 'info'} />
      <span>{endText(say, end)}</span>
    </p>
  );
}

function endText(say: Say, end: BookmarksEnd): string {
  if (end.why === 'broken') return say('bookmarksBroken', end.place);
  if (end.why === 'failed') return say('importFailed', end.place);
  if (end.why !== 'undone') return say(ENDS[end.why]);
  const removed = sayCount(say, 'importUndone', end.removed);
  return end.stayed === 0 ? removed : `${removed} ${sayCount(say, 'importUndoneStayed', end.stayed)}`;
}
