// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { useMemo, useRef, useState } from 'preact/hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { countOf } from '../../desk/count-findings.ts';
import type { DeskBrowser } from '../../desk/desk-browser.ts';
import { DeskProvider, ListsProvider } from '../../desk/desk-context.ts';
import { EntryFlags, FlagsProvider } from '../../desk/entry-flags.tsx';
import { PreflightList } from '../../desk/preflight-list.tsx';
import { PreflightTab } from '../../desk/preflight-tab.tsx';
import { useDeskCommands } from '../../desk/use-desk-commands.ts';
import { useDeskWork } from '../../desk/use-desk-work.ts';
import { useKeptFocus } from '../../desk/use-kept-focus.ts';
import { usePreflight } from '../../desk/use-preflight.ts';
import { usePrinted } from '../../desk/use-printed.ts';
import { useSame } from '../../desk/use-same.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { Entry as EntrySchema } from '../../src/domain/entry.ts';
import type { Finding } from '../../src/roundup/preflight/finding.ts';
import type { Database } from '../../src/storage/database.ts';
import { entriesIn, stored } from '../../src/storage/entries.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { useLive } from '../../src/ui/use-live.ts';
import { aLink } from '../records.ts';
import { aDesk, entryOf, NOW, say } from './desk-fixtures.tsx';

afterEach(cleanup);

let time = NOW;
let ids = 0;
const browser: DeskBrowser = {
  say,
  openOptions: async () => {},
  copyText: async () => {},
  download: () => {},
  showBadge: async () => {},
  now: () => ++time,
  newId: () => `made-${++ids}`,
  commandKeys: async () => ({}),
} as Partial<DeskBrowser> as DeskBrowser;

const NOTHING: readonly Entry[] = [];
const went: string[] = [];

/** The desk with nothing on it but preflight and the flags of its entries, over the real commands and database. */
function Bench({ db }: { db: Database }) {
  const root = useRef<HTMLDivElement>(null);
  const desk = useDeskWork(db, async () => null).value;
  const { newsletter = null, openIssue: issue = null } = desk ?? {};
  const live = useLive(
    db,
    async () => ({
      of: issue?.id,
      sound: newsletter && issue ? (await entriesIn(db, newsletter.id, issue.id)).sound : NOTHING,
    }),
    [newsletter?.id, issue?.id],
  );
  const entries = useSame(live.value?.sound ?? NOTHING);
  const begun = useLive(
    db,
    async () => (newsletter === null ? [] : (await entriesIn(db, newsletter.id, 'draft')).sound),
    [newsletter?.id],
  );
  const drafts = begun.value ?? NOTHING;
  const focus = useKeptFocus(root);
  const lists = useMemo(() => [entries], [entries]);
  const databases = useMemo(() => ({ relaxed: db, strict: db }), [db]);
  const goTo = (id: string) => void went.push(id);
  const options = { databases, browser, newsletter, issue, lists, focus, goTo, goToIssue: goTo };
  const { commands, state } = useDeskCommands(options as Parameters<typeof useDeskCommands>[0]);
  // As on the desk: nothing is said before the entries are there.
  const known = live.value?.of === issue?.id ? issue : null;
  const printedLive = usePrinted(db, known, entries, newsletter);
  const issues = desk?.issues ?? [];
  const preflight = usePreflight({
    db,
    issue: known,
    issues,
    entries,
    drafts,
    newsletter,
    printedLive,
    today: '2026-11-22',
  });
  const [current, setCurrent] = useState<string | null>(null);
  if (newsletter === null) return null;
  const context = { db, browser, commands, newsletter, issue, issues, readOnly: false };
  return (
    <SayProvider value={say}>
      <DeskProvider value={context as unknown as Parameters<typeof DeskProvider>[0]['value']}>
        <ListsProvider value={{ lists, waiting: [] }}>
          <div ref={root}>
            <h2>
              <PreflightTab findings={preflight?.findings ?? null} />
            </h2>
            <PreflightList
              preflight={preflight}
              entries={entries}
              current={current}
              onCurrent={setCurrent}
              onGoTo={goTo}
              onGoToPart={({ sectionId, part }) => went.push(sectionId ?? part ?? '')}
            />
            <FlagsProvider findings={preflight?.findings ?? []} onOpen={setCurrent}>
              {entries.map((entry) => (
                <p key={entry.id} data-testid={entry.id} title={entry.commentary}>
                  <EntryFlags entryId={entry.id} />
                </p>
              ))}
            </FlagsProvider>
            <p role="status">{state.toast?.text}</p>
            <button type="button" onClick={commands.undo}>
              Undo
            </button>
          </div>
        </ListsProvider>
      </DeskProvider>
    </SayProvider>
  );
}

