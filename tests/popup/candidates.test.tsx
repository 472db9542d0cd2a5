// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { isDoubtful } from '../../popup/doubt.ts';
import { sourceWords } from '../../popup/source-words.ts';
import { nextOf } from '../../popup/use-candidates.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { addNewsletter, updateNewsletter } from '../../src/storage/newsletters.ts';
import { allOutlets, correctOutlet } from '../../src/storage/outlets.ts';
import { beginning, database } from '../storage/database.ts';
import { CAPTURE, commentary, field, openPopup, replace, TAB, type } from './stage.tsx';

const DOUBTFUL: Capture = {
  ...CAPTURE,
  rawTitle: 'Who owns the minus-eighty? | Bench',
  authors: ['Site Team'],
  evidence: {
    title: { source: 'og:title', agreed: false, others: ['Minus eighty'] },
    authors: { source: 'author', agreed: false, others: [['Orla Fennimore'], ['O. Fennimore']] },
    outlet: { source: 'og:site_name', agreed: false, others: [] },
  },
};

async function popup(capture: Partial<Capture> = {}, db = database()) {
  if ((await db.newsletters.count()) === 0) await addNewsletter(db, beginning());
  const opened = openPopup({ db, reading: { outcome: 'read', capture: { ...DOUBTFUL, ...capture } } });
  await opened.begun;
  await waitFor(() => expect(field('By').value).not.toBe(''));
  return opened;
}

const alt = (target: Element, key: string) => fireEvent.keyDown(target, { key, altKey: true });
const altShift = (code: string) => fireEvent.keyDown(commentary(), { code, altKey: true, shiftKey: true });

describe('a byline on which the page does not agree', () => {
  test('is to be checked; the list asks which one is right, and says where each stands', async () => {
    await popup();
    fireEvent.click(screen.getByRole('button', { name: 'Check this: the page names 3 different bylines' }));
    expect(document.activeElement).toBe(field('By'));
    const list = await screen.findByRole('listbox', { name: 'The page names 3 bylines. Which one is right?' });
    expect(
      within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '1Site Team, Bench & Bayin the author tag',
      '2Orla Fennimore, Bench & Bayelsewhere on the page',
      '3O. Fennimore, Bench & Bayelsewhere on the page',
    ]);
    expect(screen.getByText('Your choice is remembered for bench.example.')).toBeTruthy();
    fireEvent.click(within(list).getByText('Orla Fennimore, Bench & Bay'));
    await waitFor(() => expect(field('By').value).toBe('Orla Fennimore, Bench & Bay'));
    expect(screen.queryByRole('listbox', { name: /bylines/ })).toBeNull();
    expect(screen.queryByText(/names 3 different bylines/)).toBeNull();
  });

  test('changes to the next one with Alt+↓ and back with Alt+↑, round and round, from wherever the caret is', async () => {
    await popup();
    const seen: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      alt(commentary(), key);
      await waitFor(() => expect(field('By').value).not.toBe(seen.at(-1)));
      seen.push(field('By').value);
    }
    expect(seen.map((byline) => byline.split(',')[0])).toEqual([
      'Orla Fennimore',
      'O. Fennimore',
      'Site Team',
      'O. Fennimore',
    ]);
    expect(document.activeElement).toBe(commentary());
  });

  test('in its own field the keys show the list, digits choose, Escape closes it and not the popup', async () => {
    await popup();
    field('By').focus();
    alt(field('By'), 'ArrowDown');
    await screen.findByRole('option', { selected: true, name: /Orla/ });
    fireEvent.keyDown(field('By'), { key: '3' });
    await waitFor(() => expect(field('By').value).toBe('O. Fennimore, Bench & Bay'));
    alt(field('By'), 'ArrowUp');
    await screen.findByRole('option', { selected: true, name: /Orla/ });
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    field('By').dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(true);
    await waitFor(() => expect(screen.queryByRole('option', { name: /Orla/ })).toBeNull());
    expect(field('By').value).toBe('Orla Fennimore, Bench & Bay');
    type(field('By'), '1');
    expect(field('By').value).toContain('1');
  });

  test('is not asked about where two sources agree, or after it was edited', async () => {
    const evidence = { authors: { source: 'JSON-LD', agreed: true, others: [] } };
    const { writing } = await popup({ authors: ['Ada Quill'], evidence });
    expect(isDoubtful(writing.state, 'byline')).toBe(false);
    expect(screen.queryByText('Check this')).toBeNull();
  });

  test('of one source alone is to be checked, too', async () => {
    await popup({ authors: ['Ada Quill'], evidence: { authors: { source: 'author', agreed: false, others: [] } } });
    expect(screen.getByRole('button', { name: /only one part of the page says who wrote it/ })).toBeTruthy();
    replace(field('By'), 'Ada B. Quill');
    await waitFor(() => expect(screen.queryByText('Check this')).toBeNull());
  });
});

