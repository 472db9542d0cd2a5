// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepBringingHome } from '../../desk/keep-bringing-home.ts';
import { typedAhead } from '../../desk/typed-ahead.ts';
import { changeSection } from '../../src/domain/newsletter.ts';
import type { Shape } from '../../src/domain/shape.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import { Database } from '../../src/storage/database.ts';
import { moveEntries, revisionsOf } from '../../src/storage/entries.ts';
import { currentWork, issuesOf, updateIssue, updateNewsletter } from '../../src/storage/newsletters.ts';
import { bringHome } from '../../src/storage/unfinished.ts';
import { aLink } from '../records.ts';
import { aDesk, card, entryOf, NOW, openDesk, press, threeArticles, typeInto, untilShown } from './desk-fixtures.tsx';

async function openEditor(name: string) {
  await screen.findByRole('article', { name });
  card(name).focus();
  press('Enter');
  return screen.findByRole('textbox', { name: 'Commentary' });
}

async function publish() {
  fireEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish' }));
}

/** As on a full disk: nothing of a table that holds this text is written. */
function refuse(table: 'entries' | 'issues', text = '') {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const isRefused = this.name === table && JSON.stringify(args[0]).includes(text);
    if (isRefused) throw new DOMException('The disk is full', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

const notKept = /^Not kept: the browser is out of space/;

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const previewed = () => document.querySelector('.pane .read')?.textContent;
const value = (field: HTMLElement) => (field instanceof HTMLTextAreaElement ? field.value : undefined);

describe('what is typed', () => {
  test('is in the database as soon as its input event is over', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'About Second, at length.');
    expect((await db.entries.get('second'))?.commentary).toBe('About Second, at length.');
  });

  test('stands in the preview before anything else has its turn, the database too', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await waitFor(() => expect(previewed()).toContain('Second'));
    fireEvent.input(field, { target: { value: 'About *Second*, at length.' } });
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(previewed()).toContain('About Second, at length.');
  });

  test('is shown and copied as it was typed, although it could not be written', async () => {
    const { db } = await threeArticles();
    const { copied } = openDesk(db);
    const field = await openEditor('Second');
    await waitFor(() => expect(previewed()).toContain('Second'));
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'entries') throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    fireEvent.input(field, { target: { value: 'Kept here.' } });
    await screen.findByText(/^Not kept: the browser is out of space/);
    expect(previewed()).toContain('Kept here.');
    fireEvent.click(screen.getByRole('button', { name: 'Copy Markdown' }));
    await waitFor(() => expect(copied.at(-1)).toContain('Kept here.'));
  });

  test('that could not be written is written by what is done next, whose note stays until it is', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'entries') throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    fireEvent.input(field, { target: { value: 'Kept here.' } });
    await screen.findByText(/^Not kept: the browser is out of space/);
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Commentary' })).toBeNull());
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(screen.getByText(/^Not kept: the browser is out of space/)).toBeTruthy();
    expect(previewed()).toContain('Kept here.');
    vi.restoreAllMocks();
    card('Third').focus();
    press('ArrowUp', { altKey: true });
    await waitFor(() => expect(screen.queryByText(/^Not kept/)).toBeNull());
    expect((await db.entries.get('second'))?.commentary).toBe('Kept here.');
  });

  test('that could not be written when the desk is closed is brought home by the next page', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    const before = (await db.entries.get('second'))?.commentary ?? '';
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'entries') throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    fireEvent.input(field, { target: { value: `${before}  Kept here.` } });
    await screen.findByText(/^Not kept: the browser is out of space/);
    // Nothing of this page writes any more.
    db.close();
    vi.restoreAllMocks();
    const next = new Database('relaxed', db.name);
    const work = await currentWork(next);
    if (work === undefined) throw new Error('The newsletter is gone.');
    await bringHome(next, work);
    expect((await next.entries.get('second'))?.commentary).toBe(`${before}  Kept here.`);
    expect(localStorage.length).toBe(0);
    next.close();
  });

  test('that could not be written is not taken back by what is typed into another field', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    refuse('entries');
    await typeInto(field, 'Kept here.');
    await screen.findByText(notKept);
    vi.restoreAllMocks();
    await typeInto(screen.getByRole('textbox', { name: 'Title' }), 'The second');
    await waitFor(() => expect(screen.queryByText(notKept)).toBeNull());
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(value(field)).toBe('Kept here.');
    const entry = await db.entries.get('second');
    expect([entry?.commentary, entry?.links[0]?.title]).toEqual(['Kept here.', 'The second']);
  });

  test('that could not be written keeps the issue from being published without it', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const isText = this.name === 'entries' && JSON.stringify(args[0]).includes('Kept here.');
      if (isText) throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    fireEvent.input(field, { target: { value: 'Kept here.' } });
    await screen.findByText(/^Not kept: the browser is out of space/);
    await publish();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect((await db.issues.toArray()).map(({ state }) => state)).toEqual(['draft']);
    expect(screen.getByText(/^Not kept: the browser is out of space/)).toBeTruthy();
    vi.restoreAllMocks();
    await publish();
    await waitFor(async () => expect((await db.issues.toArray()).map(({ state }) => state)).toContain('published'));
    expect((await db.issues.toArray()).find(({ state }) => state === 'published')?.printed?.markdown).toContain(
      'Kept here.',
    );
  });

  test('is forgotten once the database has shown it, although its editor closed before', async () => {
    const { db } = await threeArticles();
    const before = await db.entries.get('second');
    if (before === undefined) throw new Error('no entry');
    const { copied } = openDesk(db);
    const field = await openEditor('Second');
    await waitFor(() => expect(previewed()).toContain('Second'));
    fireEvent.input(field, { target: { value: 'Typed.' } });
    press('Escape');
    await waitFor(() => expect(card('Second').textContent).toContain('Typed.'));
    await waitFor(() => expect(typedAhead(db).entries.size).toBe(0));
    await db.entries.put({ ...before, commentary: 'Restored.' });
    await waitFor(() => expect(previewed()).toContain('Restored.'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy Markdown' }));
    await waitFor(() => expect(copied.at(-1)).toContain('Restored.'));
  });

  test('whose last write has failed is said to be not kept, although an earlier one arrives', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'entries') puts += 1;
      if (puts === 2 && this.name === 'entries') throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    fireEvent.input(field, { target: { value: 'One.' } });
    fireEvent.input(field, { target: { value: 'One. Two.' } });
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('One.'));
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(screen.getByText(/^Not kept: the browser is out of space/)).toBeTruthy();
    expect(value(field)).toBe('One. Two.');
    fireEvent.input(field, { target: { value: 'One. Two. Three.' } });
    await waitFor(() => expect(screen.queryByText(/^Not kept/)).toBeNull());
    expect((await db.entries.get('second'))?.commentary).toBe('One. Two. Three.');
  });

  test('stays, and can be undone, by a clock that was set back since the entry was written', async () => {
    const { db } = await threeArticles();
    const entry = await db.entries.get('second');
    if (entry === undefined) throw new Error('no entry');
    await db.entries.put({ ...entry, editedAt: 9e12 });
    openDesk(db);
    const field = await openEditor('Second');
    for (const text of ['One.', 'One. Two.', 'One. Two. Three.']) fireEvent.input(field, { target: { value: text } });
    field.blur();
    expect(value(field)).toBe('One. Two. Three.');
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('One. Two. Three.'));
    field.focus();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Commentary' })).toBeNull());
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('About Second.'));
  });

  test('goes to title, byline and address of each link', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    await typeInto(screen.getByRole('textbox', { name: 'Title' }), 'A better title');
    await typeInto(screen.getByRole('textbox', { name: 'By' }), 'Somebody, *Somewhere*');
    fireEvent.click(screen.getByRole('button', { name: /^Edit the address of/ }));
    await typeInto(screen.getByRole('textbox', { name: 'Address' }), 'https://else.example/where');
    const entry = await db.entries.get('second');
    expect(entry?.links[0]).toMatchObject({
      title: 'A better title',
      byline: 'Somebody, *Somewhere*',
      address: 'https://else.example/where',
      key: 'else.example/where',
    });
    expect(entry?.touched).toEqual(['title', 'byline', 'address']);
    expect(entry?.keys).toContain('else.example/where');
  });

  test('takes away the Undo of what was done before, which would undo the typing', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    fireEvent.pointerEnter(card('First'));
    fireEvent.click(await within(card('First')).findByRole('button', { name: /^Move to the bin/ }));
    await screen.findByRole('button', { name: /^Undo/ });
    await typeInto(field, 'Typed since.');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull());
  });

  test('is kept while another page moves the same entry, and the move is kept too', async () => {
    const { db, issue, odds } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'Half');
    await moveEntries(db, ['second'], { issueId: issue.id, sectionId: odds, before: null }, Date.now());
    await untilShown('issue', ['First', 'Third', 'Odd', 'Edit Second']);
    const again = await screen.findByRole('textbox', { name: 'Commentary' });
    expect(value(again)).toBe('Half');
    await typeInto(again, 'Half and half');
    expect(await db.entries.get('second')).toMatchObject({ commentary: 'Half and half', sectionId: odds });
  });

  test('does not take back what another page has changed in other fields', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'One');
    await applyChanges(db, [
      { table: 'entries', id: 'second', fields: { shape: 'listing', editedAt: Date.now() + 1 } },
    ]);
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Listing' })).toHaveProperty('checked', true));
    await typeInto(field, 'One two');
    expect(await db.entries.get('second')).toMatchObject({ commentary: 'One two', shape: 'listing' });
  });

  test('stays in the field that has the focus when the text changes elsewhere; the other fields follow', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    field.focus();
    const links = (await db.entries.get('second'))?.links ?? [];
    const renamed = links.map((link) => ({ ...link, title: 'Renamed elsewhere' }));
    await applyChanges(db, [
      { table: 'entries', id: 'second', fields: { commentary: 'Other text', links: renamed, editedAt: Date.now() } },
    ]);
    const title = screen.getByRole('textbox', { name: 'Title' });
    await waitFor(() => expect(value(title)).toBe('Renamed elsewhere'));
    expect(value(field)).toBe('About Second.');
    field.blur();
    await waitFor(() => expect(value(field)).toBe('Other text'));
  });

  test('leaves one revision per session: the entry as it was before', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'A');
    await typeInto(field, 'AB');
    await typeInto(field, 'ABC');
    await waitFor(async () => expect(await revisionsOf(db, 'second').count()).toBe(1));
    const [revision] = await revisionsOf(db, 'second').toArray();
    expect(revision?.entry.commentary).toBe('About Second.');
  });
});

