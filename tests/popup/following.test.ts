// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Following } from '../../popup/following.ts';
import { Writing } from '../../popup/writing.ts';
import type { Reading } from '../../src/browser/read-tab.ts';
import type { ReadingTab } from '../../src/browser/tabs.ts';
import type { Database } from '../../src/storage/database.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { beginning, database } from '../storage/database.ts';
import { CAPTURE, TAB } from './stage.tsx';

const OTHER: ReadingTab = { ...TAB, id: 8, address: 'https://log.example/drills', title: 'Four drills' };
/** A tab of which the browser tells nothing. */
const HIDDEN: ReadingTab = { ...TAB, id: 9, address: '', title: '' };

let db: Database;
let tab: ReadingTab;
let answers: Map<string, Reading>;
let following: Following;

beforeEach(async () => {
  db = database();
  await addNewsletter(db, beginning());
  tab = TAB;
  answers = new Map();
  let ids = 0;
  const make = () =>
    new Writing({ open: async () => db, now: () => 5000, newId: () => `new-${++ids}`, forgetful: false });
  following = new Following(make, {
    readingTab: async () => tab,
    readTab: async ({ address, title }) =>
      answers.get(address) ??
      (address === ''
        ? { outcome: 'unseen' }
        : { outcome: 'read', capture: { ...CAPTURE, title, address, authors: ['Ilse Vandermoot'], outlet: '' } }),
  });
  await following.begin();
});
afterEach(() => {
  following.writing.end();
  localStorage.clear();
});

async function goTo(next: ReadingTab): Promise<void> {
  tab = next;
  await following.look();
  // What has just been begun finds out about the page.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const shown = () => following.writing.state.entry;
const lying = async () => (await db.entries.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the form beside the page', () => {
  test('goes along while nothing is written', async () => {
    await goTo(OTHER);
    expect(shown().links).toMatchObject([{ title: 'Four drills', byline: 'Ilse Vandermoot' }]);
    expect(following.elsewhere).toBeNull();
    expect(await lying()).toEqual([]);
  });

  test('stays where it is once something is written, and says so', async () => {
    following.writing.edit({ commentary: 'Mine.' });
    await goTo(OTHER);
    expect(shown()).toMatchObject({ commentary: 'Mine.', links: [{ title: TAB.title }] });
    expect(following.elsewhere).toEqual(OTHER);
  });

  test('says nothing more when the editor comes back', async () => {
    following.writing.edit({ commentary: 'Mine.' });
    await goTo(OTHER);
    await goTo(TAB);
    expect(following.elsewhere).toBeNull();
    expect(shown().commentary).toBe('Mine.');
  });

  test('leaves the draft for the new page when told to, and finds it again', async () => {
    following.writing.edit({ commentary: 'Mine.' });
    await goTo(OTHER);
    following.writeAboutNew();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown()).toMatchObject({ commentary: '', links: [{ title: 'Four drills' }] });
    expect(await lying()).toMatchObject([{ commentary: 'Mine.', state: 'draft' }]);
    await goTo(TAB);
    expect(shown().commentary).toBe('Mine.');
  });

  test('adds the new page to the entry when told to; then both pages are the entry’s', async () => {
    following.writing.edit({ commentary: 'Mine.' });
    await goTo(OTHER);
    await following.addHere();
    expect(shown()).toMatchObject({
      commentary: 'Mine.',
      links: [{ title: TAB.title }, { title: 'Four drills', byline: 'Ilse Vandermoot' }],
    });
    await goTo(OTHER);
    expect(following.elsewhere).toBeNull();
    await goTo(TAB);
    expect(shown().links).toHaveLength(2);
    expect(shown().links[0]?.title).toBe(TAB.title);
  });

  test('reads a page as soon as it is let see it', async () => {
    await goTo(HIDDEN);
    expect(following.writing.state.reading).toEqual({ outcome: 'unseen' });
    await goTo({ ...OTHER, id: HIDDEN.id });
    expect(shown().links).toMatchObject([{ title: 'Four drills' }]);
  });

  test('reads a page of which it knew title and address alone when Roundup is called over it', async () => {
    answers.set(OTHER.address, { outcome: 'unread' });
    await goTo(OTHER);
    expect(shown().links).toMatchObject([{ title: 'Four drills', byline: '' }]);
    following.writing.edit({ commentary: 'Begun.' });
    answers.delete(OTHER.address);
    await goTo(OTHER);
    expect(shown()).toMatchObject({ commentary: 'Begun.', links: [{ byline: 'Ilse Vandermoot' }] });
  });

  test('keeps what was written over a page that it does not see', async () => {
    await goTo(HIDDEN);
    following.writing.edit({ commentary: 'Blind.' });
    await goTo({ ...OTHER, id: HIDDEN.id });
    expect(shown().commentary).toBe('Blind.');
    await following.addHere();
    expect(shown()).toMatchObject({ commentary: 'Blind.', links: [{ title: 'Four drills' }] });
  });
});
