import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Entry, placeOf } from '../src/domain/entry.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Finding } from '../src/roundup/preflight/finding.ts';
import { countEntries, entryById } from '../src/storage/entries.ts';
import { damagedFile } from '../src/ui/damaged-file.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useBadge } from '../src/ui/use-badge.ts';
import { useLive } from '../src/ui/use-live.ts';
import { backlogOrder } from './backlog-groups.ts';
import type { DeskBrowser } from './desk-browser.ts';
import { DeskProvider, ListsProvider } from './desk-context.ts';
import type { DeskWork } from './desk-data.ts';
import type { DeskPlace, RailTab } from './desk-place.ts';
import type { Databases } from './desk-tools.ts';
import type { View } from './desk-view.ts';
import { FlagsProvider } from './entry-flags.tsx';
import { FirstRun } from './first-run.tsx';
import { goToPart } from './go-to-part.ts';
import { groupsOf } from './issue-order.ts';
import { IssueView } from './issue-view.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Masthead } from './masthead.tsx';
import { MoveBar, SelectionBar } from './move-bar.tsx';
import { DamagedNote, FailureNote } from './notes.tsx';
import { Pane, type PaneTab } from './pane.tsx';
import { PreflightTab } from './preflight-tab.tsx';
import { PublishDialog, ReopenDialog } from './publish-dialog.tsx';
import { Rail } from './rail.tsx';
import { TakeAway } from './take-away.tsx';
import { Toast } from './toast.tsx';
import { useAddress } from './use-address.ts';
import { useCurrentEntry } from './use-current-entry.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { useDeskData } from './use-desk-data.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDrag } from './use-drag.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePreflight } from './use-preflight.ts';
import { usePress } from './use-press.ts';
import { usePrinted } from './use-printed.ts';
import { useTakeAway } from './use-take-away.ts';
import { ViewTabs } from './view-tabs.tsx';

interface DeskPageProps {
  databases: Databases;
  browser: DeskBrowser;
  desk: DeskWork;
}

const NO_FINDINGS: readonly Finding[] = [];

/** What the browser keeps with the page's place in its history, so that a reload shows the same issue. */
const shownBefore = (): string | null => {
  const state: unknown = history.state;
  const id = typeof state === 'object' && state !== null && 'issueId' in state ? state.issueId : null;
  return typeof id === 'string' ? id : null;
};