describe('what a popup writes while the desk is open behind it', () => {
  /** What the popup does with an entry, a moment after everything that happened on the desk. */
  const inPopup = (db: Database, commentary: string) =>
    applyChanges(db, [{ table: 'entries', id: 'second', fields: { commentary, editedAt: NOW + 1_000_000 } }]);
  const keyboardIs = (here: boolean) => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(here);
    fireEvent(window, new Event(here ? 'focus' : 'blur'));
  };
  const revisions = async (db: Database) =>
    (await revisionsOf(db, 'second').toArray()).map(({ entry }) => entry.commentary);

  test('stands in the field where the caret was left, and typing goes on behind it', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'Half.');
    field.focus();
    keyboardIs(false);
    await inPopup(db, 'Half. And 300 words.');
    await waitFor(() => expect(value(field)).toBe('Half. And 300 words.'));
    keyboardIs(true);
    await typeInto(field, `${value(field)}!`);
    expect((await db.entries.get('second'))?.commentary).toBe('Half. And 300 words.!');
    expect(await revisions(db)).toContain('Half. And 300 words.');
  });

  test('stands there too when it is told only after the desk has the keyboard again', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    field.focus();
    keyboardIs(false);
    keyboardIs(true);
    await inPopup(db, 'And 300 words.');
    await waitFor(() => expect(value(field)).toBe('And 300 words.'));
  });

  test('leaves the caret between the words where it was', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = (await openEditor('Second')) as HTMLTextAreaElement;
    field.setSelectionRange(5, 5);
    keyboardIs(false);
    await inPopup(db, 'Now: About Second.');
    await waitFor(() => expect(value(field)).toBe('Now: About Second.'));
    expect(field.value.slice(field.selectionStart)).toBe(' Second.');
  });

  test('is kept as a revision before typing overwrites it unseen', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'Half.');
    await inPopup(db, 'And 300 words.');
    // In the same moment: the desk has not been told yet.
    await typeInto(field, 'Half. More.');
    await waitFor(async () => expect(await revisions(db)).toContain('And 300 words.'));
    expect((await db.entries.get('second'))?.commentary).toBe('Half. More.');
  });

  test('is not taken back by undo of what was written before it, and the editor is told', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await typeInto(await openEditor('Second'), 'Half.');
    await typeInto(screen.getByRole('textbox', { name: 'Title' }), 'Renamed');
    press('Escape');
    await screen.findByRole('article', { name: 'Renamed' });
    await inPopup(db, 'Half. And 300 words.');
    press('z', { ctrlKey: true });
    await screen.findByRole('article', { name: 'Second' });
    await screen.findByText(/changed elsewhere since/);
    expect((await db.entries.get('second'))?.commentary).toBe('Half. And 300 words.');
  });

  test('is not taken back by undo where the desk wrote before and after it', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'Half.');
    keyboardIs(false);
    await inPopup(db, 'Half. And 300 words.');
    await waitFor(() => expect(value(field)).toBe('Half. And 300 words.'));
    keyboardIs(true);
    await typeInto(field, 'Half. And 300 words.!');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('Second')));
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('Half. And 300 words.'));
  });

  test('is kept as a revision by an undo that takes back typing', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await typeInto(await openEditor('Second'), 'At length.');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('Second')));
    press('z', { ctrlKey: true });
    await waitFor(async () => expect((await db.entries.get('second'))?.commentary).toBe('About Second.'));
    expect(await revisions(db)).toContain('At length.');
  });
});