describe('the title', () => {
  test('of a page that does not agree can be chosen, the whole one included', async () => {
    const { writing } = await popup();
    fireEvent.click(screen.getByRole('button', { name: /gives 3 different titles/ }));
    const list = await screen.findByRole('listbox', { name: /titles/ });
    expect(
      within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '1Who owns the minus-eighty?in the data for sharing',
      '2Minus eightyelsewhere on the page',
      '3Who owns the minus-eighty? | Benchthe whole title, with its site',
    ]);
    alt(field('Title'), 'ArrowDown');
    expect(writing.state.entry.links[0]?.title).toBe('Minus eighty');
    expect(writing.state.entry.links[0]?.byline).toBe('Site Team, Bench & Bay');
    fireEvent.keyDown(field('Title'), { key: 'Enter' });
    await waitFor(() => expect(screen.queryByRole('listbox', { name: /titles/ })).toBeNull());
  });

  test('is the page’s whole one after a key, and back', async () => {
    await popup();
    altShift('KeyO');
    await waitFor(() => expect(field('Title').value).toBe('Who owns the minus-eighty? | Bench'));
    altShift('KeyO');
    await waitFor(() => expect(field('Title').value).toBe('Who owns the minus-eighty?'));
  });
});

describe('the address', () => {
  test('is as the browser shows it after a key, and clean again', async () => {
    const { writing } = await popup();
    altShift('KeyU');
    expect(writing.state.entry.links[0]?.address).toBe(TAB.address);
    expect(await screen.findByText('As the browser shows it, with 1 tracking parameter')).toBeTruthy();
    altShift('KeyU');
    expect(writing.state.entry.links[0]?.address).toBe('https://bench.example/minus-eighty');
    expect(await screen.findByText('Removed 1 tracking parameter')).toBeTruthy();
  });

  test('is the one the page gives as its own, which is said and undone', async () => {
    const { writing } = await popup({ canonical: 'https://bench.example/notes/minus-eighty' });
    expect(writing.state.entry.links[0]).toMatchObject({
      address: 'https://bench.example/notes/minus-eighty',
      key: 'bench.example/notes/minus-eighty',
      original: TAB.address,
    });
    expect(screen.getByText('Uses the address that the page gives as its own')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(writing.state.entry.links[0]?.address).toBe(TAB.address);
  });

  test('that the page gives is not taken where it is another page’s, or the editor has said another', async () => {
    const { writing } = await popup({ canonical: 'https://bench.example/' });
    expect(writing.state.entry.links[0]?.address).toBe('https://bench.example/minus-eighty');
  });

  test.each([
    [
      'https://www-nature-com.ezproxy.uni.example/articles/1',
      /A library’s proxy/,
      'Use nature.com/articles/1',
      'https://www.nature.com/articles/1',
    ],
    ['https://bench.example/x?sharing_token=Zx8', /Says who copied it/, 'Cut that', 'https://bench.example/x'],
    [
      'https://bench.example/2022/x/amp/',
      /page for phones/,
      'Use bench.example/2022/x',
      'https://bench.example/2022/x/',
    ],
  ])('%s is pointed out, and what could be printed instead is offered', async (address, sentence, button, expected) => {
    const { writing } = await popup();
    writing.edit({ address });
    expect(await screen.findByText(sentence)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: button }));
    expect(writing.state.entry.links[0]?.address).toBe(expected);
    await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
  });
});

