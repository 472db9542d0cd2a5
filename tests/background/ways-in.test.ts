import { beforeEach, describe, expect, test } from 'vitest';
import type { Keeping } from '../../src/background/about-page.ts';
import { keepPage } from '../../src/background/keep-page.ts';
import { chosen, type WaysInBrowser } from '../../src/background/ways-in.ts';
import type { MenuClick } from '../../src/browser/menus.ts';
import type { ReadingTab } from '../../src/browser/tabs.ts';
import { addressToPrint } from '../../src/domain/address.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { linkToTab } from '../../src/domain/link.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepTyping, revisionsOf } from '../../src/storage/entries.ts';
import { keepLinks } from '../../src/storage/keep-links.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { beginning, database, entry } from '../storage/database.ts';

const TAB: ReadingTab = {
  id: 7,
  address: 'https://bench.example/minus-eighty?utm_source=x',
  title: 'Who owns the minus-eighty?',
  loading: false,
  private: false,
};

const CLICK: MenuClick = {
  item: '',
  tab: TAB,
  windowId: 1,
  frameId: 0,
  link: { address: '', words: '' },
  selection: '',
  picture: '',
};

const ABOUT = { page: 'bench.example/minus-eighty', links: [linkToTab(TAB)] };

let db: Database;
let keeping: Keeping;
beforeEach(async () => {
  db = database('strict');
  await addNewsletter(db, beginning());
  let ids = 0;
  keeping = {
    db,
    now: () => 5000,
    newId: () => `new-${++ids}`,
    readTab: async ({ address, title }) => ({
      outcome: 'read',
      capture: {
        title,
        authors: ['Orla Fennimore'],
        outlet: '',
        publishedOn: '',
        address,
        canonical: '',
        language: 'en',
        selection: '',
      },
    }),
  };
});

const around = (fields: Partial<WaysInBrowser> = {}): WaysInBrowser => ({
  readSelection: async () => undefined,
  wordsOfLink: async () => '',
  altOfPicture: async () => '',
  tabById: async () => TAB,
  tabsOfWindow: async () => [],
  askToSeeTabs: async () => true,
  say: () => 'in context',
  ...fields,
});

const all = () => db.entries.toArray();

describe('a page saved at once', () => {
  test('is in the backlog with title and byline, and without a section', async () => {
    expect(await keepPage(keeping, TAB)).toMatchObject({ entryIds: ['new-1'], trouble: '' });
    expect(await all()).toMatchObject([
      {
        state: 'kept',
        issueId: null,
        sectionId: null,
        commentary: '',
        links: [{ address: addressToPrint(TAB.address).address, title: TAB.title, byline: 'Orla Fennimore' }],
      },
    ]);
  });

  test('twice is there once', async () => {
    await keepPage(keeping, TAB);
    expect(await keepPage(keeping, TAB)).toMatchObject({ entryIds: [], there: 1 });
    expect(await all()).toHaveLength(1);
  });

  test('takes its draft along, with its words and the section that was chosen for it', async () => {
    const draft = { state: 'draft', savedAt: null, commentary: 'Begun.', issueId: 'i1', ...ABOUT } as const;
    await keepTyping(db, entry('d', { ...draft, sectionId: 's2', touched: ['section'] }));
    await keepPage(keeping, TAB);
    expect(await all()).toMatchObject([
      { id: 'd', state: 'kept', issueId: null, sectionId: 's2', commentary: 'Begun.' },
    ]);
  });

  test('stays in the issue that it was saved to', async () => {
    await keepTyping(db, entry('k', { issueId: 'i1', ...ABOUT }));
    expect(await keepPage(keeping, TAB)).toMatchObject({ there: 1 });
    expect(await all()).toMatchObject([{ id: 'k', issueId: 'i1' }]);
  });

  test('is refused where it is a page of the browser', async () => {
    const tab = { ...TAB, address: '', title: 'Settings' };
    expect(await keepPage(keeping, tab)).toMatchObject({ entryIds: [], unlinkable: 1 });
    expect(await all()).toEqual([]);
  });

  test('is refused before there is a newsletter', async () => {
    expect(await keepPage({ ...keeping, db: database() }, TAB)).toMatchObject({ trouble: 'no-newsletter' });
  });
});

describe('a link saved from the menu', () => {
  const link = { address: 'https://far.example/study?fbclid=1', words: '' };

  test('is called by its own words, not by the page it stands on', async () => {
    await chosen(around(), keeping, { ...CLICK, item: 'keep-link', link: { ...link, words: 'the study' } });
    expect(await all()).toMatchObject([
      { state: 'kept', issueId: null, links: [{ address: 'https://far.example/study', title: 'the study' }] },
    ]);
  });

  test('is asked for its words where the browser does not tell them', async () => {
    const browser = around({ wordsOfLink: async (_tab, frame, address) => `${frame} \n ${address.slice(8, 19)}` });
    await chosen(browser, keeping, { ...CLICK, item: 'keep-link', frameId: 3, link });
    expect(await all()).toMatchObject([{ links: [{ title: '3 far.example' }] }]);
  });

  test('to nothing that readers can open is refused', async () => {
    const click = { ...CLICK, item: 'keep-link', link: { address: 'javascript:void 0', words: 'x' } };
    expect(await chosen(around(), keeping, click)).toMatchObject({ unlinkable: 1, entryIds: [] });
  });
});