describe('the link of the entry in its commentary', () => {
  const linkWord = async (field: HTMLElement) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('no text area');
    field.setSelectionRange(0, 5);
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const withShape = (shape: Shape) =>
    aDesk(({ issueId, articles }) => [
      entryOf('Second', {
        issueId,
        sectionId: articles,
        shape,
        links: [aLink({ address: 'https://a.example/b)c d', title: 'Second' })],
      }),
    ]);

  test.each([
    ['headline', 'inline'],
    ['listing', 'inline'],
    ['one-liner', 'one-liner'],
  ] as const)('by Ctrl+K is escaped, and the %s becomes %s', async (shape, after) => {
    const { db } = await withShape(shape);
    openDesk(db);
    await linkWord(await openEditor('Second'));
    expect(await db.entries.get('second')).toMatchObject({
      commentary: '[About](https://a.example/b%29c%20d) Second.',
      shape: after,
    });
  });
});

describe('the editor', () => {
  test('closes by Esc, and the entry has the focus again', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await waitFor(() => expect(document.activeElement).toBe(field));
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('Second')));
  });

  test('changes shape and section', async () => {
    const { db, odds } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('radio', { name: 'One-liner' }));
    const section = screen.getByRole('combobox', { name: 'Section' });
    section.focus();
    await typeInto(section, 'odds');
    press('Enter');
    await waitFor(async () =>
      expect(await db.entries.get('second')).toMatchObject({ shape: 'one-liner', sectionId: odds }),
    );
  });

  test('is one action for undo, however much was typed', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'A');
    await typeInto(field, 'AB');
    await typeInto(screen.getByRole('textbox', { name: 'Title' }), 'New title');
    fireEvent.click(screen.getByRole('button', { name: /^Done/ }));
    await screen.findByRole('article', { name: 'New title' });
    press('z', { ctrlKey: true });
    await screen.findByRole('article', { name: 'Second' });
    expect(await db.entries.get('second')).toMatchObject({ commentary: 'About Second.', touched: [] });
  });

  test('says when an address cannot be opened by readers', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: /^Edit the address of/ }));
    await typeInto(screen.getByRole('textbox', { name: 'Address' }), 'second.example');
    await screen.findByText(/^Readers cannot open this address/);
  });
});

