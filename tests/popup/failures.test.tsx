// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyChanges } from '../../src/storage/changes.ts';
import { Database } from '../../src/storage/database.ts';
import { addNewsletter, updateNewsletter } from '../../src/storage/newsletters.ts';
import { bringHome } from '../../src/storage/unfinished.ts';
import { beginning, database } from '../storage/database.ts';
import { commentary, openPopup, type } from './stage.tsx';

afterEach(() => vi.restoreAllMocks());

/** From now on the disk is full. */
function fillDisk(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
}

async function withNewsletter(): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  return db;
}

test('a full disk: a sentence, the text stays, can be copied and saved later', async () => {
  const { db, begun, told } = openPopup({ db: await withNewsletter() });
  await begun;
  fillDisk();
  type(commentary(), 'Precious');
  expect(await screen.findByText('Not saved: the browser is out of space.')).toBeTruthy();
  expect(screen.getByText('Not kept', { selector: '#keeping' })).toBeTruthy();
  fireEvent.click(screen.getByText('Try again'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(commentary().value).toBe('Precious');

  fireEvent.click(screen.getByText('Copy the entry'));
  await waitFor(() =>
    expect(told.copied).toEqual([
      '[Who owns the minus-eighty?](https://bench.example/minus-eighty) - Orla Fennimore, Bench & Bay\n\nPrecious',
    ]),
  );

  vi.restoreAllMocks();
  fireEvent.click(screen.getByText('Try again'));
  expect(await screen.findByText('Saved to issue 1, Work')).toBeTruthy();
  expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Precious', state: 'kept' }]);
});

test('a write that arrives after a later one has failed does not hide it, nor forget what was laid aside', async () => {
  const { db, begun, writing } = openPopup({ db: await withNewsletter() });
  await begun;
  const { put } = IDBObjectStore.prototype;
  let puts = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    puts += 1;
    if (puts === 2) throw new DOMException('The disk is full', 'QuotaExceededError');
    return put.apply(this, args);
  });
  type(commentary(), 'Precious');
  type(commentary(), ' thing');
  await screen.findByText('Not saved: the browser is out of space.');
  await waitFor(async () => expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Precious' }]));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  expect(writing.state).toMatchObject({ keeping: 'failed', trouble: { kind: 'full' } });
  expect(localStorage.getItem(`unfinished/${writing.state.entry.id}`)).toContain('Precious thing');
  type(commentary(), ' indeed');
  await screen.findByText('Draft kept', { selector: '#keeping' });
  expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Precious thing indeed' }]);
});

test('after a failed Save the popup still follows other pages', async () => {
  const { db, begun, writing } = openPopup({ db: await withNewsletter() });
  await begun;
  type(commentary(), 'Precious');
  await screen.findByText('Draft kept', { selector: '#keeping' });
  fillDisk();
  await writing.save();
  vi.restoreAllMocks();
  const { id } = writing.state.entry;
  await applyChanges(db, [{ table: 'entries', id, fields: { sectionId: 's3' } }]);
  await waitFor(() => expect(writing.state.entry.sectionId).toBe('s3'));
});

test('code of the database that cannot be loaded is told as a database that is refused', async () => {
  const gone = Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  gone.catch(() => {});
  const { begun } = openPopup({ loaded: gone });
  type(commentary(), 'Precious');
  await begun;
  expect(screen.getByText('Not kept', { selector: '#keeping' })).toBeTruthy();
  expect(screen.getByText(/Failed to fetch dynamically imported module/)).toBeTruthy();
  expect(screen.getByText('Copy as Markdown')).toBeTruthy();
});

test('space found again while typing: the sentence goes', async () => {
  const { db, begun } = openPopup({ db: await withNewsletter() });
  await begun;
  fillDisk();
  type(commentary(), 'Precious');
  await screen.findByText('Not saved: the browser is out of space.');
  vi.restoreAllMocks();
  type(commentary(), ' words');
  await screen.findByText('Draft kept', { selector: '#keeping' });
  expect(screen.queryByText('Not saved: the browser is out of space.')).toBeNull();
  expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Precious words' }]);
});

test('a refused database: the entry is written as usual and copied as Markdown', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
  });
  const { begun, told } = openPopup({ db: new Database('relaxed', 'refused') });
  await begun;
  expect(await screen.findByText('Nothing can be kept: the browser refuses Roundup its database.')).toBeTruthy();
  type(commentary(), 'Precious');
  fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(told.copied[0]).toMatch(/Precious$/));
  expect(await screen.findByText('Copied', { selector: '#save span' })).toBeTruthy();
});

test('a private window whose database goes with it: nothing is written', async () => {
  const db = await withNewsletter();
  const { begun, told } = openPopup({ db, forgetful: true });
  await begun;
  expect(screen.getByText('Nothing can be kept in this private window.')).toBeTruthy();
  expect(screen.getByText('Not kept', { selector: '#keeping' })).toBeTruthy();
  type(commentary(), 'Precious');
  fireEvent.click(screen.getByText('Copy as Markdown'));
  await waitFor(() => expect(told.copied).toHaveLength(1));
  expect(await db.entries.count()).toBe(0);
});

test('Save pressed before the database refuses ends in the offer to copy', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'InvalidStateError');
  });
  const { begun } = openPopup({ db: new Database('relaxed', 'refused') });
  type(commentary(), 'Quick');
  fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true });
  await begun;
  expect(await screen.findByText('Copy as Markdown')).toBeTruthy();
  expect(commentary().value).toBe('Quick');
});

describe('a damaged record', () => {
  /** The database with fields of a record that no schema knows. */
  async function damaged(table: 'newsletters' | 'issues', id: string): Promise<Database> {
    const db = await withNewsletter();
    const record = await db.table(table).get(id);
    await db.table(table).put({ ...record, createdAt: 'yesterday', date: 7 });
    return db;
  }

  test('of the newsletter: no first run; the text stays, is kept aside and can be copied', async () => {
    const db = await damaged('newsletters', 'n1');
    const { begun, told } = openPopup({ db });
    await begun;
    expect(
      await screen.findByText('Nothing can be saved: the record of your newsletter could not be read.'),
    ).toBeTruthy();
    type(commentary(), 'Precious');
    fireEvent.click(screen.getByText('Copy as Markdown'));
    await waitFor(() => expect(told.copied[0]).toMatch(/Precious$/));
    fireEvent.click(screen.getByText('Open the options'));
    await waitFor(() => expect(told).toMatchObject({ options: 1, closed: 1 }));
    await bringHome(db, beginning());
    expect(await db.entries.toArray()).toMatchObject([{ commentary: 'Precious', newsletterId: 'n1' }]);
  });

  test('of the open issue: it says why there is only Later', async () => {
    const { begun, told } = openPopup({ db: await damaged('issues', 'i1') });
    await begun;
    expect(await screen.findByText('The record of an issue could not be read.')).toBeTruthy();
    fireEvent.click(screen.getByText('Open the options'));
    await waitFor(() => expect(told.options).toBe(1));
  });

  test('a newsletter that was deleted is none: the first run', async () => {
    const db = await withNewsletter();
    await updateNewsletter(db, 'n1', (newsletter) => ({ ...newsletter, deletedAt: 5 }));
    await openPopup({ db }).begun;
    expect(screen.queryByText(/could not be read/)).toBeNull();
    expect(screen.getByRole('textbox', { name: /name/i })).toBeTruthy();
  });
});
