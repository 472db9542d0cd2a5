// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blankIssue, type Issue } from '../../src/domain/issue.ts';
import { stored } from '../../src/storage/entries.ts';
import { AT_ONCE } from '../../src/storage/issue-shelf.ts';
import { aDesk, entryOf, openDesk, untilShown } from './desk-fixtures.tsx';

// The page rests when a test says so: until then nothing is read but what the desk begins with.
let resting = false;
let waiting: (() => void)[] = [];
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (go: () => void) => void (resting ? setTimeout(go) : waiting.push(go)));
});
const rest = () => {
  resting = true;
  for (const go of waiting.splice(0)) go();
};
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '');
  resting = false;
  waiting = [];
});

const LAST = AT_ONCE * 2;
const WORDS = 'Every lab with a shared freezer has had this argument. '.repeat(34);

/** Issues 1 to 100 went out, 101 is being made. An entry in it is about a page that ran in issue 3; one in the bin was in issue 5. */
async function years() {
  const desk = await aDesk(({ issueId, articles }) => [
    entryOf('First', { issueId, sectionId: articles }),
    entryOf('Second', { issueId, sectionId: articles }),
    entryOf('Freezers', { issueId: 'out-3', sectionId: articles }),
    entryOf('Thrown away', { issueId: 'out-5', sectionId: null, deletedAt: 1_000 }),
  ]);
  const { db, newsletter, issue } = desk;
  const ran = await db.entries.get('freezers');
  if (ran !== undefined) await db.entries.put(stored({ ...ran, id: 'again', issueId: issue.id, rank: 'a9' }));
  const wentOut = (number: number): Issue => ({
    ...blankIssue({ id: `out-${number}`, newsletterId: newsletter.id, number, date: '2020-01-03', now: 1 }),
    state: 'published',
    publishedAt: 1,
    printed: { markdown: WORDS, style: newsletter.style },
  });
  await db.issues.bulkPut(Array.from({ length: LAST }, (_, at) => wentOut(at + 1)));
  await db.issues.put({ ...issue, number: LAST + 1, frame: { closing: 'Bye.' } });
  await db.issues.put({ ...wentOut(LAST), frame: { closing: 'Bye.' } });
  return desk;
}

const menu = async () => {
  if (screen.queryByRole('menu') === null) fireEvent.click(await screen.findByRole('button', { name: /^Issue 101/ }));
  return within(await screen.findByRole('menu'));
};
const SHOWN = ['First', 'Second', 'Freezers'];

describe('while what went out over the years is still being read', () => {
  test('the desk stands, and its issue can be written', async () => {
    const { db, issue } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    fireEvent.input(screen.getByRole('textbox', { name: 'Issue title' }), { target: { value: 'The freezer issue' } });
    await waitFor(async () => expect((await db.issues.get(issue.id))?.title).toBe('The freezer issue'));
  });

  test('the menu says so instead of showing some of the issues; then it shows the last ones', async () => {
    const { db } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    const line = (await menu()).getByRole('menuitem', { name: 'Published issues are still being read…' });
    fireEvent.click(line);
    expect(line.getAttribute('aria-disabled')).toBe('true');
    expect((await menu()).queryByText('Issue 100')).toBeNull();
    rest();
    await waitFor(async () => (await menu()).getByText('Issue 100'));
    expect((await menu()).queryByText(/still being read/)).toBeNull();
  });

  test('a new number is not taken on trust', async () => {
    const { db, issue } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    fireEvent.click((await menu()).getByRole('menuitem', { name: /^Number, date/ }));
    const number = await screen.findByRole('textbox', { name: 'Number' });
    fireEvent.change(number, { target: { value: '7' } });
    await screen.findByText(/^Not all issues have been read yet: 7 may be taken\. The number stays 101\./);
    rest();
    await waitFor(() => {
      fireEvent.change(number, { target: { value: '7' } });
      screen.getByText(/^Issue 7 exists already/);
    });
    expect((await db.issues.get(issue.id))?.number).toBe(101);
  });

  test('preflight is silent, and publishing says so and names no next issue', async () => {
    const { db } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    await waitFor(() => expect(document.querySelector('.pane .proof')).not.toBeNull());
    screen.getByRole('button', { name: 'Preflight …' });
    fireEvent.click(screen.getByRole('tab', { name: 'Preflight' }));
    await screen.findByText('Preflight is still looking…');
    fireEvent.click(screen.getByRole('button', { name: 'Publish…' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('Preflight has not looked at all of it yet.');
    expect(dialog.textContent).not.toMatch(/opens for/);
    expect(document.querySelector('[data-entry="again"]')?.textContent).not.toMatch(/issue 3|#3/i);
    rest();
    await within(dialog).findByText(/^Preflight has \d+ things? left to look at/);
    expect(dialog.textContent).toMatch(/Issue 102 opens for/);
    expect(screen.queryByText('Preflight is still looking…')).toBeNull();
    expect(document.querySelector('[data-entry="again"]')?.textContent).toMatch(/issue 3|#3/i);
  });

  test('the bin does not say that what was in an issue was in the backlog', async () => {
    const { db } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    fireEvent.click(await screen.findByRole('tab', { name: /^Bin/ }));
    await untilShown('bin', ['Thrown away']);
    const said = () => document.querySelector('[data-list="bin"]')?.textContent ?? '';
    expect(said()).toContain('3 words');
    expect(said()).not.toMatch(/Was in/);
    rest();
    await waitFor(() => expect(said()).toContain('Was in issue 5'));
  });

  test('a search has not found everything yet', async () => {
    const { db } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    const field = screen.getByRole('searchbox', { name: 'Search everything' });
    field.focus();
    fireEvent.input(field, { target: { value: 'freezers' } });
    await screen.findByText('1 found so far for “freezers”', { selector: 'p' });
    rest();
    await screen.findByText('2 found for “freezers”', { selector: 'p' });
  });

  test('nothing is said of what is usual, or the same every week', async () => {
    const { db } = await years();
    openDesk(db);
    await untilShown('issue', SHOWN);
    const said = () => document.body.textContent ?? '';
    expect(said()).not.toMatch(/usually|same every week/i);
    rest();
    await waitFor(() => expect(said()).toMatch(/usually 300/));
    expect(said()).toMatch(/same every week/i);
  });

  test('the published issue that was shown before is shown again, and no other before it', async () => {
    const { db } = await years();
    history.replaceState({ issueId: 'out-3' }, '');
    const titles: string[] = [];
    const observer = new MutationObserver(() => {
      const shown = document.querySelector('h1 .switch')?.textContent;
      if (shown && titles.at(-1) !== shown) titles.push(shown);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    openDesk(db);
    await untilShown('issue', ['Freezers']);
    observer.disconnect();
    expect(titles).toEqual(['Issue 3']);
  });

  test('an entry of one of them that the address names is gone to', async () => {
    const { db } = await years();
    history.replaceState(null, '', '#entry=freezers');
    openDesk(db);
    await screen.findByRole('button', { name: /^Issue 3\b/ });
    await untilShown('issue', ['Freezers']);
  });
});

test('no record is looked at for damage before the desk stands and knows its issues; then each is', async () => {
  const { db } = await years();
  await db.table('entries').put({ id: 'torn', newsletterId: 'elsewhere', place: 'nowhere' });
  openDesk(db);
  await untilShown('issue', SHOWN);
  await waitFor(() => expect(document.querySelector('.pane .proof')).not.toBeNull());
  expect(screen.queryByText(/cannot be read/)).toBeNull();
  rest();
  await screen.findByRole('button', { name: /^Export/ });
});