describe('the links of an entry', () => {
  const twoLinks = () =>
    aDesk(({ issueId, articles }) => [
      entryOf('Second', {
        issueId,
        sectionId: articles,
        links: [
          aLink({ address: 'https://one.example/', title: 'One' }),
          aLink({ address: 'https://two.example/', title: 'Two' }),
        ],
        commentary: 'See [the log](https://log.example/a) too.',
      }),
    ]);
  const titles = () => screen.getAllByRole('textbox', { name: 'Title' });
  const inDatabase = async (db: Database) => (await db.entries.get('second'))?.links.map(({ title }) => title);

  test('grow by one that is added, and its fields are written at once', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: 'Add a link' }));
    await waitFor(() => expect(document.activeElement).toBe(titles()[1]));
    await typeInto(titles()[1] as HTMLElement, 'Another');
    await typeInto(screen.getByRole('textbox', { name: 'Address' }), 'https://another.example/');
    const links = (await db.entries.get('second'))?.links;
    expect(links?.[1]).toMatchObject({
      title: 'Another',
      address: 'https://another.example/',
      key: 'another.example',
      byline: '',
    });
    expect((await db.entries.get('second'))?.keys).toContain('another.example');
  });

  test('that were added and never written are gone when the editor closes', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: 'Add a link' }));
    await waitFor(() => expect(titles()).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: /^Done/ }));
    await waitFor(async () => expect(await inDatabase(db)).toEqual(['Second']));
  });

  test('change places by a button and by Alt+arrow inside, what is typed goes along, the entry stays', async () => {
    const { db } = await twoLinks();
    openDesk(db);
    await openEditor('One');
    const [, two] = titles();
    two?.focus();
    await typeInto(two as HTMLElement, 'Two!');
    press('ArrowUp', { altKey: true });
    await waitFor(async () => expect(await inDatabase(db)).toEqual(['Two!', 'One']));
    expect(document.activeElement).toBe(two);
    expect(titles().map(value)).toEqual(['Two!', 'One']);
    fireEvent.click(screen.getByRole('button', { name: 'Move down: Two!' }));
    await waitFor(async () => expect(await inDatabase(db)).toEqual(['One', 'Two!']));
    expect((await db.entries.get('second'))?.touched).toEqual(['title', 'byline', 'address']);
  });

  test('are fewer by one that is removed, and undo brings that one alone back', async () => {
    const { db } = await twoLinks();
    openDesk(db);
    const field = await openEditor('One');
    await typeInto(field, 'Typed before.');
    fireEvent.click(screen.getByRole('button', { name: 'Remove the link: One' }));
    await waitFor(async () => expect(await inDatabase(db)).toEqual(['Two']));
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('Two')));
    press('z', { ctrlKey: true });
    await waitFor(async () => expect(await inDatabase(db)).toEqual(['One', 'Two']));
    expect((await db.entries.get('second'))?.commentary).toBe('Typed before.');
  });

  test('of which the last was removed leave a note, and the editor says so', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: 'Remove the link: Second' }));
    await screen.findByText('Without a link it is a note: the commentary alone is printed.');
    expect(await inDatabase(db)).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a link' })));
  });

  test('inside its text are listed, and Edit selects the address there', async () => {
    const { db } = await twoLinks();
    openDesk(db);
    const field = (await openEditor('One')) as HTMLTextAreaElement;
    fireEvent.click(screen.getByRole('button', { name: 'Edit the link in the text: log.example/a' }));
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('https://log.example/a');
  });
});

