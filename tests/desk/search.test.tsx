// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import { stored } from '../../src/storage/entries.ts';
import { updateNewsletter } from '../../src/storage/newsletters.ts';
import { aDesk, card, entryOf, NOW, openDesk, press, threeArticles, untilShown } from './desk-fixtures.tsx';

const DAY = 86_400_000;

// The desk remembers there which issue was shown.
afterEach(() => history.replaceState(null, ''));

/** An entry about freezers in each place, and issue 129, which went out in July 2022. */
async function freezers() {
  const desk = await aDesk(({ issueId, articles, odds }) => [
    entryOf('Who owns the minus-eighty?', {
      issueId,
      sectionId: articles,
      commentary: 'Every lab with a shared freezer has had this [argument](https://x.example/a).',
    }),
    entryOf('Elsewhere', { issueId, sectionId: odds, shape: 'one-liner' }),
    entryOf('Four drills, one freezer: a log', { sectionId: articles, savedAt: NOW - 2 * DAY }),
    entryOf('Begun about a freezer', { state: 'draft', savedAt: null }),
    entryOf('Alarm fatigue', {
      issueId: 'out-129',
      sectionId: articles,
      commentary: 'By the third freezer alarm of the night nobody gets up.',
    }),
    entryOf('Best lab freezers', { sectionId: odds, deletedAt: NOW - 11 * DAY }),
  ]);
  const issue: Issue = {
    ...desk.issue,
    id: 'out-129',
    number: 129,
    date: '2022-07-22',
    state: 'published',
    publishedAt: 5,
    printed: { markdown: 'Alarm fatigue, as it went out.', style: desk.newsletter.style },
  };
  await desk.db.issues.put(issue);
  return desk;
}

async function search(text: string) {
  const field = await screen.findByRole('searchbox', { name: 'Search everything' });
  field.focus();
  fireEvent.input(field, { target: { value: text } });
  return field;
}

const results = () => screen.findByRole('region', { name: 'Search results' });
/** Every heading with its count, and the titles below it. */
const shown = async () => {
  const region = await results();
  return [...region.querySelectorAll('h3')].map((heading) => [
    heading.textContent,
    [...(heading.nextElementSibling?.querySelectorAll('h4') ?? [])].map((title) => title.textContent),
  ]);
};
const untilFound = (...groups: [string, string[]][]) =>
  waitFor(async () => expect(await shown()).toEqual(groups), { timeout: 8_000 });

describe('what is typed into the search field', () => {
  test('shows everything that holds it in place of the lists, by where it lies', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('FREEZER');
    await untilFound(
      ['In issue 1 1', ['Who owns the minus-eighty?']],
      ['In the backlog 1', ['Four drills, one freezer: a log']],
      ['Drafts 1', ['Begun about a freezer']],
      ['Published 1', ['Alarm fatigue']],
      ['In the bin 1', ['Best lab freezers']],
    );
    await screen.findByText('5 found for “FREEZER”', { selector: 'p' });
    expect(screen.queryByRole('tab', { name: /^Backlog/ })).toBeNull();
    const region = await results();
    const marked = [...region.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect([marked.length, new Set(marked)]).toEqual([8, new Set(['freezer'])]);
    expect([...region.querySelectorAll('.age')].map((age) => age.textContent)).toEqual([
      '',
      '2 days',
      expect.any(String),
      '#129, Jul 2022',
      '19 days left',
    ]);
    expect(region.querySelector('.ex')?.textContent).toBe('Every lab with a shared freezer has had this argument.');
  });

  test('is told to screen readers as a count', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('freezer is:bin');
    await waitFor(() => {
      const said = screen.getAllByRole('status').map((status) => status.textContent);
      expect(said).toContain('1 found for “freezer is:bin”');
    });
  });

  test('that is nowhere is answered by a sentence', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('nowhere');
    await screen.findByText('Nothing found for “nowhere”. Fewer words find more.', { selector: 'p' });
  });

  test('goes by Esc: the lists are back, and the focus is where it was', async () => {
    const { db } = await freezers();
    openDesk(db);
    await screen.findByRole('article', { name: 'Elsewhere' });
    card('Elsewhere').focus();
    press('/');
    await waitFor(() => expect(document.activeElement?.id).toBe('find'));
    await search('freezer');
    await results();
    press('Escape');
    await untilShown('backlog', ['Four drills, one freezer: a log']);
    expect(document.activeElement).toBe(card('Elsewhere'));
  });
});