/** The desk once its database answers. */
export function DeskPage({ databases, browser, desk }: DeskPageProps) {
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const { work, newsletters, issues, recentSections } = desk;
  const newsletter = work?.newsletter ?? null;
  const [shownId, setShownId] = useState(shownBefore);
  // Somebody goes to an issue that was made a moment ago: the list may not have it yet.
  const awaited = useRef<string | null>(null);
  const issue = issues.find(({ id }) => id === shownId) ?? work?.issue ?? null;
  const readOnly = issue?.state === 'published';
  const { entries, rail, damaged, ready, error } = useDeskData(databases.relaxed, desk, issue?.id ?? null);
  const focus = useKeptFocus(root);
  const [tab, setTab] = useState<RailTab>('backlog');
  const [view, setView] = useState<View>('issue');
  const [paneTab, setPaneTab] = useState<PaneTab>('rendered');
  const [place, setPlace] = useState<DeskPlace | null>(null);
  const [dialog, setDialog] = useState<'publish' | 'reopen' | 'keys' | null>(null);

  const goToIssue = (issueId: string | null) => {
    history.replaceState({ ...history.state, issueId }, '');
    awaited.current = issueId;
    setShownId(issueId);
    setView('issue');
  };
  const goToEntry = async (id: string) => {
    const lies = listOf(id, rail);
    if (lies === null) {
      const there = entries.some((entry) => entry.id === id) ? undefined : await entryById(databases.relaxed, id);
      if (there !== undefined && placeOf(there) === there.issueId) goToIssue(there.issueId);
      setView('issue');
    } else {
      setTab(lies);
      setView('backlog');
    }
    focus.goTo(id);
  };
  const groups = useMemo(
    () => (newsletter === null ? [] : groupsOf(issue, entries, newsletter)),
    [issue, entries, newsletter],
  );
  const lists = useMemo(
    () => [groups.flatMap((group) => group.entries), backlogOrder(rail.backlog, browser.now()), rail.drafts, rail.bin],
    [groups, rail],
  );
  const { commands, state, dismiss } = useDeskCommands({
    databases,
    browser,
    newsletter,
    issue,
    lists,
    focus,
    goTo: (id) => void goToEntry(id).catch(() => undefined),
    goToIssue,
  });
  const press = usePress();
  const printed = usePrinted(ready ? issue : null, entries, newsletter);
  const currentId = useCurrentEntry(root);
  const today = dayOf(new Date(browser.now()));
  const preflight = usePreflight({
    db: databases.relaxed,
    issue: ready && !readOnly ? issue : null,
    issues,
    entries,
    drafts: rail.drafts,
    newsletter,
    printedLive: printed,
    today,
  });
  const [findingId, setFindingId] = useState<string | null>(null);
  const showPane = (which: PaneTab) => {
    setPaneTab(which);
    setView(which === 'preflight' ? 'preflight' : 'preview');
  };
  const showFinding = useCallback((id: string | null) => {
    setFindingId(id);
    setPaneTab('preflight');
    setView('preflight');
  }, []);

  // Counted by the ids that are known: to find them again would read every issue with each key that is typed.
  const [openOf, openId] = [work?.newsletter.id, work?.issue?.id];
  const inOpenIssue = useLive(
    databases.relaxed,
    async (db) => (openOf === undefined || openId === undefined ? 0 : countEntries(db, openOf, openId)),
    [openOf, openId],
  );
  useBadge(inOpenIssue.value, browser.showBadge);
  // From now on this issue is shown, also when another desk publishes it: nobody is led elsewhere while they write.
  useEffect(() => {
    if (issue?.id === shownId) awaited.current = null;
    else if (issue !== null && awaited.current === null) setShownId(issue.id);
  }, [issue?.id, shownId]);
  useAddress(setPlace);
  useEffect(() => {
    document.title = issue === null ? say('deskPageTitle') : say('deskPageTitleIssue', issue.number);
  }, [issue?.number]);

  useEffect(() => {
    if (place === null || !ready) return;
    if ('list' in place) {
      setTab(place.list);
      setView('backlog');
    } else commands.goTo(place.entryId);
    setPlace(null);
  }, [place, ready]);

  const blank = issue === null || (entries.length === 0 && issue.letter === '');
  const takeAway = useTakeAway({
    db: databases.relaxed,
    browser,
    newsletter,
    issue,
    entries,
    blank,
    tell: commands.tell,
  });
  const exportDamaged = () => browser.download(...damagedFile(damaged, browser.now()));

  useDeskKeys({
    commands,
    focus,
    lifted: state.lifted,
    editingId: state.editingId,
    hasSelection: state.selected.length > 0,
    readOnly,
    entryWith: (id) => entryWith(id, entries, rail),
    listOf: (id) => listOf(id, rail),
    copy: takeAway.copy,
    show: (what) => {
      if (what === 'keys') return setDialog('keys');
      showPane(what === 'preview' ? 'rendered' : what);
    },
    find: () => {
      setView('backlog');
      requestAnimationFrame(() => document.getElementById('find')?.focus());
    },
  });
  useDrag(root, {
    commands,
    entryWith: (id) => {
      const entry = entryWith(id, entries, rail);
      return readOnly || entry === undefined || entry.id === state.editingId ? undefined : entry;
    },
  });

  // One object as long as nothing in it changes: everything on the desk is drawn anew with it.
  const { placingId, editingId, selected, lifted } = state;
  const context = useMemo(
    () =>
      newsletter && {
        db: databases.relaxed,
        browser,
        commands,
        newsletter,
        newsletters,
        issue,
        issues,
        readOnly,
        recentSections,
        currentId,
        placingId,
        editingId,
        selected,
        lifted,
      },
    [
      databases,
      browser,
      commands,
      newsletter,
      newsletters,
      issue,
      issues,
      recentSections,
      currentId,
      placingId,
      editingId,
      selected,
      lifted,
    ],
  );

  const inLists = useMemo(() => ({ lists, waiting: rail.backlog }), [lists, rail.backlog]);

  const failure = state.failure ?? error;
  const note =
    failure !== null && failure !== undefined ? (
      <FailureNote error={failure} />
    ) : (
      damaged.length > 0 && <DamagedNote damaged={damaged} onExport={exportDamaged} />
    );
  if (context === null) {
    return (
      <div class="room" ref={root}>
        {note}
        <FirstRun onOptions={() => void browser.openOptions()} />
      </div>
    );
  }
  return (
    <DeskProvider value={context}>
      <ListsProvider value={inLists}>
        <div class="room" data-view={view} ref={root}>
          <a class="btn skip" href="#issue">
            {say('deskSkip')}
          </a>
          <Masthead
            entries={entries}
            view={view}
            onView={setView}
            takeAway={<TakeAway ways={takeAway} issue={issue} />}
            publishable={!blank && !readOnly}
            onPublish={() => setDialog('publish')}
          />
          {note}
          <main class="desk" tabIndex={-1}>
            <Rail data={rail} tab={tab} onTab={setTab} />
            <section class="issue scroll" id="issue" tabIndex={-1} aria-label={say('deskTheIssue')}>
              <h2 class="vh">{say('deskTheIssue')}</h2>
              {issue === null ? (
                <div class="issue-in">
                  <p class="void">
                    <Icon name="lock" />
                    {say('deskNoIssueHint')}
                    <button class="btn btn-sm" type="button" onClick={commands.newIssue}>
                      {say('deskNewIssue')}
                    </button>
                  </p>
                </div>
              ) : (
                ready && (
                  <FlagsProvider findings={preflight?.findings ?? NO_FINDINGS} onOpen={showFinding}>
                    <IssueView
                      key={issue.id}
                      issue={issue}
                      entries={entries}
                      groups={groups}
                      onCorrect={() => setDialog('reopen')}
                    />
                  </FlagsProvider>
                )
              )}
            </section>
            <Pane
              printed={printed}
              entries={entries}
              issue={issue}
              blank={blank}
              tab={paneTab}
              onTab={showPane}
              preflightTab={blank || readOnly ? null : <PreflightTab findings={preflight?.findings ?? null} />}
              preflightPanel={
                press !== null && (
                  <press.PreflightList
                    preflight={preflight}
                    entries={entries}
                    current={findingId}
                    onCurrent={setFindingId}
                    onGoTo={commands.goTo}
                    onGoToPart={(part) => {
                      setView('issue');
                      goToPart(part);
                    }}
                  />
                )
              }
              onGoTo={commands.goTo}
            />
          </main>
          <ViewTabs
            view={view}
            preflight={blank || readOnly ? null : (preflight?.findings.length ?? 0)}
            onView={(chosen) => {
              if (chosen === 'preview' && paneTab === 'preflight') setPaneTab('rendered');
              if (chosen === 'preflight') setPaneTab('preflight');
              setView(chosen);
            }}
          />
          {selected.length > 0 && lifted === null && state.toast === null && (
            <SelectionBar list={selectedList(selected, rail)} />
          )}
          <MoveBar groups={groups} />
          {dialog === 'publish' && issue !== null && (
            <PublishDialog
              issue={issue}
              findings={preflight?.findings.length ?? 0}
              onFindings={() => showFinding(preflight?.findings[0]?.id ?? null)}
              onClose={() => setDialog(null)}
            />
          )}
          {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
          {dialog === 'reopen' && issue !== null && <ReopenDialog issue={issue} onClose={() => setDialog(null)} />}
          <Toast message={state.toast} onUndo={commands.undo} onGone={dismiss} />
          <Announcer said={state.announcement} />
        </div>
      </ListsProvider>
    </DeskProvider>
  );
}

/** Says the same words twice when they happen twice: a screen reader hears only what changes. */
function Announcer({ said }: { said: { text: string } | null }) {
  const count = useRef(0);
  const last = useRef(said);
  if (last.current !== said) count.current += 1;
  last.current = said;
  return (
    <p class="vh" role="status">
      {said !== null && said.text + (count.current % 2 === 0 ? '' : '\u00a0')}
    </p>
  );
}

function listOf(id: string, rail: { [Tab in RailTab]: readonly Entry[] }): RailTab | null {
  const tabs = ['backlog', 'drafts', 'bin'] as const;
  return tabs.find((tab) => rail[tab].some((entry) => entry.id === id)) ?? null;
}

/** The list in which everything lies that is selected. */
function selectedList(selected: readonly string[], rail: { [Tab in RailTab]: readonly Entry[] }): RailTab | 'issue' {
  return listOf(selected[0] ?? '', rail) ?? 'issue';
}

function entryWith(
  id: string | undefined,
  entries: readonly Entry[],
  rail: { [Tab in RailTab]: readonly Entry[] },
): Entry | undefined {
  if (id === undefined) return undefined;
  return [entries, rail.backlog, rail.drafts, rail.bin].flat().find((entry) => entry.id === id);
}