describe('the due date', () => {
  const aListing = () =>
    aDesk(({ issueId, articles }) => [
      entryOf('Job', { issueId, sectionId: articles, shape: 'listing', dueOn: '2026-12-01' }),
    ]);

  test('is written as soon as it is a day', async () => {
    const { db } = await aListing();
    openDesk(db);
    await openEditor('Job');
    await typeInto(screen.getByRole('textbox', { name: 'Due' }), '2026-12-24');
    expect((await db.entries.get('job'))?.dueOn).toBe('2026-12-24');
    await typeInto(screen.getByRole('textbox', { name: 'Due' }), '');
    expect((await db.entries.get('job'))?.dueOn).toBe(null);
  });

  test('that does not exist is answered by a sentence; it stays in the field and the entry keeps its own', async () => {
    const { db } = await aListing();
    openDesk(db);
    await openEditor('Job');
    const field = screen.getByRole('textbox', { name: 'Due' });
    await typeInto(field, '2026-02-30');
    fireEvent.change(field);
    await screen.findByText(/^“2026-02-30” is no day of the calendar\. The entry is still due on 2026-12-01\./);
    expect(field).toHaveProperty('value', '2026-02-30');
    expect((await db.entries.get('job'))?.dueOn).toBe('2026-12-01');
  });

  test('is asked for by a button where the entry is no listing', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: 'Add a due date' }));
    const field = screen.getByRole('textbox', { name: 'Due' });
    expect(document.activeElement).toBe(field);
    await typeInto(field, '2026-12-24');
    expect((await db.entries.get('second'))?.dueOn).toBe('2026-12-24');
  });
});

