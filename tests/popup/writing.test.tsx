// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/browser/read-tab.ts';
import type { ReadingTab } from '../../src/browser/tabs.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { changeSection } from '../../src/domain/newsletter.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepTyping, revisionsOf } from '../../src/storage/entries.ts';
import { addNewsletter, updateNewsletter } from '../../src/storage/newsletters.ts';
import { bringHome, layAside } from '../../src/storage/unfinished.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { CAPTURE, commentary, deferred, field, openPopup, READ, replace, TAB, type } from './stage.tsx';

/** A database with the newsletter Field Notes. */
async function withNewsletter(...entries: Entry[]): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  for (const one of entries) await keepTyping(db, one);
  return db;
}

const all = (db: Database) => db.entries.toArray();
const status = () =>
  screen.queryByText(/^(Kept as you type|Draft kept|Changes kept|Not kept)$/, { selector: '#keeping' });
const ABOUT = { page: 'bench.example/minus-eighty', links: entry('x').links };

describe('before page and database are known', () => {
  test('the form takes typing, with the focus in the commentary', async () => {
    const tab = deferred<ReadingTab | null>();
    openPopup({ db: await withNewsletter(), tab: tab.promise });
    expect(document.activeElement).toBe(commentary());
    type(commentary(), 'Early words');
    expect(commentary().value).toBe('Early words');
    expect(screen.getByText('Reading the page')).toBeTruthy();
  });

  test('what was typed becomes part of the draft as soon as they are', async () => {
    const tab = deferred<ReadingTab | null>();
    const { db, begun } = openPopup({ db: await withNewsletter(), tab: tab.promise });
    type(commentary(), 'Early words');
    expect(await all(db)).toEqual([]);
    tab.answer(TAB);
    await begun;
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'Early words', state: 'draft' }]));
    expect(commentary().value).toBe('Early words');
  });

  test('what was typed and saved before the code of the database has come waits for it', async () => {
    const loaded = deferred<void>();
    const { db, writing } = openPopup({ db: await withNewsletter(), loaded: loaded.promise });
    type(commentary(), 'Early words');
    const aside = Object.values(localStorage).map((json) => JSON.parse(json));
    expect(aside).toMatchObject([{ commentary: 'Early words' }]);
    const saved = writing.save();
    loaded.answer();
    await saved;
    expect(await all(db)).toMatchObject([{ commentary: 'Early words', state: 'kept', sectionId: 's1' }]);
    expect(Object.keys(localStorage).filter((name) => name.startsWith('unfinished/'))).toEqual([]);
  });

  test('what was typed goes behind the draft that turns up', async () => {
    const draft = entry('d', { state: 'draft', savedAt: null, commentary: 'Yesterday.', ...ABOUT });
    const tab = deferred<ReadingTab | null>();
    const { db, begun } = openPopup({ db: await withNewsletter(draft), tab: tab.promise });
    type(commentary(), 'Today');
    tab.answer(TAB);
    await begun;
    await waitFor(() => expect(commentary().value).toBe('Yesterday.\n\nToday'));
    expect(commentary().selectionStart).toBe('Yesterday.\n\nToday'.length);
    await waitFor(async () => expect(await all(db)).toMatchObject([{ id: 'd', commentary: 'Yesterday.\n\nToday' }]));
  });

  test('the text of a field in which an input method composes is exchanged only afterwards', async () => {
    const draft = entry('d', { state: 'draft', savedAt: null, commentary: 'Yesterday.', ...ABOUT });
    const tab = deferred<ReadingTab | null>();
    openPopup({ db: await withNewsletter(draft), tab: tab.promise });
    // Not fireEvent.compositionStart: for Preact it makes up an event of another name.
    commentary().dispatchEvent(new CompositionEvent('compositionstart'));
    type(commentary(), 'に');
    tab.answer(TAB);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(commentary().value).toBe('に');
    commentary().dispatchEvent(new CompositionEvent('compositionend'));
    await waitFor(() => expect(commentary().value).toBe('Yesterday.\n\nに'));
  });
});

