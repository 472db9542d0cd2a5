// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { byRank } from '../../src/domain/rank.ts';
import { render } from '../../src/roundup/render.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { entriesIn, moveEntries } from '../../src/storage/entries.ts';
import { currentWork } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import {
  aDesk,
  card,
  entryOf,
  NOW,
  openDesk,
  press,
  shownIn,
  threeArticles,
  typeInto,
  untilShown,
} from './desk-fixtures.tsx';

async function printedOrder(db: Database): Promise<string[]> {
  const work = await currentWork(db);
  if (!work?.issue) throw new Error('no issue');
  const entries = (await entriesIn(db, work.newsletter.id, work.issue.id)).sound;
  const names = new Map(entries.map((entry) => [entry.id, entry.links[0]?.title]));
  return render(work.issue, entries, work.newsletter).places.map(({ entryId }) => names.get(entryId) ?? '');
}

const heard = () => screen.getAllByRole('status').map((element) => element.textContent?.replace('\u00a0', ''));

describe('the order', () => {
  test('shown is the order printed, entries without a section last', async () => {
    const { db } = await aDesk(({ issueId, articles, odds }) => [
      entryOf('Odd', { issueId, sectionId: odds }),
      entryOf('Homeless', { issueId, sectionId: 'a section that is gone' }),
      entryOf('First', { issueId, sectionId: articles }),
      entryOf('Second', { issueId, sectionId: articles }),
    ]);
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Odd', 'Homeless']);
    expect(await printedOrder(db)).toEqual(shownIn('issue'));
  });

  test('an entry saved in the popup appears at once, in its section', async () => {
    const { db, issue, odds } = await threeArticles();
    const asked = openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    await saveEntry(db, entryOf('New', { issueId: issue.id, sectionId: odds, state: 'draft', savedAt: null }), 5_000);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd', 'New']);
    await waitFor(() => expect(asked.badge.at(-1)).toBe(5));
  });
});

describe('a move', () => {
  test('by Alt and an arrow goes past the neighbour, is announced, and keeps the focus', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('ArrowDown', { altKey: true });
    await untilShown('issue', ['Second', 'First', 'Third', 'Odd']);
    expect(document.activeElement).toBe(card('First'));
    await waitFor(() => expect(heard()).toContain('Moved to Articles, 2 of 3'));
    expect(await printedOrder(db)).toEqual(shownIn('issue'));
  });

  test('of two quick presses goes two places', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('ArrowDown', { altKey: true });
    press('ArrowDown', { altKey: true });
    await untilShown('issue', ['Second', 'Third', 'First', 'Odd']);
  });

  test('over the end of a section leads to the start of the next, and back', async () => {
    const { db, articles, odds } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Third').focus();
    press('ArrowDown', { altKey: true });
    await waitFor(() => expect(heard()).toContain('Moved to Odds, 1 of 2'));
    expect((await db.entries.get('third'))?.sectionId).toBe(odds);
    await waitFor(() => expect(document.activeElement).toBe(card('Third')));
    press('ArrowUp', { altKey: true });
    await waitFor(() => expect(heard()).toContain('Moved to Articles, 3 of 3'));
    expect((await db.entries.get('third'))?.sectionId).toBe(articles);
    expect(await printedOrder(db)).toEqual(['First', 'Second', 'Third', 'Odd']);
  });

  test('of a draft beside another draft of the section leads there: neither has a rank yet', async () => {
    const { db, articles, odds } = await aDesk(({ issueId, articles, odds }) => [
      entryOf('Begun', { issueId, sectionId: articles, state: 'draft', savedAt: null }),
      entryOf('Other', { issueId, sectionId: odds, state: 'draft', savedAt: null }),
    ]);
    await applyChanges(
      db,
      ['begun', 'other'].map((id) => ({ table: 'entries', id, fields: { rank: '' } })),
    );
    const to = { issueId: null, before: null };
    await moveEntries(db, ['begun'], { ...to, sectionId: odds }, NOW);
    expect((await db.entries.get('begun'))?.sectionId).toBe(odds);
    await moveEntries(db, ['other'], { ...to, sectionId: articles }, NOW);
    await moveEntries(db, ['other'], { ...to, sectionId: odds, before: 'begun' }, NOW);
    expect((await db.entries.get('other'))?.sectionId).toBe(odds);
  });

  test('by its button leaves the focus on the button', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    const button = () => card('Second').querySelector<HTMLElement>('[data-act="up"]');
    card('Second').focus();
    await waitFor(() => expect(button()).not.toBeNull());
    button()?.focus();
    button()?.click();
    await untilShown('issue', ['Second', 'First', 'Third', 'Odd']);
    expect(document.activeElement).toBe(button());
  });

  test('is offered by the entry that is pointed at or chosen, and by no other', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    const offering = () =>
      [...document.querySelectorAll<HTMLElement>('[data-act="up"]')].map(
        (button) => button.closest<HTMLElement>('[data-entry]')?.dataset.entry,
      );
    expect(offering()).toEqual([]);
    card('Second').focus();
    await waitFor(() => expect(offering()).toEqual(['second']));
    fireEvent.pointerEnter(card('Third'));
    await waitFor(() => expect(offering()).toEqual(['second', 'third']));
  });

  test('by two quick presses of its button is two steps, and no double click that opens the editor', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    fireEvent.pointerEnter(card('Third'));
    const button = await waitFor(() => {
      const shown = card('Third').querySelector<HTMLElement>('[data-act="up"]');
      if (shown === null) throw new Error('no button');
      return shown;
    });
    fireEvent.click(button);
    fireEvent.click(button);
    fireEvent.dblClick(button);
    await untilShown('issue', ['Third', 'First', 'Second', 'Odd']);
    expect(document.querySelector('form[data-entry]')).toBeNull();
    fireEvent.dblClick(card('First').querySelector('h4') ?? button);
    await waitFor(() => expect(document.querySelector('form[data-entry="first"]')).not.toBeNull());
  });

  test('at the very top and bottom says so and changes nothing', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('ArrowUp', { altKey: true });
    await waitFor(() => expect(heard()).toContain('Already at the top.'));
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
  });

  test('to another section is asked for by M and goes to its end', async () => {
    const { db, odds } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    press('m');
    const picker = await screen.findByRole('combobox', { name: 'Move to section' });
    await waitFor(() => expect(document.activeElement).toBe(picker));
    await typeInto(picker, 'odd');
    press('Enter');
    await untilShown('issue', ['First', 'Third', 'Odd', 'Second']);
    expect((await db.entries.get('second'))?.sectionId).toBe(odds);
    expect(document.activeElement).toBe(card('Second'));
  });
});