describe('what the editor corrects for a site is used the next time', () => {
  const save = async (opened: Awaited<ReturnType<typeof popup>>) => {
    await opened.writing.save();
    expect(opened.writing.state.phase).toBe('saved');
    opened.unmount();
  };
  const next = { address: 'https://bench.example/another', title: 'Another' };
  const another = async (db: ReturnType<typeof database>) => {
    const opened = openPopup({ db, tab: { ...TAB, ...next }, reading: { outcome: 'read', capture: DOUBTFUL } });
    await opened.begun;
    return opened;
  };

  test('how its outlet is spelled, which name is no author, and the section', async () => {
    const first = await popup();
    first.writing.edit({ byline: 'Orla Fennimore, B&B', sectionId: 's2', commentary: 'One.' });
    await save(first);
    // It is learned behind Save's back.
    await waitFor(async () =>
      expect(await allOutlets(first.db)).toMatchObject([
        { host: 'bench.example', name: 'B&B', rejected: ['site team'], byline: null, sectionId: 's2' },
      ]),
    );
    const elsewhere = openPopup({
      db: first.db,
      tab: { ...TAB, address: 'https://other.example/x' },
      reading: { outcome: 'read', capture: DOUBTFUL },
    });
    await elsewhere.begun;
    elsewhere.writing.edit({ sectionId: 's1', commentary: 'Two.' });
    await save(elsewhere);
    const second = await another(first.db);
    expect(second.writing.state.entry).toMatchObject({
      sectionId: 's2',
      links: [{ byline: 'Orla Fennimore, B&B' }],
    });
  });

  test('who writes where a page names nobody is proposed, and is to be checked', async () => {
    const db = database();
    await correctOutlet(db, 'bench.example', { byline: 'Ada Quill' }, 1);
    const { writing } = await popup({ authors: [], evidence: {} }, db);
    await waitFor(() => expect(writing.state.entry.links[0]?.byline).toBe('Ada Quill, Bench & Bay'));
    expect(await screen.findByRole('button', { name: /^Check this/ })).toBeTruthy();
  });

  test('nothing is learned where nothing was corrected', async () => {
    const first = await popup();
    first.writing.edit({ commentary: 'One.' });
    await save(first);
    const elsewhere = openPopup({ db: first.db, tab: { ...TAB, address: 'https://other.example/x' } });
    await elsewhere.begun;
    elsewhere.writing.edit({ sectionId: 's2', commentary: 'Two.' });
    await save(elsewhere);
    await waitFor(async () => expect(await allOutlets(first.db)).not.toEqual([]));
    expect(await allOutlets(first.db)).toMatchObject([{ host: 'other.example' }]);
  });

  test('the rule of the house makes the byline', async () => {
    const db = database();
    await addNewsletter(db, beginning());
    await updateNewsletter(db, 'n1', (newsletter) => ({
      ...newsletter,
      style: { ...newsletter.style, byline: { ...newsletter.style.byline, parts: 'outlet-author', between: ' – ' } },
    }));
    await correctOutlet(db, 'bench.example', { name: 'Bench' }, 1);
    const { writing } = await popup({}, db);
    expect(writing.state.entry.links[0]?.byline).toBe('Bench – Site Team');
  });

  test('what was printed lies in the record, with what was captured', async () => {
    const first = await popup();
    first.writing.edit({ byline: 'Orla Fennimore, B&B', title: 'Minus eighty', commentary: 'One.' });
    await save(first);
    expect(await first.db.entries.toArray()).toMatchObject([
      {
        links: [
          {
            title: 'Minus eighty',
            byline: 'Orla Fennimore, B&B',
            address: 'https://bench.example/minus-eighty',
            original: TAB.address,
            capture: { title: 'Who owns the minus-eighty?', authors: ['Site Team'], rawTitle: DOUBTFUL.rawTitle },
          },
        ],
      },
    ]);
  });
});

test.each([
  ['b', 1, 2],
  ['c', 1, 0],
  ['a', -1, 2],
  ['x', 1, 0],
  ['x', -1, 0],
] as const)('from %j, %i is the place %i', (value, by, expected) => {
  expect(nextOf(['a', 'b', 'c'], value, by)).toBe(expected);
});

test.each([
  ['byline', 'popupSourceByline'],
  ['headline', 'popupSourceByline'],
  ['author-group', 'popupSourceByline'],
  ['byl', 'popupSourceMeta'],
  ['dc.title', 'popupSourceData'],
  ['application-name', 'popupSourceOther'],
  ['itemprop=author', 'popupSourceByline'],
  ['rel=author', 'popupSourceByline'],
  ['JSON-LD', 'popupSourceData'],
  ['citation_author', 'popupSourceData'],
  ['og:title', 'popupSourceSharing'],
  ['article:author', 'popupSourceMeta'],
  ['author', 'popupSourceMeta'],
  ['h1', 'popupSourceHeading'],
  ['title', 'popupSourceWindow'],
  [null, 'popupSourceOther'],
])('the source %j is called %s', (source, key) => {
  expect(sourceWords(source)).toBe(key);
});