describe('a popup that dies', () => {
  test('before anything is known loses nothing: the next one has it', async () => {
    const db = await withNewsletter();
    const { unmount, writing } = openPopup({ db, tab: new Promise(() => {}) });
    type(commentary(), 'Typed in a hurry');
    writing.end();
    unmount();
    await openPopup({ db }).begun;
    await waitFor(async () =>
      expect(await all(db)).toMatchObject([{ commentary: 'Typed in a hurry', newsletterId: 'n1' }]),
    );
  });

  test('while writes are under way loses nothing', async () => {
    const db = await withNewsletter();
    const { begun, unmount, writing } = openPopup({ db });
    await begun;
    for (const letter of 'Faster than the disk') type(commentary(), letter);
    writing.end();
    unmount();
    await openPopup({ db }).begun;
    await waitFor(() => expect(commentary().value).toBe('Faster than the disk'));
  });
});

describe('a desk that brings home what a living popup has laid aside', () => {
  const typedWhileWaiting = async (...entries: Entry[]) => {
    const db = await withNewsletter(...entries);
    const tab = deferred<ReadingTab | null>();
    const popup = openPopup({ db, tab: tab.promise });
    type(commentary(), 'Typed');
    // The tab is known by then in most cases, the database is not.
    popup.writing.edit({ commentary: 'Typed', caret: { start: 5, end: 5, scrollTop: 0 } });
    const aside = Object.keys(localStorage).map((name) => localStorage.getItem(name) ?? '');
    for (const json of aside) layAside({ ...JSON.parse(json), page: ABOUT.page });
    await bringHome(db, beginning());
    type(commentary(), ' on');
    tab.answer(TAB);
    await popup.begun;
    return { ...popup, db };
  };

  test('as a new draft does not double it', async () => {
    const { db } = await typedWhileWaiting();
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'Typed on' }]));
    expect(commentary().value).toBe('Typed on');
    type(commentary(), '.');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'Typed on.' }]));
  });

  test('behind the draft of its page does not double it', async () => {
    const draft = entry('d', { state: 'draft', savedAt: null, commentary: 'Yesterday.', ...ABOUT });
    const { db } = await typedWhileWaiting(draft);
    await waitFor(() => expect(commentary().value).toBe('Yesterday.\n\nTyped on'));
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'Yesterday.\n\nTyped on' }]));
  });
});