/** A desk whose issue has these entries, and whose sections are all in use. */
async function withEntries(make: (at: { issueId: string; sectionId: string }) => Entry[]) {
  const desk = await aDesk(({ issueId, articles, odds }) => [
    ...make({ issueId, sectionId: articles }),
    entryOf('Odd', { issueId, sectionId: odds, shape: 'one-liner' }),
  ]);
  render(<Bench db={desk.db} />);
  await screen.findByRole('button', { name: 'Show them' });
  return desk;
}

const items = () => [...document.querySelectorAll<HTMLElement>('[data-finding]')];
const kinds = () => items().map((item) => item.dataset.finding);
const untilKinds = (...wanted: string[]) => waitFor(() => expect(kinds()).toEqual(wanted));
const itemOf = (what: string) => {
  const heading = screen.getByRole('heading', { name: what, level: 4 });
  const item = heading.closest('li');
  if (item === null) throw new Error(`${what} is no finding`);
  return within(item);
};
const stands = async (db: Database, id: string) => EntrySchema.parse(await db.entries.get(id));

const tracked = aLink({ address: 'https://robot.example/?id=1&mc_cid=8f2ab1', title: 'Robot' });

test('an issue without faults says so, and what was looked for', async () => {
  await withEntries((at) => [entryOf('Sound', at)]);
  await screen.findByText(/All 21 checks found nothing\./);
  fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
  screen.getByText('Pictures without a description');
});

test('a fault is found while the entry is written, and gone when it is mended by hand', async () => {
  const { db } = await withEntries((at) => [entryOf('Sound', at)]);
  const entry = await stands(db, 'sound');
  await db.entries.put(stored({ ...entry, commentary: 'Look: ![](https://p.example/1.png)' }));
  await untilKinds('picture');
  await db.entries.put(stored(entry));
  await untilKinds();
});

describe('a repair', () => {
  test('cuts what is crossed out, with one click that can be undone', async () => {
    const { db } = await withEntries((at) => [entryOf('Robot', { ...at, links: [tracked] })]);
    await untilKinds('tracking');
    expect(document.querySelector('.diff')?.innerHTML).toBe('robot.example/?id=1<del>&amp;mc_cid=8f2ab1</del>');
    fireEvent.click(screen.getByRole('button', { name: 'Cut it' }));
    await untilKinds();
    expect((await stands(db, 'robot')).links[0]?.address).toBe('https://robot.example/?id=1');
    screen.getByText('Repaired: Robot');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await untilKinds('tracking');
  });

  test('asks for the description of a picture', async () => {
    const commentary = 'Look: ![](https://p.example/1.png)';
    const { db } = await withEntries((at) => [entryOf('Sound', { ...at, commentary })]);
    const item = itemOf('A picture has no description');
    fireEvent.click(item.getByRole('button', { name: 'Add it' }));
    const field = item.getByRole('textbox', { name: 'Description of the picture' });
    fireEvent.input(field, { target: { value: 'A [freezer]' } });
    fireEvent.submit(field);
    await untilKinds();
    expect((await stands(db, 'sound')).commentary).toBe('Look: ![A \\[freezer\\]](https://p.example/1.png)');
  });

  test('starts from what was typed since it was offered', async () => {
    const { db } = await withEntries((at) => [entryOf('Sound', { ...at, commentary: 'Run:\n\n```\nmake' })]);
    await screen.findByRole('button', { name: 'Close it with ```' });
    const entry = await stands(db, 'sound');
    await db.entries.put(stored({ ...entry, commentary: 'Run:\n\n```\nmake all' }));
    // The desk has it; preflight has not looked again yet.
    await waitFor(() => expect(screen.getByTestId('sound').title).toContain('make all'), { interval: 5 });
    fireEvent.click(screen.getByRole('button', { name: 'Close it with ```' }));
    await waitFor(async () => expect((await stands(db, 'sound')).commentary).toBe('Run:\n\n```\nmake all\n```'));
  });

  test('takes an entry out to the backlog', async () => {
    const { db } = await withEntries((at) => [
      entryOf('Call', { ...at, shape: 'listing', dueOn: '2026-11-20' }),
      entryOf('Sound', at),
    ]);
    fireEvent.click(itemOf('The deadline passed on Fri 20 Nov').getByRole('button', { name: 'Take it out' }));
    await untilKinds();
    expect((await stands(db, 'call')).issueId).toBeNull();
  });
});

test('leaves a section out of this issue', async () => {
  const { db, issue } = await aDesk(({ issueId, articles }) => [entryOf('Sound', { issueId, sectionId: articles })]);
  render(<Bench db={db} />);
  await waitFor(() => expect(kinds()).toEqual(['empty-section']));
  fireEvent.click(itemOf('A section is empty').getByRole('button', { name: 'Leave it out this week' }));
  await untilKinds();
  expect(Object.values((await db.issues.get(issue.id))?.sections ?? {})).toEqual([{ intro: '', leftOut: true }]);
});

