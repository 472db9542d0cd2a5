import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Beginning, beginNewsletter } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Database } from '../src/storage/database.ts';
import { countOtherDrafts, entriesIn } from '../src/storage/entries.ts';
import { addNewsletter } from '../src/storage/newsletters.ts';
import { firstSections } from '../src/ui/first-sections.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useBadge } from '../src/ui/use-badge.ts';
import { useLive } from '../src/ui/use-live.ts';
import { shownTitle } from './compose.ts';
import { EntryForm } from './entry-form.tsx';
import { FirstRun } from './first-run.tsx';
import type { PopupBrowser } from './popup-browser.ts';
import { SavedEntry } from './saved-entry.tsx';
import { TopBar } from './top-bar.tsx';
import { useWriting } from './use-writing.ts';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface AppProps {
  browser: PopupBrowser;
  writing: Writing;
  now: () => number;
  newId: () => string;
  /** The note that the editor has left the page; only beside it. */
  elsewhere?: ComponentChildren;
  /** Opens the same form beside the page; undefined: it is there already, or the browser has no such place. */
  onBeside?: () => Promise<void>;
}

/** The popup: the first run, the entry being written, or what became of it. */
export function App({ browser, writing, now, newId, elsewhere, onBeside }: AppProps) {
  const say = useSay();
  const state = useWriting(writing);
  const [justFounded, setJustFounded] = useState(false);
  const opened = useMemo(() => now(), [now]);
  const today = dayOf(new Date(opened));
  const { counts, drafts } = useCounts(state.db, state);
  useBadge(counts?.total, browser.showBadge);

  const openDesk = (place = '') => browser.openDesk(place).then(browser.close, (error) => writing.fail(error));

  const beginning = (name: string): Beginning => ({
    name,
    language: browser.language,
    sections: firstSections(say),
    today,
    now: now(),
    newId,
  });
  if (state.phase === 'first-run') {
    return (
      <FirstRun
        pageTitle={shownTitle(state.entry, state, state.edits)}
        trouble={state.trouble === null ? '' : say('popupFirstTrouble', state.trouble.reason)}
        onStart={async (name) => {
          try {
            await writing.found((db) => addNewsletter(db, beginNewsletter(beginning(name))));
            setJustFounded(true);
          } catch (error) {
            writing.fail(error);
          }
        }}
      />
    );
  }

  const name = state.work?.newsletter.name;
  if (state.phase === 'saved') {
    return (
      <SavedEntry
        db={state.db}
        state={state}
        onUndo={() => void writing.undoSave()}
        onOpenDesk={() => void openDesk()}
        close={browser.close}
      />
    );
  }

  const copyEntry = async () => {
    // Only copying needs the templates and the Markdown parser: they would double what the popup loads to open.
    const { renderEntry } = await import('../src/roundup/render.ts');
    const newsletter = state.work?.newsletter ?? beginNewsletter(beginning('')).newsletter;
    await browser.copyText(renderEntry(writing.state.entry, newsletter));
  };

  // The question first: the browser takes it only inside the click.
  const keepTabs = () =>
    browser.askToSeeTabs().then(
      async (allowed) => allowed && writing.gather(await browser.keepTabs()),
      (error) => writing.fail(error),
    );

  return (
    <main class="cap">
      <TopBar
        title={
          <>
            <span class="vh">{say('popupSaveTo')} </span>
            {name ?? 'Roundup'}
          </>
        }
      >
        {drafts > 0 && (
          <button class="btn btn-quiet btn-sm" type="button" id="drafts" onClick={() => void openDesk('drafts')}>
            {sayCount(say, 'popupDrafts', drafts)}
          </button>
        )}
        {onBeside !== undefined && (
          <button
            class="btn btn-quiet btn-icon btn-sm"
            type="button"
            id="beside"
            aria-label={say('popupBeside')}
            title={say('popupBeside')}
            onClick={() => void onBeside().then(browser.close, (error) => writing.fail(error))}
          >
            <Icon name="panel" flip />
          </button>
        )}
        <button
          class="btn btn-quiet btn-icon btn-sm"
          type="button"
          id="desk"
          aria-label={say('popupOpenDesk')}
          title={say('popupOpenDesk')}
          onClick={() => void openDesk()}
        >
          <Icon name="desk" flip />
        </button>
      </TopBar>
      <EntryForm
        writing={writing}
        state={state}
        counts={counts?.bySection ?? new Map()}
        now={opened}
        today={today}
        justFounded={justFounded}
        copyEntry={copyEntry}
        elsewhere={elsewhere}
        onAllowTabs={() => void keepTabs()}
        onShowTabs={onBeside === undefined ? () => void browser.askToSeeTabs() : undefined}
        db={state.db}
        openDesk={() => void openDesk()}
        openEntry={(id) => void openDesk(`entry=${id}`)}
        openOptions={() => void browser.openOptions().then(browser.close, (error) => writing.fail(error))}
      />
    </main>
  );
}

interface Counts {
  total: number;
  bySection: ReadonlyMap<string, number>;
}

/** Entries of the open issue, in all and by section, and drafts of other pages; live, but see below. */
function useCounts(db: Database | undefined, state: WritingState): { counts: Counts | undefined; drafts: number } {
  const newsletterId = state.work?.newsletter.id;
  const issueId = state.work?.issue?.id;
  const counts = useLive(
    db,
    async (db): Promise<Counts | undefined> => {
      if (newsletterId === undefined) return undefined;
      const bySection = new Map<string, number>();
      if (issueId === undefined) return { total: 0, bySection };
      const { sound, damaged } = await entriesIn(db, newsletterId, issueId);
      for (const { sectionId } of sound) {
        if (sectionId !== null) bySection.set(sectionId, (bySection.get(sectionId) ?? 0) + 1);
      }
      return { total: sound.length + damaged.length, bySection };
    },
    [newsletterId, issueId],
  );
  // Not while something is written here: each key would ask again, and Save would wait for the answer.
  const isIdle = Object.keys(state.edits).length === 0;
  const ownId = state.entry.id;
  const drafts = useLive(
    isIdle ? db : undefined,
    async (db) => (newsletterId === undefined ? 0 : countOtherDrafts(db, newsletterId, ownId)),
    [newsletterId, ownId],
  );
  return { counts: counts.value, drafts: drafts.value ?? 0 };
}