describe('a draft', () => {
  test('is not begun by opening the popup', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter() });
    await begun;
    expect(status()?.textContent).toBe('Kept as you type');
    expect(await all(db)).toEqual([]);
  });

  test('is written with the first keystroke and holds page, section and shape', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter() });
    await begun;
    type(commentary(), 'W');
    await screen.findByText('Draft kept', { selector: '#keeping' });
    expect(await all(db)).toMatchObject([
      {
        commentary: 'W',
        state: 'draft',
        sectionId: 's1',
        shape: 'headline',
        issueId: 'i1',
        page: 'bench.example/minus-eighty',
        caret: { start: 1, end: 1 },
        touched: [],
        links: [
          {
            address: 'https://bench.example/minus-eighty',
            original: TAB.address,
            title: CAPTURE.title,
            byline: 'Orla Fennimore, Bench & Bay',
          },
        ],
      },
    ]);
  });

  test('is opened again with text, section and caret', async () => {
    const text = 'First line.\n\nSecond  line.';
    const caret = { start: 4, end: 9, scrollTop: 0 };
    const draft = entry('d', { state: 'draft', savedAt: null, commentary: text, caret, sectionId: 's2', ...ABOUT });
    const { begun } = openPopup({ db: await withNewsletter(draft) });
    await begun;
    await waitFor(() => expect(commentary().value).toBe(text));
    expect([commentary().selectionStart, commentary().selectionEnd]).toEqual([4, 9]);
    expect(field('Section').value).toBe('Odds and ends');
    expect(status()?.textContent).toBe('Draft kept');
  });

  test('remembers a caret that was only moved', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter() });
    await begun;
    type(commentary(), 'Some words');
    commentary().setSelectionRange(2, 4);
    document.dispatchEvent(new Event('selectionchange'));
    await waitFor(async () => expect(await all(db)).toMatchObject([{ caret: { start: 2, end: 4 } }]));
  });

  test('of a page of the browser is one note without a link', async () => {
    const db = await withNewsletter();
    const tab = { ...TAB, address: 'about:config', title: 'Advanced Preferences' };
    const { begun } = openPopup({ db, tab, reading: { outcome: 'browser-page' } });
    await begun;
    expect(screen.getByText('This is a page of your browser.')).toBeTruthy();
    type(commentary(), 'A note');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ links: [], page: 'browser-page' }]));
  });

  test('a note saved on one page of the browser is not opened on another, a draft is', async () => {
    const tab = { ...TAB, address: '', title: 'Extensions' };
    const note = entry('n', { page: 'browser-page', links: [], commentary: 'Saved note.' });
    const { begun } = openPopup({ db: await withNewsletter(note), tab, reading: { outcome: 'browser-page' } });
    await begun;
    expect(commentary().value).toBe('');
    const draft: Entry = { ...note, id: 'd', state: 'draft', savedAt: null, commentary: 'Begun note.' };
    cleanup();
    const again = openPopup({ db: await withNewsletter(note, draft), tab, reading: { outcome: 'browser-page' } });
    await again.begun;
    await waitFor(() => expect(commentary().value).toBe('Begun note.'));
  });
});

describe('a touched field', () => {
  test('is not overwritten by a page that answers late, which is offered instead', async () => {
    const reading = deferred<Reading>();
    const { db, begun } = openPopup({ db: await withNewsletter(), reading: reading.promise });
    await waitFor(() => expect(field('Title').value).toBe(TAB.title));
    replace(field('Title'), 'Whose freezer is it?');
    reading.answer(READ);
    await begun;
    expect(field('Title').value).toBe('Whose freezer is it?');
    expect(field('By').value).toBe('Orla Fennimore, Bench & Bay');
    expect(screen.getByText(/The page has since said “Who owns the minus-eighty\?”/)).toBeTruthy();
    fireEvent.click(screen.getByText('Use that'));
    await waitFor(() => expect(field('Title').value).toBe(CAPTURE.title));
    await waitFor(async () => expect(await all(db)).toMatchObject([{ touched: ['title'] }]));
  });

  test('stays as it is when the popup is opened again', async () => {
    const [link] = entry('x').links;
    const draft = entry('d', {
      state: 'draft',
      page: ABOUT.page,
      touched: ['byline', 'shape', 'destination'],
      shape: 'listing',
      issueId: null,
      links: link ? [{ ...link, byline: 'Mine' }] : [],
    });
    const { begun } = openPopup({ db: await withNewsletter(draft) });
    await begun;
    await waitFor(() => expect(field('By').value).toBe('Mine'));
    expect(field('Title').value).toBe(CAPTURE.title);
    expect(field('Listing').checked).toBe(true);
    expect(field('Later').checked).toBe(true);
    expect(screen.queryByText(/The page has since said/)).toBeNull();
  });

  test('gives the shape of its section no say', async () => {
    const { begun, writing } = openPopup({ db: await withNewsletter() });
    await begun;
    writing.edit({ sectionId: 's2' });
    expect(writing.state.entry.shape).toBe('one-liner');
    writing.edit({ shape: 'inline' });
    writing.edit({ sectionId: 's1' });
    expect(writing.state.entry.shape).toBe('inline');
  });
});

