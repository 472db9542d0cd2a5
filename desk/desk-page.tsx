import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Rendering } from '../src/roundup/render.ts';
import { verify } from '../src/roundup/verify.ts';
import { damagedFile } from '../src/ui/damaged-file.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useBadge } from '../src/ui/use-badge.ts';
import type { DeskBrowser } from './desk-browser.ts';
import { DeskProvider } from './desk-context.ts';
import type { DeskWork } from './desk-data.ts';
import { keyCommand } from './desk-keys.ts';
import type { DeskPlace, RailTab } from './desk-place.ts';
import type { View } from './desk-view.ts';
import { issueFileName } from './file-name.ts';
import { FirstRun } from './first-run.tsx';
import { IssueView } from './issue-view.tsx';
import { Masthead } from './masthead.tsx';
import { DamagedNote, FailureNote } from './notes.tsx';
import { Pane } from './pane.tsx';
import { Rail } from './rail.tsx';
import { Toast } from './toast.tsx';
import { useAddress } from './use-address.ts';
import { useCurrentEntry } from './use-current-entry.ts';
import { type Databases, useDeskCommands } from './use-desk-commands.ts';
import { useDeskData } from './use-desk-data.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeyDown } from './use-key-down.ts';
import { print, usePrinted } from './use-printed.ts';
import { ViewTabs } from './view-tabs.tsx';

interface DeskPageProps {
  databases: Databases;
  browser: DeskBrowser;
  desk: DeskWork;
}

/** The desk once its database answers. */
export function DeskPage({ databases, browser, desk }: DeskPageProps) {
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const { work, issues, recentSections } = desk;
  const newsletter = work?.newsletter ?? null;
  const issue = work?.issue ?? null;
  const { entries, rail, damaged, ready, error } = useDeskData(databases.relaxed, desk);
  const focus = useKeptFocus(root);
  const { commands, state, toast, dismiss } = useDeskCommands({ databases, browser, newsletter, issue, focus });
  const printed = usePrinted(ready ? issue : null, entries, newsletter);
  const [tab, setTab] = useState<RailTab>('backlog');
  const [view, setView] = useState<View>('issue');
  const [place, setPlace] = useState<DeskPlace | null>(null);
  const currentId = useCurrentEntry(root);

  useBadge(ready && issue !== null ? entries.length : undefined, browser.showBadge);
  useAddress(setPlace);
  useEffect(() => {
    document.title = issue === null ? say('deskPageTitle') : say('deskPageTitleIssue', issue.number);
  }, [issue?.number]);

  useEffect(() => {
    if (place === null || !ready) return;
    if ('list' in place) {
      setTab(place.list);
      setView('backlog');
    } else goToEntry(place.entryId);
    setPlace(null);
  }, [place, ready]);

  const goToEntry = (id: string) => {
    const lies = listOf(id, rail);
    if (lies === null) setView('issue');
    else {
      setTab(lies);
      setView('backlog');
    }
    focus.goTo(id);
  };

  const blank = issue === null || (entries.length === 0 && issue.letter === '');
  const copy = async () => {
    if (issue === null || newsletter === null || blank) return;
    const now = print(issue, entries, newsletter);
    if (now.fault !== null) return toast(say('deskNothingToCopy'));
    try {
      await browser.copyText(now.rendering.markdown);
      toast(withProof(say('deskCopied', issue.number), now.rendering));
    } catch {
      toast(say('deskCopyRefused'));
    }
  };
  const download = () => {
    if (issue === null || newsletter === null || blank) return;
    const now = print(issue, entries, newsletter);
    if (now.fault !== null) return toast(say('deskNothingToCopy'));
    const name = issueFileName(newsletter.name, issue.number);
    browser.download(name, now.rendering.markdown);
    toast(withProof(say('deskDownloaded', name), now.rendering));
  };
  const withProof = (said: string, rendering: Rendering) => {
    const differing = verify(rendering, entries).differences.length;
    return differing === 0 ? said : `${said} ${sayCount(say, 'deskButDiffers', differing)}`;
  };
  const exportDamaged = () => browser.download(...damagedFile(damaged, browser.now()));

  const onKeyDown = (event: KeyboardEvent) => {
    const command = keyCommand(event);
    if (command === null) return;
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null;
    const entry = entryWith(element?.dataset.entry, entries, rail);
    const done = doCommand(command, entry);
    if (done) event.preventDefault();
  };
  const doCommand = (command: NonNullable<ReturnType<typeof keyCommand>>, entry: Entry | undefined): boolean => {
    if (command === 'next' || command === 'previous') focus.goBy(command === 'next' ? 1 : -1);
    else if (command === 'copy') void copy();
    else if (command === 'undo') commands.undo();
    else if (entry === undefined || entry.id === state.editingId) return false;
    else return doToEntry(command, entry);
    return true;
  };
  const doToEntry = (command: string, entry: Entry): boolean => {
    const lies = listOf(entry.id, rail);
    const inIssue = lies === null;
    if (command === 'edit' && lies !== 'bin') commands.edit(entry);
    else if (command === 'delete' && lies !== 'bin') commands.discard(entry);
    else if (command === 'up' && inIssue) commands.step(entry, -1);
    else if (command === 'down' && inIssue) commands.step(entry, 1);
    else if (command === 'move' && inIssue) commands.choosePlace(entry);
    else if (command === 'backlog' && inIssue) commands.toBacklog(entry);
    else if (command === 'backlog' && lies === 'backlog') commands.toIssue(entry);
    else return false;
    return true;
  };
  useKeyDown(onKeyDown);

  // One object as long as nothing in it changes: everything on the desk is drawn anew with it.
  const context = useMemo(
    () =>
      newsletter && {
        db: databases.relaxed,
        browser,
        commands,
        newsletter,
        issue,
        recentSections,
        currentId,
        placingId: state.placingId,
        editingId: state.editingId,
      },
    [databases, browser, commands, newsletter, issue, recentSections, currentId, state.placingId, state.editingId],
  );

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
      <div class="room" data-view={view} ref={root}>
        <a class="btn skip" href="#issue">
          {say('deskSkip')}
        </a>
        <Masthead
          entries={entries}
          issues={issues}
          printable={!blank}
          view={view}
          onView={setView}
          onCopy={() => void copy()}
          onDownload={download}
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
                </p>
              </div>
            ) : (
              ready && <IssueView key={issue.id} issue={issue} entries={entries} />
            )}
          </section>
          <Pane printed={printed} entries={entries} blank={blank} onGoTo={goToEntry} />
        </main>
        <ViewTabs view={view} onView={setView} />
        <Toast message={state.toast} onUndo={commands.undo} onGone={dismiss} />
        <Announcer said={state.announcement} />
      </div>
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

function entryWith(
  id: string | undefined,
  entries: readonly Entry[],
  rail: { [Tab in RailTab]: readonly Entry[] },
): Entry | undefined {
  if (id === undefined) return undefined;
  return [entries, rail.backlog, rail.drafts, rail.bin].flat().find((entry) => entry.id === id);
}