describe('the line beside the toolbar', () => {
  test('tells how much there is, when it was kept, and how often it was different', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, 'One two three.');
    await screen.findByText('3 words');
    const hour = new Date(NOW).toTimeString().slice(0, 5);
    await screen.findByText(`Kept ${hour}`);
    await screen.findByRole('button', { name: '1 earlier version' });
  });

  test('shows the commentary as readers see it', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    const field = await openEditor('Second');
    fireEvent.click(screen.getByRole('button', { name: 'Preview the commentary' }));
    await typeInto(field, 'It is *so*.');
    const preview = await screen.findByRole('region', { name: 'Preview of the commentary' });
    await waitFor(() => expect(preview.querySelector('em')?.textContent).toBe('so'));
  });
});

describe('a section that is removed in another window while its entry is edited', () => {
  test('is named in the editor, what was typed stays, and another can be chosen', async () => {
    const { db, newsletter, articles, odds } = await threeArticles();
    openDesk(db);
    await typeInto(await openEditor('Second'), 'Half.');
    await updateNewsletter(db, newsletter.id, (now) => changeSection(now, articles, { deletedAt: 5 }, 5));
    await screen.findByText(/^The section “Articles” was removed in another window\. Choose another/);
    const field = await screen.findByRole('textbox', { name: 'Commentary' });
    expect(value(field)).toBe('Half.');
    await typeInto(field, 'Half and half.');
    expect(await db.entries.get('second')).toMatchObject({ commentary: 'Half and half.', sectionId: articles });
    const section = screen.getByRole('combobox', { name: 'Section' });
    section.focus();
    await typeInto(section, 'odds');
    press('Enter');
    await waitFor(() => expect(screen.queryByText(/was removed in another window/)).toBeNull());
    expect((await db.entries.get('second'))?.sectionId).toBe(odds);
  });
});

describe('a commentary of 5,000 lines', () => {
  test('is typed into as any other, and scrolls inside its field', async () => {
    const { db } = await threeArticles();
    const lines = Array.from({ length: 5_000 }, (_, at) => `Line ${at} of [many](https://many.example/${at}).`);
    const long = lines.join('\n');
    await applyChanges(db, [{ table: 'entries', id: 'second', fields: { commentary: long } }]);
    openDesk(db);
    const field = await openEditor('Second');
    await typeInto(field, `${long}!`);
    expect((await db.entries.get('second'))?.commentary).toBe(`${long}!`);
    expect(field.closest('form')?.classList).toContain('is-long');
    await screen.findByText('4,996 more in the text');
  });
});