describe('an entry that was kept before', () => {
  const kept = () =>
    entry('k', { commentary: 'As it was.', page: ABOUT.page, savedAt: Date.UTC(2022, 7, 3, 12), rank: 'a0' });

  test('is edited, and not written a second time', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    expect(await screen.findByText('In your backlog since 3 Aug 2022.')).toBeTruthy();
    expect(commentary().value).toBe('As it was.');
    type(commentary(), ' And more.');
    fireEvent.click(screen.getByText('Save changes'));
    await screen.findByText(/^Saved for later/);
    expect(await all(db)).toMatchObject([
      { id: 'k', commentary: 'As it was. And more.', state: 'kept', issueId: null },
    ]);
  });

  test('has one revision per session of what it was', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    type(commentary(), ' One');
    type(commentary(), ' two');
    await waitFor(async () => {
      expect(await all(db)).toMatchObject([{ commentary: 'As it was. One two' }]);
      expect(await revisionsOf(db, 'k').toArray()).toMatchObject([{ entry: { commentary: 'As it was.' } }]);
    });
  });

  test('keeps what another page changes meanwhile', async () => {
    const { db, begun, writing } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    await keepTyping(db, { ...kept(), sectionId: 's3', rank: 'a7' });
    await waitFor(() => expect(writing.state.entry.sectionId).toBe('s3'));
    type(commentary(), ' More.');
    await waitFor(async () =>
      expect(await all(db)).toMatchObject([{ commentary: 'As it was. More.', sectionId: 's3', rank: 'a7' }]),
    );
  });

  test.each([
    ['a key on, and the words of another page are a version', 'Written elsewhere, in other words.'],
    ['a key on, and nothing is kept of words that stand here as well', 'As it was.'],
  ])('goes on %s', async (_, elsewhere) => {
    const { db, begun, writing } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    type(commentary(), ' More.');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'As it was. More.' }]));
    await waitFor(() => expect(writing.state.keeping).toBe('kept'));
    await applyChanges(database('strict', db.name), [
      { table: 'entries', id: 'k', fields: { commentary: elsewhere, passedOver: 3 } },
    ]);
    await waitFor(() => expect(writing.state.entry.passedOver).toBe(3));
    type(commentary(), ' And more.');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ commentary: 'As it was. More. And more.' }]));
    const versions = (await revisionsOf(db, 'k').toArray()).map((one) => one.entry.commentary);
    expect(versions).toEqual([...new Set(['As it was.', elsewhere])]);
  });

  test('can be left alone for a second one', async () => {
    const { db, begun } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    fireEvent.click(await screen.findByText('Start a second entry'));
    await waitFor(() => expect(commentary().value).toBe(''));
    type(commentary(), 'The second');
    await waitFor(async () => expect(await all(db)).toHaveLength(2));
    expect((await db.entries.get('k'))?.commentary).toBe('As it was.');
  });

  test('is left with all that was typed, and the second one is not begun by that', async () => {
    const { db, begun, writing } = openPopup({ db: await withNewsletter(kept()) });
    await begun;
    await screen.findByText('Start a second entry');
    for (const letter of ' Typed fast.') type(commentary(), letter);
    fireEvent.click(screen.getByText('Start a second entry'));
    await waitFor(async () => expect((await db.entries.get('k'))?.commentary).toBe('As it was. Typed fast.'));
    writing.moveCaret({ start: 0, end: 0, scrollTop: 3 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await all(db)).toHaveLength(1);
    expect(status()?.textContent).toBe('Kept as you type');
  });

  test('stays in its section when that was removed, shows none, and can be saved', async () => {
    const db = await withNewsletter({ ...kept(), sectionId: 's3' });
    await updateNewsletter(db, 'n1', (newsletter) => changeSection(newsletter, 's3', { deletedAt: 5 }, 5));
    const { begun } = openPopup({ db });
    await begun;
    type(commentary(), ' More.');
    expect(field('Section').value).toBe('');
    fireEvent.click(screen.getByText('Save changes'));
    await screen.findByText(/^Saved for later/);
    expect(await all(db)).toMatchObject([{ commentary: 'As it was. More.', sectionId: 's3' }]);
  });
});