test('Esc closes the question where an entry is to go, and the entry stays and has the focus', async () => {
  const { db } = await threeArticles();
  openDesk(db);
  await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  card('Second').focus();
  press('m');
  const picker = await screen.findByRole('combobox', { name: 'Move to section' });
  await waitFor(() => expect(document.activeElement).toBe(picker));
  press('Escape');
  await waitFor(() => expect(document.activeElement).toBe(card('Second')));
  expect(screen.queryByRole('combobox', { name: 'Move to section' })).toBeNull();
});

describe('the backlog', () => {
  test('takes an entry with B, which is then passed over once more; the next entry gets the focus', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    press('b');
    await untilShown('issue', ['First', 'Third', 'Odd']);
    await untilShown('backlog', ['Later', 'Second']);
    expect((await db.entries.get('second'))?.passedOver).toBe(1);
    expect(document.activeElement).toBe(card('Third'));
  });

  test('gives an entry to the issue by its plus', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('backlog', ['Later']);
    fireEvent.click(screen.getByRole('button', { name: 'Add to issue 1: Later' }));
    await untilShown('issue', ['First', 'Second', 'Third', 'Later', 'Odd']);
    expect(shownIn('backlog')).toEqual([]);
  });
});

describe('undo', () => {
  const cases: [string, () => void | Promise<void>, string[]][] = [
    ['a step', () => press('ArrowDown', { altKey: true }), ['First', 'Third', 'Second', 'Odd']],
    ['a move to the backlog', () => press('b'), ['First', 'Third', 'Odd']],
    ['a deletion', () => press('Delete'), ['First', 'Third', 'Odd']],
  ];
  test.each(cases)('takes back %s, and goes to the entry', async (_, act, after) => {
    const { db } = await threeArticles();
    const before = await db.entries.orderBy('id').toArray();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    await act();
    await untilShown('issue', after);
    press('z', { ctrlKey: true });
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    await waitFor(() => expect(document.activeElement).toBe(card('Second')));
    const withoutTimes = (entries: object[]) => entries.map((entry) => ({ ...entry, editedAt: 0 }));
    expect(withoutTimes(await db.entries.orderBy('id').toArray())).toEqual(withoutTimes(before));
  });

  test('takes back several actions, the last one first, then says that there is nothing left', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('Delete');
    await untilShown('issue', ['Second', 'Third', 'Odd']);
    press('Delete');
    await untilShown('issue', ['Third', 'Odd']);
    press('z', { ctrlKey: true });
    await untilShown('issue', ['Second', 'Third', 'Odd']);
    press('z', { ctrlKey: true });
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    press('z', { ctrlKey: true });
    await waitFor(() => expect(heard()).toContain('Nothing to undo.'));
  });

  test('leaves alone what another page has changed in the same entry', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    press('Delete');
    await untilShown('issue', ['First', 'Third', 'Odd']);
    await applyChanges(db, [{ table: 'entries', id: 'second', fields: { commentary: 'Written elsewhere.' } }]);
    press('z', { ctrlKey: true });
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    expect((await db.entries.get('second'))?.commentary).toBe('Written elsewhere.');
  });
});

