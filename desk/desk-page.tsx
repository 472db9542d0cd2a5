import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { placeOf } from '../src/domain/entry.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Finding } from '../src/roundup/preflight/finding.ts';
import { entryById } from '../src/storage/entries.ts';
import { damagedFile } from '../src/ui/damaged-file.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { Announcer } from './announcer.tsx';
import { backlogOrder } from './backlog-groups.ts';
import type { DeskBrowser } from './desk-browser.ts';
import { DeskProvider, ListsProvider } from './desk-context.ts';
import { uniqueDamaged } from './desk-data.ts';
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
import { DamagedNote, FailureNote, NewerNote } from './notes.tsx';
import { Pane, type PaneTab } from './pane.tsx';
import { PreflightTab } from './preflight-tab.tsx';
import { PublishDialog, ReopenDialog } from './publish-dialog.tsx';
import { Rail } from './rail.tsx';
import { TakeAway } from './take-away.tsx';
import { Toast } from './toast.tsx';
import { useAddress } from './use-address.ts';
import { useCurrentEntry } from './use-current-entry.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { type DeskData, useDeskData } from './use-desk-data.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import type { DeskWork } from './use-desk-work.ts';
import { useDrag } from './use-drag.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useOpenCount } from './use-open-count.ts';
import { usePreflight } from './use-preflight.ts';
import { usePress } from './use-press.ts';
import { usePrinted } from './use-printed.ts';
import { useShownIssue } from './use-shown-issue.ts';
import { useTakeAway } from './use-take-away.ts';
import { useTheRest } from './use-the-rest.ts';
import { ViewTabs } from './view-tabs.tsx';
import { entryWith, listOf, selectedList } from './where-it-lies.ts';

interface DeskPageProps {
  databases: Databases;
  browser: DeskBrowser;
  desk: DeskWork;
  /** What ended one of its queries. */
  deskError: unknown;
}

const NO_FINDINGS: readonly Finding[] = [];

/** The desk once its database answers: its entries are asked for first, and drawn is what they go into meanwhile. */
export function DeskPage(props: DeskPageProps) {
  const { databases, desk } = props;
  const shownIssue = useShownIssue(desk.issues, desk.openIssue);
  const data = useDeskData(databases.relaxed, desk, shownIssue[0]?.id ?? null);
  const [isAsked, setAsked] = useState(false);
  useLayoutEffect(() => setAsked(true), []);
  return isAsked ? <DeskRoom {...props} shownIssue={shownIssue} data={data} /> : null;
}

interface DeskRoomProps extends DeskPageProps {
  shownIssue: ReturnType<typeof useShownIssue>;
  data: DeskData;
}

function DeskRoom({ databases, browser, desk, deskError, shownIssue, data }: DeskRoomProps) {
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const { newsletter, newsletters, issues, knowsAllIssues, shelf, recentSections } = desk;
  const [issue, showIssue] = shownIssue;
  const isNewer = databases.relaxed.isNewer;
  const readOnly = issue?.state === 'published' || isNewer;
  const { entries, rail, damaged: damagedHere, ready, error } = data;
  const focus = useKeptFocus(root);
  const [tab, setTab] = useState<RailTab>('backlog');
  const [view, setView] = useState<View>('issue');
  const [paneTab, setPaneTab] = useState<PaneTab>('rendered');
  const [place, setPlace] = useState<DeskPlace | null>(null);
  const [dialog, setDialog] = useState<'publish' | 'reopen' | 'keys' | null>(null);

  const goToIssue = (issueId: string | null) => {
    if (issueId !== null) shelf?.look(issueId);
    showIssue(issueId);
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
  const printed = usePrinted(databases.relaxed, ready ? issue : null, entries, newsletter);
  const currentId = useCurrentEntry(root);
  const today = dayOf(new Date(browser.now()));
  const preflight = usePreflight({
    db: databases.relaxed,
    issue: ready && !readOnly ? issue : null,
    issues: knowsAllIssues ? issues : null,
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

  const correct = useCallback(() => setDialog('reopen'), []);

  useOpenCount(databases, desk, browser);
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
  const isPrinted = printed !== null && (printed.proof !== null || printed.printed.fault !== null);
  const damagedAnywhere = useTheRest(databases.relaxed, desk, ready && (blank || readOnly || isPrinted));
  const damaged = useMemo(() => uniqueDamaged([...damagedAnywhere, ...damagedHere]), [damagedAnywhere, damagedHere]);
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
        knowsAllIssues,
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
      knowsAllIssues,
      recentSections,
      currentId,
      placingId,
      editingId,
      selected,
      lifted,
    ],
  );

  const inLists = useMemo(() => ({ lists, waiting: rail.backlog }), [lists, rail.backlog]);

  const failure = state.failure ?? error ?? deskError;
  const note =
    failure !== null && failure !== undefined ? (
      <FailureNote error={failure} />
    ) : isNewer ? (
      <NewerNote />
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
                    <IssueView key={issue.id} issue={issue} entries={entries} groups={groups} onCorrect={correct} />
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
            preflight={blank || readOnly ? null : (preflight?.findings.length ?? '…')}
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
              findings={preflight?.findings.length ?? null}
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