test('what is ignored stays so, can be undone, and can be taken back', async () => {
  const { db, issue } = await withEntries((at) => [entryOf('Robot', { ...at, links: [tracked] })]);
  await untilKinds('tracking');
  fireEvent.click(screen.getByRole('button', { name: /^Ignore/ }));
  await untilKinds();
  screen.getByText('1 thing is ignored.');
  cleanup();
  render(<Bench db={db} />);
  await screen.findByText('1 thing is ignored.');
  expect((await db.issues.get(issue.id))?.waived).toHaveLength(1);
  fireEvent.click(screen.getAllByRole('button', { name: 'Show them' })[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: /^Stop ignoring it/ }));
  await untilKinds('tracking');
  fireEvent.click(screen.getByRole('button', { name: /^Ignore/ }));
  await untilKinds();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await untilKinds('tracking');
});

test('a page of a published issue is named with its issue, once it is published', async () => {
  const { db, issue } = await withEntries((at) => [entryOf('Labels', at)]);
  expect(kinds()).toEqual([]);
  const printed = { markdown: '', style: (await db.newsletters.toArray())[0]?.style };
  const earlier = {
    ...issue,
    id: 'earlier',
    number: 126,
    date: '2026-07-03',
    state: 'published',
    printed,
  } as typeof issue;
  await db.entries.put(stored({ ...entryOf('Labels'), id: 'ran', issueId: 'earlier' }));
  await db.issues.put(earlier);
  await untilKinds('published');
  const item = itemOf('Already ran in #126, on Fri 3 Jul');
  fireEvent.click(item.getByRole('button', { name: 'Read #126' }));
  expect(went).toContain('earlier');
  fireEvent.click(item.getByRole('button', { name: 'Add a back-reference' }));
  await untilKinds();
  expect((await stands(db, 'labels')).commentary).toBe('About Labels. (#126)');
});

test('a click on a finding goes to its place and marks it; a flag on the entry marks the finding', async () => {
  const picture = '![](https://p.example/1.png)';
  await withEntries((at) => [
    entryOf('Robot', { ...at, links: [tracked] }),
    entryOf('Map', { ...at, commentary: picture }),
  ]);
  await untilKinds('picture', 'tracking');
  fireEvent.click(screen.getByRole('button', { name: 'A tracking parameter is left in an address' }));
  expect(went.at(-1)).toBe('robot');
  await waitFor(() => expect(items()[1]?.getAttribute('aria-current')).toBe('true'));
  fireEvent.click(within(screen.getByTestId('map')).getByRole('button', { name: 'No alt text' }));
  await waitFor(() => expect(items()[0]?.getAttribute('aria-current')).toBe('true'));
  expect(items()[1]?.getAttribute('aria-current')).toBeNull();
});

test('the tab counts what is to be fixed and what to be looked at', async () => {
  const picture = '![](https://p.example/1.png)';
  await withEntries((at) => [entryOf('Robot', { ...at, links: [tracked], commentary: `${picture} and ${picture}` })]);
  await untilKinds('picture', 'picture', 'tracking');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Preflight2 to fix,1 worth a look');
});

test('after an action the focus is on the finding that follows, never lost', async () => {
  const picture = '![](https://p.example/1.png)';
  await withEntries((at) => [
    entryOf('Robot', { ...at, links: [tracked] }),
    entryOf('Map', { ...at, commentary: picture }),
  ]);
  await untilKinds('picture', 'tracking');
  const ignore = itemOf('A picture has no description').getByRole('button', { name: /^Ignore/ });
  ignore.focus();
  fireEvent.click(ignore);
  await untilKinds('tracking');
  expect(document.activeElement?.textContent).toBe('A tracking parameter is left in an address');
});

test('a draft that was begun for the issue is mentioned', async () => {
  const { db } = await withEntries((at) => [
    entryOf('Sound', at),
    entryOf('Half', { ...at, state: 'draft', commentary: 'Half a thought' }),
  ]);
  await untilKinds('draft');
  fireEvent.click(screen.getByRole('button', { name: 'Save it' }));
  await untilKinds();
  expect((await stands(db, 'half')).state).toBe('kept');
});

test('axe finds nothing in it', async () => {
  await withEntries((at) => [
    entryOf('Robot', { ...at, links: [tracked] }),
    entryOf('Map', { ...at, commentary: '![](https://p.example/1.png)' }),
  ]);
  await untilKinds('picture', 'tracking');
  for (const button of screen.getAllByRole('button', { name: 'Show them' })) fireEvent.click(button);
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id).filter((id) => !/^(page-has-heading-one|landmark-)/.test(id))).toEqual([]);
});

test('counts by what is to be done', () => {
  const finding = (severity: Finding['severity']) => ({ severity }) as Finding;
  expect(countOf([finding('fix'), finding('look'), finding('fix')])).toEqual({ fix: 2, look: 1 });
  expect(countOf([])).toEqual({ fix: 0, look: 0 });
});