describe('a failure', () => {
  test('is told until something can be kept again', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    const refuse = vi.spyOn(db.entries, 'bulkPut').mockRejectedValueOnce(new Error('The disk is gone'));
    card('Second').focus();
    press('ArrowDown', { altKey: true });
    await screen.findByText(/^Not kept: the database does not answer/);
    refuse.mockRestore();
    press('ArrowDown', { altKey: true });
    await untilShown('issue', ['First', 'Third', 'Second', 'Odd']);
    await waitFor(() => expect(screen.queryByText(/^Not kept/)).toBeNull());
  });

  test('of typing is told until what is typed is kept again', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    press('Enter');
    const field = await screen.findByRole('textbox', { name: 'Commentary' });
    const refuse = vi.spyOn(db.entries, 'put').mockRejectedValueOnce(new Error('The disk is gone'));
    await typeInto(field, 'Lost?');
    await screen.findByText(/^Not kept: the database does not answer/);
    refuse.mockRestore();
    await typeInto(field, 'Lost? No.');
    await waitFor(() => expect(screen.queryByText(/^Not kept/)).toBeNull());
    expect((await db.entries.get('second'))?.commentary).toBe('Lost? No.');
  });
});

describe('a deletion', () => {
  test('offers to be undone where it is told, and gives the focus to the next entry', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Odd').focus();
    press('Delete');
    await untilShown('issue', ['First', 'Second', 'Third']);
    expect(document.activeElement).toBe(card('Third'));
    expect(heard().join()).toContain('Moved “Odd” to the bin.');
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  });

  test('offers it no longer once something else was done: Undo takes back the last action', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('Delete');
    await screen.findByRole('button', { name: /^Undo/ });
    await untilShown('issue', ['Second', 'Third', 'Odd']);
    press('ArrowDown', { altKey: true });
    await untilShown('issue', ['Third', 'Second', 'Odd']);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull());
  });

  test('can be taken back from the bin, to the very place', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('Second').focus();
    press('Delete');
    await untilShown('issue', ['First', 'Third', 'Odd']);
    fireEvent.click(screen.getByRole('tab', { name: /^Bin/ }));
    await untilShown('bin', ['Second']);
    fireEvent.click(screen.getByRole('button', { name: 'Put back' }));
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
  });
});

describe('keys', () => {
  test('J and K go to the next and the previous entry', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    press('j');
    expect(document.activeElement).toBe(card('First'));
    press('j');
    press('j');
    press('k');
    expect(document.activeElement).toBe(card('Second'));
  });

  test.each(['b', 'Delete', 'm', 'j', 'c'])('are off while a field has the focus: %s', async (key) => {
    const { db } = await threeArticles();
    const asked = openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('Enter');
    const field = await screen.findByRole('textbox', { name: 'Commentary' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    press(key);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('combobox', { name: 'Move to section' })).toBeNull();
    expect(asked.copied).toEqual([]);
    expect((await db.entries.toArray()).filter(({ deletedAt }) => deletedAt !== null)).toEqual([]);
  });

  test('are off during a composition, and with the modifiers of other programs', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('Delete', { isComposing: true });
    press('b', { ctrlKey: true });
    press('b', { metaKey: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shownIn('issue')).toEqual(['First', 'Second', 'Third', 'Odd']);
  });
});

test('a listing says until when it is of use', async () => {
  const { db } = await aDesk(({ issueId, articles }) => [
    entryOf('Job', { issueId, sectionId: articles, shape: 'listing', dueOn: '2026-12-09' }),
    entryOf('Old job', { issueId, sectionId: articles, shape: 'listing', dueOn: '2027-01-02' }),
    entryOf('No job', { issueId, sectionId: articles, shape: 'headline', dueOn: '2026-12-09' }),
  ]);
  openDesk(db);
  await untilShown('issue', ['Job', 'Old job', 'No job']);
  expect(card('Job').textContent).toContain('due 9 Dec');
  expect(card('Old job').textContent).toContain('due 2 Jan 2027');
  expect(card('No job').textContent).not.toContain('due');
});

describe('keys are written as they are', () => {
  test('for an empty issue: those of the browser, too', async () => {
    const { db } = await aDesk(() => []);
    openDesk(db, { commandKeys: async () => ({ _execute_action: 'Ctrl+Shift+Y' }) });
    await screen.findByText('Ctrl+Shift+Y');
    expect(screen.getByText('Ctrl+Enter').tagName).toBe('KBD');
  });

  test('where the browser has none for the button, the button alone is named', async () => {
    const { db } = await aDesk(() => []);
    openDesk(db, { commandKeys: async () => ({ _execute_action: '' }) });
    await screen.findByText('Click the Roundup button, and write what readers should know.');
  });
});

test('a thousand entries of the backlog are drawn slice by slice', async () => {
  const { db } = await aDesk(({ articles }) =>
    Array.from({ length: 1000 }, (_, at) => entryOf(`Entry ${at}`, { sectionId: articles, savedAt: at })),
  );
  openDesk(db);
  await waitFor(() => expect(shownIn('backlog')).toHaveLength(100));
  fireEvent.click(screen.getByText('Show 100 of 900 more'));
  await waitFor(() => expect(shownIn('backlog')).toHaveLength(200));
  expect((await db.entries.toArray()).sort(byRank)).toHaveLength(1000);
});