describe('the arrow keys', () => {
  test('go from the field through what was found and back', async () => {
    const { db } = await freezers();
    openDesk(db);
    const field = await search('freezer');
    await screen.findByRole('button', { name: 'Alarm fatigue' });
    press('ArrowDown');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Who owns the minus-eighty?' }));
    press('ArrowDown');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Four drills, one freezer: a log' }));
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(field);
  });
});

describe('what was found', () => {
  test('in the issue is gone to, and the search stays', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('shared freezer');
    fireEvent.click(await screen.findByRole('button', { name: 'Who owns the minus-eighty?' }));
    await waitFor(() => expect(document.activeElement).toBe(card('Who owns the minus-eighty?')));
    await results();
  });

  test('in the bin is gone to in its list', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('best lab');
    await screen.findByRole('button', { name: 'Best lab freezers' });
    press('Enter');
    await untilShown('bin', ['Best lab freezers']);
    await waitFor(() => expect(document.activeElement).toBe(card('Best lab freezers')));
  });

  test('in an issue that went out opens that issue', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('alarm');
    fireEvent.click(await screen.findByRole('button', { name: 'Open #129' }));
    await untilShown('issue', ['Alarm fatigue']);
  });

  test('in an issue that went out is referred to by a link, where the newsletter has addresses', async () => {
    const { db, newsletter } = await freezers();
    const asked = openDesk(db);
    await search('alarm');
    await screen.findByRole('button', { name: 'Open #129' });
    expect(screen.queryByRole('button', { name: 'Copy back-reference' })).toBeNull();
    await updateNewsletter(db, newsletter.id, (now) => ({
      ...now,
      issueAddress: 'https://small.example/{{ issue.number }}',
    }));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy back-reference' }));
    await screen.findByText('Copied the back-reference to issue 129.');
    expect(asked.copied).toEqual(['[#129](https://small.example/129)']);
  });

  test('are the first five of a group, until more are asked for', async () => {
    const { db } = await aDesk(() =>
      Array.from({ length: 7 }, (_, at) => entryOf(`Freezer ${at}`, { savedAt: NOW - at * DAY })),
    );
    openDesk(db);
    await search('freezer');
    await untilFound(['In the backlog 7', ['0', '1', '2', '3', '4'].map((n) => `Freezer ${n}`)]);
    fireEvent.click(screen.getByRole('button', { name: '2 more In the backlog' }));
    await untilFound(['In the backlog 7', ['0', '1', '2', '3', '4', '5', '6'].map((n) => `Freezer ${n}`)]);
  });

  test('in what was printed before there were entries names its issue', async () => {
    const { db, newsletter } = await freezers();
    const printed = { markdown: 'A [hot topic](https://hot.example).', style: newsletter.style };
    await applyChanges(db, [{ table: 'issues', id: 'out-129', fields: { printed } }]);
    await db.entries.delete('alarm-fatigue');
    openDesk(db);
    await search('hot topic');
    await untilFound(['Published 1', ['Issue 129 itself']]);
    expect((await results()).querySelector('.ex')?.textContent).toBe('A hot topic.');
  });
});

