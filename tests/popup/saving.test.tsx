// @vitest-environment jsdom
import { createEvent, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { linkToTab } from '../../src/domain/link.ts';
import type { Database } from '../../src/storage/database.ts';
import { addNewsletter, updateNewsletter } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { commentary, field, openPopup, TAB, type } from './stage.tsx';

async function withNewsletter(): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  return db;
}

const all = (db: Database) => db.entries.toArray();
const save = () => screen.getByText('Save');
/** That of the saving; the address has one of its own. */
const undo = () => screen.findByRole('button', { name: 'Undo' });
const rest = () => new Promise((resolve) => setTimeout(resolve, 100));

/** The popup with a commentary in it. */
async function written() {
  const popup = openPopup({ db: await withNewsletter() });
  await popup.begun;
  type(commentary(), 'Worth reading.');
  return popup;
}

describe('Save', () => {
  test('keeps the entry, says where it went and counts it on the badge', async () => {
    const { db, told } = await written();
    fireEvent.click(save());
    expect(await screen.findByText('Saved to issue 1, Work')).toBeTruthy();
    expect(await screen.findByText('Entry 1 of this section.')).toBeTruthy();
    expect(await all(db)).toMatchObject([{ state: 'kept', commentary: 'Worth reading.', sectionId: 's1' }]);
    await waitFor(() => expect(told.badge.at(-1)).toBe(1));
  });

  test('makes one entry of a double click', async () => {
    const { db, told } = await written();
    const button = save();
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText('Saved to issue 1, Work');
    expect(told.saved).toBe(1);
    expect(await all(db)).toHaveLength(1);
  });

  test('makes one entry of Ctrl+Enter held down, and does not undo it', async () => {
    const { db } = await written();
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true });
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true, repeat: true });
    await screen.findByText('Saved to issue 1, Work');
    const again = createEvent.keyDown(await undo(), { key: 'Enter', ctrlKey: true, repeat: true });
    fireEvent(await undo(), again);
    expect(again.defaultPrevented).toBe(true);
    expect(await all(db)).toMatchObject([{ state: 'kept' }]);
  });

  test('takes along what is typed while it is learned what was corrected', async () => {
    const { db, writing } = await written();
    writing.edit({ sectionId: 's2' });
    db.outlets.hook('creating', () => writing.edit({ commentary: 'Worth reading. And typed on.' }));
    await writing.save();
    expect(writing.state.phase).toBe('saved');
    expect(await all(db)).toMatchObject([{ state: 'kept', commentary: 'Worth reading. And typed on.' }]);
  });

  test('keeps aside what is typed meanwhile until it is saved, whatever else arrives', async () => {
    const { writing } = await written();
    // The key before Save is still on its way to the disk.
    const saving = writing.save();
    writing.edit({ commentary: 'Worth reading. And typed on.' });
    const aside: (string | null)[] = [];
    writing.subscribe(() => {
      const { phase, entry: shown } = writing.state;
      if (phase === 'writing') queueMicrotask(() => aside.push(localStorage.getItem(`unfinished/${shown.id}`)));
    });
    await saving;
    expect(aside.length).toBeGreaterThan(0);
    expect(aside.filter((text) => !text?.includes('And typed on.'))).toEqual([]);
    expect(writing.state.entry.commentary).toBe('Worth reading. And typed on.');
  });

  test('is not meant by a repeated key alone', async () => {
    const { db } = await written();
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true, repeat: true });
    await rest();
    expect(await all(db)).toMatchObject([{ state: 'draft' }]);
  });

  test('is not meant by an Enter of an input method', async () => {
    const { db } = await written();
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true, keyCode: 229 });
    await rest();
    expect(await all(db)).toMatchObject([{ state: 'draft' }]);
  });

  test('is not meant by Enter in a field of one line', async () => {
    const { db } = await written();
    fireEvent.keyDown(field('By'), { key: 'Enter' });
    fireEvent.submit(screen.getByRole('form'));
    await rest();
    expect(await all(db)).toMatchObject([{ state: 'draft' }]);
    expect(document.activeElement).toBe(commentary());
  });

  test('with Shift puts it into the backlog', async () => {
    const { db } = await written();
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true, shiftKey: true });
    expect(await screen.findByText('Saved for later, Work')).toBeTruthy();
    expect(await all(db)).toMatchObject([{ state: 'kept', issueId: null }]);
  });

  test('pressed before the database has answered waits for it', async () => {
    const db = await withNewsletter();
    openPopup({ db });
    type(commentary(), 'Quick');
    fireEvent.keyDown(commentary(), { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Saved to issue 1, Work')).toBeTruthy();
    expect(await all(db)).toMatchObject([{ state: 'kept', commentary: 'Quick' }]);
  });

  test('takes along what is typed while it is under way', async () => {
    const db = await withNewsletter();
    let typed = false;
    const { begun, writing } = openPopup({
      db,
      whenSaving: () => {
        if (!typed) queueMicrotask(() => type(commentary(), ' More.'));
        typed = true;
      },
    });
    await begun;
    type(commentary(), 'Worth reading.');
    await writing.save();
    expect(await all(db)).toMatchObject([{ state: 'kept', commentary: 'Worth reading. More.' }]);
  });

  test('asks for a section where there is none, and takes a new name for one', async () => {
    const db = await withNewsletter();
    await updateNewsletter(db, 'n1', (newsletter) => ({ ...newsletter, sections: [] }));
    const { begun } = openPopup({ db });
    await begun;
    type(commentary(), 'Worth reading.');
    fireEvent.click(save());
    expect(await screen.findByText('Name a section first: the entry needs a place.')).toBeTruthy();
    const section = field('Section');
    await waitFor(() => expect(document.activeElement).toBe(section));
    type(section, 'Reading');
    fireEvent.keyDown(section, { key: 'Enter' });
    await waitFor(() => expect(section.value).toBe('Reading'));
    fireEvent.click(save());
    expect(await screen.findByText('Saved to issue 1, Reading')).toBeTruthy();
  });

  test('of nothing at all says what is missing', async () => {
    const db = await withNewsletter();
    const { begun } = openPopup({ db, tab: null });
    await begun;
    fireEvent.click(save());
    expect(await screen.findByText('Nothing to save yet: write something, or give an address.')).toBeTruthy();
    expect(await all(db)).toEqual([]);
  });
});

