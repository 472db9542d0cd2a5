// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { ReadingTab } from '../../src/browser/tabs.ts';
import { type Gathered, nothingYet } from '../../src/domain/gathered.ts';
import { linkToTab } from '../../src/domain/link.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepTyping } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { writeSetting } from '../../src/storage/settings.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { CAPTURE, commentary, field, openPopup, replace, TAB } from './stage.tsx';

const SLOW = { timeout: 20_000 };
const LOG: ReadingTab = { ...TAB, id: 8, address: 'https://log.example/drills', title: 'Four drills' };
const onLog = {
  tab: LOG,
  reading: { outcome: 'read', capture: { ...CAPTURE, title: 'Four drills', address: LOG.address } },
} as const;

/** A database with a draft about the page of TAB, edited a moment ago. */
async function withDraft(fields: object = {}): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  const about = { page: 'bench.example/minus-eighty', links: [linkToTab(TAB)], commentary: 'Mine.' };
  await keepTyping(db, entry('d', { state: 'draft', savedAt: null, editedAt: Date.now(), ...about, ...fields }));
  return db;
}

const all = (db: Database) => db.entries.toArray();
const offered = () => screen.findByRole('button', { name: 'Add this page to it' }, SLOW);

describe('a page that is read while another is written about', () => {
  test('is added to that entry as a further link, and the commentary stays', async () => {
    const db = await withDraft();
    openPopup({ db, ...onLog });
    fireEvent.click(await offered());
    await waitFor(() => expect(commentary().value).toBe('Mine.'), SLOW);
    expect(screen.getByText('This page is now part of the entry you are writing.')).toBeTruthy();
    expect(field('This page, as').value).toBe('Four drills');
    await waitFor(
      async () =>
        expect(await all(db)).toMatchObject([
          {
            id: 'd',
            commentary: 'Mine.',
            links: [{ key: 'bench.example/minus-eighty' }, { key: 'log.example/drills' }],
          },
        ]),
      SLOW,
    );
  });

  test('is called as the editor calls it, and is taken out again', async () => {
    const db = await withDraft();
    openPopup({ db, ...onLog });
    fireEvent.click(await offered());
    await screen.findByLabelText('This page, as', {}, SLOW);
    replace(field('This page, as'), 'the log');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ links: [{}, { title: 'the log' }] }]), SLOW);
    fireEvent.click(screen.getByRole('button', { name: 'Take this link out again: the log' }));
    await waitFor(async () => expect((await all(db))[0]?.links).toHaveLength(1), SLOW);
  });

  test('undone, the entry is what it was, and the page has its own form again', async () => {
    const db = await withDraft();
    openPopup({ db, ...onLog });
    fireEvent.click(await offered());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }, SLOW));
    await waitFor(() => expect(commentary().value).toBe(''), SLOW);
    expect(field('Title').value).toBe('Four drills');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ id: 'd', links: [{ title: TAB.title }] }]), SLOW);
  });

  test('stands at the end of the text of an entry that carries its links in it', async () => {
    const db = await withDraft({ shape: 'inline', touched: ['shape'] });
    openPopup({ db, ...onLog });
    fireEvent.click(await offered());
    await waitFor(() => expect(commentary().value).toBe('Mine.\n\n[Four drills](https://log.example/drills)'), SLOW);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }, SLOW));
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'Mine.' }]), SLOW);
  });

  test('opens that entry from then on, as the first page does', async () => {
    const db = await withDraft({ links: [linkToTab(TAB), linkToTab(LOG)] });
    openPopup({ db, ...onLog });
    await waitFor(() => expect(commentary().value).toBe('Mine.'), SLOW);
    // The first link is not filled from the page of the second.
    expect(field('Title').value).toBe(TAB.title);
  });

  test.each([
    ['one edited an hour ago', { editedAt: Date.now() - 3_700_000 }],
    ['one that was saved', { state: 'kept', savedAt: 1 }],
    ['one without a name', { links: [], commentary: '', page: null }],
  ])('is not offered to %s', async (_, fields) => {
    const { begun } = openPopup({ db: await withDraft(fields), ...onLog });
    await begun;
    await waitFor(() => expect(field('Title').value).toBe('Four drills'), SLOW);
    expect(screen.queryByRole('button', { name: 'Add this page to it' })).toBeNull();
  });
});

describe('what was kept without the popup', () => {
  async function told(gathered: Partial<Gathered>) {
    const db = await withDraft();
    await keepTyping(db, entry('k1', {}));
    await writeSetting(db, 'gathered', { ...nothingYet(Date.now()), ...gathered });
    openPopup({ db, ...onLog });
    return db;
  }

  test('is told by the next popup, and undone', async () => {
    const db = await told({ entryIds: ['k1', 'k2'], there: 1, unlinkable: 2 });
    expect(await screen.findByText('2 pages saved to the backlog.', {}, SLOW)).toBeTruthy();
    expect(screen.getByText(/1 was there already\. 2 are pages that readers cannot open\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await db.entries.get('k1'))?.place).toBe('bin'), SLOW);
  });

  test('says why tabs were not saved, and asks again', async () => {
    await told({ trouble: 'not-allowed' });
    expect(await screen.findByText('The tabs were not saved.', {}, SLOW)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Allow it and save all tabs…' })).toBeTruthy();
  });

  test('is old news after two minutes', async () => {
    await told({ at: Date.now() - 130_000, entryIds: ['k1', 'k2'] });
    await offered();
    expect(screen.queryByText('2 pages saved to the backlog.')).toBeNull();
  });
});

test('a picture without a description is asked for it, and gets it where it stands', async () => {
  const text = 'See ![](https://bench.example/f.png)';
  const db = await withDraft({ commentary: text });
  openPopup({ db });
  await waitFor(() => expect(commentary().value).toBe(text), SLOW);
  replace(field(/“f.png” has no description/), 'A freezer');
  fireEvent.click(screen.getByRole('button', { name: 'Describe' }));
  await waitFor(() => expect(commentary().value).toBe('See ![A freezer](https://bench.example/f.png)'), SLOW);
  expect(screen.queryByRole('button', { name: 'Describe' })).toBeNull();
});

test('the last day that a page names is offered to a listing and never filled in', async () => {
  const db = await withDraft({ shape: 'listing', touched: ['shape'] });
  const capture = { ...CAPTURE, dueDays: ['1999-01-01', '2099-03-12'] };
  openPopup({ db, reading: { outcome: 'read', capture } });
  const take = await screen.findByRole('button', { name: 'Take the page’s: Thu 12 Mar 2099' }, SLOW);
  expect(field('Due').value).toBe('');
  fireEvent.click(take);
  await waitFor(async () => expect(await all(db)).toMatchObject([{ dueOn: '2099-03-12' }]), SLOW);
});