describe('a selection', () => {
  const selected = (text: string) => ({
    text,
    passage: { start: 'Nobody, but', end: 'minus-eighty', prefix: '', suffix: '' },
  });
  const QUOTE = `> Nobody, but one, owns\\_ it.
>
> Not the minus-eighty. ([in context](https://bench.example/minus-eighty#:~:text=Nobody%2C%20but,minus%2Deighty))`;

  test('becomes a quote in a draft about the page, with an address that points at it', async () => {
    const browser = around({
      readSelection: async () => selected('Nobody, but one, owns_ it.\n\nNot the minus-eighty.'),
    });
    expect(await chosen(browser, keeping, { ...CLICK, item: 'quote' })).toMatchObject({ added: 'new-1' });
    expect(await all()).toMatchObject([
      { id: 'new-1', state: 'draft', commentary: QUOTE, caret: { start: QUOTE.length, end: QUOTE.length } },
    ]);
  });

  test('goes behind what was written, which stays as a revision where it was saved', async () => {
    await keepTyping(db, entry('k', { commentary: 'Mine.', issueId: 'i1', ...ABOUT }));
    const browser = around({ readSelection: async () => ({ text: 'Said.', passage: null }) });
    await chosen(browser, keeping, { ...CLICK, item: 'quote' });
    expect(await all()).toMatchObject([{ id: 'k', state: 'kept', commentary: 'Mine.\n\n> Said.' }]);
    expect(await revisionsOf(db, 'k').toArray()).toMatchObject([{ entry: { commentary: 'Mine.' } }]);
  });

  test('makes the entry later than it was, also when the clock was set back', async () => {
    await keepTyping(db, entry('k', { commentary: 'Mine.', issueId: 'i1', editedAt: 9000, ...ABOUT }));
    const browser = around({ readSelection: async () => ({ text: 'Said.', passage: null }) });
    await chosen(browser, keeping, { ...CLICK, item: 'quote' });
    expect(await all()).toMatchObject([{ commentary: 'Mine.\n\n> Said.', editedAt: 9001 }]);
  });

  test('of a frame, or of a page that does not answer as it should, is quoted without an address', async () => {
    const browser = around({ readSelection: async () => ({ text: 7 }) });
    await chosen(browser, keeping, { ...CLICK, item: 'quote', selection: 'Just words' });
    await chosen(browser, keeping, { ...CLICK, item: 'quote', selection: 'In a frame', frameId: 4 });
    expect(await all()).toMatchObject([{ commentary: '> Just words\n\n> In a frame' }]);
  });
});

describe('a picture', () => {
  const picture = 'https://bench.example/freezer (1).png';
  test.each([
    ['with its description', ' A freezer\n[open] ', '![A freezer \\[open\\]](https://bench.example/freezer%20(1).png)'],
    ['without one, which is asked for', '', '![](https://bench.example/freezer%20(1).png)'],
    ['of a page that does not answer', undefined, '![](https://bench.example/freezer%20(1).png)'],
  ])('is put into the entry about the page %s', async (_, alt, commentary) => {
    await chosen(around({ altOfPicture: async () => alt }), keeping, { ...CLICK, item: 'picture', picture });
    expect(await all()).toMatchObject([{ state: 'draft', commentary }]);
  });

  test('that readers cannot load is refused', async () => {
    const click = { ...CLICK, item: 'picture', picture: 'data:image/png;base64,AAAA' };
    expect(await chosen(around(), keeping, click)).toMatchObject({ unlinkable: 1, added: '' });
    expect(await all()).toEqual([]);
  });
});

describe('tabs', () => {
  const tabs = ['a', 'b', 'a'].map((name) => ({ ...TAB, address: `https://${name}.example/x`, title: `Page ${name}` }));

  test('go into the backlog in their order, each page once, and what waits already is only counted', async () => {
    await keepTyping(db, entry('w', { links: [linkToTab({ address: 'https://b.example/x', title: 'B' })] }));
    const browser = around({
      tabsOfWindow: async (_window, selectedOnly) => (selectedOnly ? [] : [...tabs, { ...TAB, address: '' }]),
    });
    const gathered = await chosen(browser, keeping, { ...CLICK, item: 'keep-all-tabs' });
    expect(gathered).toMatchObject({ entryIds: ['new-1'], there: 2, unlinkable: 1 });
    expect((await all()).map(({ links }) => links[0]?.title).sort()).toEqual(['B', 'Page a']);
  });

  test('that the editor does not show are not touched, and it is said', async () => {
    const browser = around({ askToSeeTabs: async () => false, tabsOfWindow: async () => tabs });
    expect(await chosen(browser, keeping, { ...CLICK, item: 'keep-all-tabs' })).toMatchObject({
      trouble: 'not-allowed',
    });
    expect(await all()).toEqual([]);
  });

  test('one hundred of them stand in the order of the window', async () => {
    const pages = Array.from({ length: 100 }, (_, at) => ({ address: `https://a.example/${at}`, title: String(at) }));
    await keepLinks(keeping, pages);
    const ranked = (await all()).sort((a: Entry, b: Entry) => (a.rank < b.rank ? -1 : 1));
    expect(ranked.map(({ links }) => links[0]?.title)).toEqual(pages.map(({ title }) => title));
  });

  test('that cannot all be written are not written at all', async () => {
    let ids = 0;
    const failing = { ...keeping, newId: () => (++ids > 2 ? (undefined as unknown as string) : `t${ids}`) };
    const pages = ['a', 'b', 'c'].map((name) => ({ address: `https://${name}.example/`, title: name }));
    await expect(keepLinks(failing, pages)).rejects.toThrow();
    expect(await all()).toEqual([]);
  });
});