describe('after saving', () => {
  test('Undo goes back to the draft', async () => {
    const { db } = await written();
    fireEvent.click(save());
    fireEvent.click(await undo());
    await waitFor(() => expect(commentary().value).toBe('Worth reading.'));
    expect(await all(db)).toMatchObject([{ state: 'draft', savedAt: null }]);
    type(commentary(), '!');
    await waitFor(async () => expect(await all(db)).toMatchObject([{ state: 'draft' }]));
    expect(document.activeElement).toBe(commentary());
  });

  test('Undo of what was kept before goes back to what it was, and is later than what it takes back', async () => {
    const db = await withNewsletter();
    const links = [linkToTab(TAB)];
    await saveEntry(db, entry('e1', { issueId: 'i1', links, commentary: 'As it was.' }), 2000);
    await openPopup({ db }).begun;
    await waitFor(() => expect(commentary().value).toBe('As it was.'));
    type(commentary(), ' And more.');
    fireEvent.click(screen.getByText('Save changes'));
    const button = await undo();
    const [saved] = await all(db);
    fireEvent.click(button);
    await waitFor(() => expect(commentary().value).toBe('As it was.'));
    const [back] = await all(db);
    expect([saved?.commentary, back?.commentary]).toEqual(['As it was. And more.', 'As it was.']);
    expect(back?.editedAt).toBeGreaterThan(saved?.editedAt ?? 0);
  });

  test('Undo pressed twice takes back nothing that is typed after the first', async () => {
    const { db, writing } = await written();
    await writing.save();
    const first = writing.undoSave();
    const second = writing.undoSave();
    await first;
    writing.edit({ commentary: 'Worth reading. Then this.' });
    await second;
    await rest();
    expect(writing.state.entry.commentary).toBe('Worth reading. Then this.');
    expect(await all(db)).toMatchObject([{ state: 'draft', commentary: 'Worth reading. Then this.' }]);
  });

  test('the second click of a double click does not undo', async () => {
    const { db } = await written();
    fireEvent.click(save());
    fireEvent.click(await undo(), { detail: 2 });
    await rest();
    expect(await all(db)).toMatchObject([{ state: 'kept' }]);
  });

  test('the popup closes by itself', async () => {
    const { told } = await written();
    fireEvent.click(save());
    await screen.findByText('Saved to issue 1, Work');
    await waitFor(() => expect(told.closed).toBe(1), { timeout: 3000 });
  });

  test('but not while somebody moves about in it', async () => {
    const { told } = await written();
    fireEvent.click(save());
    fireEvent.keyDown(await undo(), { key: 'Tab' });
    await new Promise((resolve) => setTimeout(resolve, 2300));
    expect(told.closed).toBe(0);
  });
});