describe('while something is looked for', () => {
  test('what another page writes is found, and what it takes away is not', async () => {
    const { db } = await freezers();
    openDesk(db);
    await search('walrus');
    await screen.findByText(/^Nothing found/, { selector: 'p' });
    await db.entries.put(stored(entryOf('A walrus', { savedAt: NOW })));
    await untilFound(['In the backlog 1', ['A walrus']]);
    await applyChanges(db, [{ table: 'entries', id: 'a-walrus', fields: { deletedAt: NOW } }]);
    await untilFound(['In the bin 1', ['A walrus']]);
    await db.entries.delete('a-walrus');
    await screen.findByText(/^Nothing found/, { selector: 'p' });
  });

  test('more than one reading is looked through, and other newsletters are not', async () => {
    const { db } = await aDesk(() => []);
    const many = Array.from({ length: 1_200 }, (_, at) => {
      const id = `e${String(at).padStart(4, '0')}`;
      return stored({ ...entryOf(id), id, newsletterId: at % 2 === 0 ? 'id-1' : 'another', savedAt: at });
    });
    await db.entries.bulkPut(many);
    openDesk(db);
    await search('e1198');
    await untilFound(['In the backlog 1', ['e1198']]);
    await search('e1199');
    await screen.findByText(/^Nothing found/, { selector: 'p' });
    await search('about');
    await screen.findByText('600 found for “about”', { selector: 'p' });
  });
});

describe('the bin', () => {
  async function openBin() {
    const { db } = await freezers();
    await db.entries.put(stored(entryOf('Second gone', { deletedAt: NOW - DAY, commentary: '' })));
    openDesk(db);
    fireEvent.click(await screen.findByRole('tab', { name: /^Bin/ }));
    await untilShown('bin', ['Second gone', 'Best lab freezers']);
    return db;
  }

  test('says how long its entries stay and where they were', async () => {
    await openBin();
    expect(card('Second gone').textContent).toContain('29 days left');
    expect(card('Second gone').textContent).toContain('Was in the backlog, no commentary yet');
  });

  test('asks before it deletes for good, and Keep keeps', async () => {
    const db = await openBin();
    fireEvent.click(within(card('Second gone')).getByRole('button', { name: /^Delete now…/ }));
    const keep = within(card('Second gone')).getByRole('button', { name: 'Keep' });
    await waitFor(() => expect(document.activeElement).toBe(keep));
    fireEvent.click(keep);
    within(card('Second gone')).getByRole('button', { name: /^Delete now…/ });
    expect(await db.entries.get('second-gone')).toBeDefined();
  });

  test('deletes one entry for good at the second press, and the focus goes to the next', async () => {
    const db = await openBin();
    fireEvent.click(within(card('Second gone')).getByRole('button', { name: /^Delete now…/ }));
    fireEvent.click(within(card('Second gone')).getByRole('button', { name: 'Delete for good' }));
    await untilShown('bin', ['Best lab freezers']);
    await screen.findByText('Deleted “Second gone” for good.');
    expect(await db.entries.get('second-gone')).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(card('Best lab freezers')));
  });

  test('is emptied as a whole at the second press', async () => {
    const db = await openBin();
    fireEvent.click(screen.getByRole('button', { name: 'Empty the bin…' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete all 2 for good' }));
    await untilShown('bin', []);
    await screen.findByText('Deleted 2 entries for good.');
    expect(await db.entries.count()).toBe(5);
  });

  test('is swept when the desk opens', async () => {
    const { db } = await freezers();
    await db.settings.put({ name: 'binWatch', value: { seenAt: NOW - DAY, restsUntil: 0 } });
    await applyChanges(db, [{ table: 'entries', id: 'best-lab-freezers', fields: { deletedAt: NOW - 31 * DAY } }]);
    openDesk(db);
    await screen.findByRole('tab', { name: /^Bin/ });
    await waitFor(async () => expect(await db.entries.get('best-lab-freezers')).toBeUndefined());
    await untilShown('issue', ['Who owns the minus-eighty?', 'Elsewhere']);
  });
});

test('the foot of the lists leads to the import', async () => {
  const { db } = await threeArticles();
  const parts: (string | undefined)[] = [];
  openDesk(db, { openOptions: async (part) => parts.push(part) });
  fireEvent.click(await screen.findByRole('button', { name: 'Import…' }));
  expect(parts).toEqual(['import']);
});

describe('the list of keys', () => {
  test('opens by a button, closes by Esc, and the focus is on the button again', async () => {
    const { db } = await freezers();
    openDesk(db);
    const button = await screen.findByRole('button', { name: 'Keyboard' });
    button.focus();
    fireEvent.click(button);
    const dialog = await screen.findByRole('dialog', { name: 'Keys of the desk' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    within(dialog).getByText('New entry in this section');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button);
  });
});