describe('a draft', () => {
  const aDraft = () =>
    aDesk(({ issueId, articles }) => [
      entryOf('Begun', { issueId, sectionId: articles, state: 'draft', savedAt: null }),
    ]);

  test('is edited where it lies, and is a draft still', async () => {
    const { db } = await aDraft();
    openDesk(db);
    fireEvent.click(await screen.findByRole('tab', { name: /^Drafts/ }));
    await typeInto(await openEditor('Begun'), 'Further.');
    expect(await db.entries.get('begun')).toMatchObject({ commentary: 'Further.', state: 'draft' });
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(card('Begun')));
  });

  test('is saved into its issue', async () => {
    const { db } = await aDraft();
    openDesk(db);
    fireEvent.click(await screen.findByRole('tab', { name: /^Drafts/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await untilShown('issue', ['Begun']);
    expect((await db.entries.get('begun'))?.state).toBe('kept');
  });
});

describe('the issue', () => {
  test('keeps title, subtitle and letter as they are typed', async () => {
    const { db, newsletter } = await threeArticles();
    openDesk(db);
    await typeInto(await screen.findByRole('textbox', { name: 'Issue title' }), 'The freezer issue');
    await typeInto(screen.getByRole('textbox', { name: 'Subtitle' }), 'Who owns it');
    fireEvent.click(screen.getByRole('button', { name: 'Edit the letter' }));
    await typeInto(await screen.findByRole('textbox', { name: 'Letter' }), 'Hello.');
    const [issue] = await issuesOf(db, newsletter.id);
    expect(issue).toMatchObject({ title: 'The freezer issue', subtitle: 'Who owns it', letter: 'Hello.' });
    fireEvent.click(screen.getByRole('tab', { name: 'Markdown' }));
    await waitFor(() => expect(document.querySelector('.md')?.textContent).toContain('# The freezer issue\n\nHello.'));
  });

  test('keeps a letter that could not be written when its title is typed next', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the letter' }));
    const letter = await screen.findByRole('textbox', { name: 'Letter' });
    refuse('issues');
    await typeInto(letter, 'Hello.');
    await screen.findByText(notKept);
    vi.restoreAllMocks();
    await typeInto(screen.getByRole('textbox', { name: 'Issue title' }), 'The freezer issue');
    await waitFor(() => expect(screen.queryByText(notKept)).toBeNull());
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(value(letter)).toBe('Hello.');
    expect(await db.issues.toArray()).toMatchObject([{ title: 'The freezer issue', letter: 'Hello.' }]);
  });

  test('keeps a letter that could not be written, although another page changes the issue', async () => {
    const { db, issue } = await threeArticles();
    openDesk(db);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the letter' }));
    const letter = await screen.findByRole('textbox', { name: 'Letter' });
    refuse('issues', 'Hello.');
    await typeInto(letter, 'Hello.');
    await screen.findByText(notKept);
    await updateIssue(db, issue.id, { number: 7 }, NOW + 90_000);
    await screen.findByRole('button', { name: /^Issue 7/ });
    fireEvent.click(screen.getByRole('button', { name: 'Done Esc' }));
    await screen.findByText('Hello.', { selector: '.letter' });
    vi.restoreAllMocks();
    card('Third').focus();
    press('ArrowUp', { altKey: true });
    await waitFor(() => expect(screen.queryByText(notKept)).toBeNull());
    expect(await db.issues.toArray()).toMatchObject([{ number: 7, letter: 'Hello.' }]);
    expect(localStorage.length).toBe(0);
  });

  test('has its letter brought home by the next desk, where it could not be written when this one was closed', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the letter' }));
    refuse('issues');
    await typeInto(await screen.findByRole('textbox', { name: 'Letter' }), 'Hello.');
    await screen.findByText(notKept);
    // Nothing of this page writes any more.
    db.close();
    vi.restoreAllMocks();
    const next = new Database('relaxed', db.name);
    const end = keepBringingHome(next);
    await waitFor(async () => expect(await next.issues.toArray()).toMatchObject([{ letter: 'Hello.' }]));
    await waitFor(() => expect(localStorage.length).toBe(0));
    end();
    next.close();
  });

  const facts = async (name: 'Number' | 'Date', text: string) => {
    fireEvent.click(await screen.findByRole('button', { name: /^Issue \d/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Number, date/ }));
    fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value: text } });
  };

  test.each([
    ['Number', '7', /Issue 7 exists already. The number stays 1/],
    ['Number', 'seven', /“seven” is no issue number. It stays 1/],
    ['Number', '', /is no issue number/],
    ['Date', '2022-02-30', /“2022-02-30” is no day of the calendar/],
    ['Date', 'Friday', /“Friday” is no day of the calendar/],
  ] as const)('refuses the %s %s with a sentence, and keeps its own', async (name, text, sentence) => {
    const { db, newsletter, issue } = await threeArticles();
    await db.issues.put({ ...issue, id: 'other', number: 7 });
    openDesk(db);
    await facts(name, text);
    await screen.findByText(sentence);
    const issues = await issuesOf(db, newsletter.id);
    expect(issues.find(({ id }) => id === issue.id)).toEqual(issue);
  });

  test('what was refused is still said after Enter; what was taken closes the form', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await facts('Number', 'seven');
    // A browser tells of the change and sends the form in one go.
    const number = screen.getByRole('textbox', { name: 'Number' });
    const enter = (text: string) => {
      fireEvent.change(number, { target: { value: text } });
      fireEvent.submit(number);
    };
    enter('eight');
    await screen.findByText(/“eight” is no issue number/);
    enter('8');
    await screen.findByRole('button', { name: /^Issue 8/ });
    expect(screen.queryByRole('textbox', { name: 'Number' })).toBeNull();
  });

  test('takes a new number and a new date', async () => {
    const { db, newsletter } = await threeArticles();
    openDesk(db);
    await facts('Number', '134');
    await screen.findByRole('button', { name: /^Issue 134/ });
    fireEvent.change(screen.getByRole('textbox', { name: 'Date' }), { target: { value: '2026-12-04' } });
    await screen.findByText('Fri 4 Dec');
    expect((await issuesOf(db, newsletter.id))[0]).toMatchObject({ number: 134, date: '2026-12-04' });
  });
});
