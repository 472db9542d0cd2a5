// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { paperAt } from '../../src/domain/paper.ts';
import type { Database } from '../../src/storage/database.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { beginning, database } from '../storage/database.ts';
import { CAPTURE, commentary, field, openPopup, replace, TAB, type } from './stage.tsx';

async function popup(options: Parameters<typeof openPopup>[0] = {}) {
  const db = database();
  await addNewsletter(db, beginning());
  const opened = openPopup({ db, ...options });
  await opened.begun;
  return opened;
}

const all = (db: Database) => db.entries.toArray();
const ctrlK = () => fireEvent.keyDown(commentary(), { key: 'k', ctrlKey: true });

describe('Ctrl+K', () => {
  test('turns the selected words into the link to this page, and the entry is printed without a headline', async () => {
    const { db } = await popup();
    type(commentary(), 'Read this log today');
    commentary().setSelectionRange(5, 13);
    ctrlK();
    expect(commentary().value).toBe('Read [this log](https://bench.example/minus-eighty) today');
    await waitFor(() => expect(field('Inline').checked).toBe(true));
    await waitFor(async () =>
      expect(await all(db)).toMatchObject([{ shape: 'inline', commentary: commentary().value }]),
    );
  });

  test('escapes the address for Markdown', async () => {
    const { writing } = await popup({ tab: { ...TAB, address: 'https://bench.example/a_(b' } });
    type(commentary(), 'this');
    commentary().setSelectionRange(0, 4);
    ctrlK();
    expect(commentary().value).toBe('[this](https://bench.example/a_%28b)');
    expect(writing.state.entry.links[0]?.address).toBe('https://bench.example/a_(b');
  });

  test('leaves a one-liner a one-liner', async () => {
    const { writing } = await popup();
    writing.edit({ shape: 'one-liner' });
    type(commentary(), 'this');
    commentary().setSelectionRange(0, 4);
    ctrlK();
    expect(writing.state.entry.shape).toBe('one-liner');
  });
});

describe('a link that is not in the text', () => {
  test('is missed in an inline entry and can be put at its end', async () => {
    const { writing } = await popup();
    type(commentary(), 'Worth reading.');
    writing.edit({ shape: 'inline' });
    expect(await screen.findByText(/No link yet/)).toBeTruthy();
    fireEvent.click(screen.getByText('put it at the end'));
    expect(commentary().value).toBe('Worth reading. [Who owns the minus-eighty?](https://bench.example/minus-eighty)');
    await waitFor(() => expect(screen.queryByText(/No link yet/)).toBeNull());
  });

  test.each(['', '  '])('has the address for its words where the title is %j', async (title) => {
    const { writing } = await popup();
    writing.edit({ shape: 'inline', title });
    fireEvent.click(await screen.findByText('put it at the end'));
    expect(commentary().value).toBe('[bench.example/minus-eighty](https://bench.example/minus-eighty)');
  });

  test('stands before a one-liner, which is said', async () => {
    const { writing } = await popup();
    writing.edit({ shape: 'one-liner' });
    expect(await screen.findByText(/The title is printed in front/)).toBeTruthy();
  });
});

describe('the address', () => {
  test('is shown clean, and the cleaning can be undone', async () => {
    const { db, writing } = await popup();
    expect(screen.getByText('bench.example/minus-eighty')).toBeTruthy();
    expect(screen.getByText(/Removed 1 tracking parameter/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(screen.queryByText(/Removed 1/)).toBeNull());
    expect(writing.state.entry.links[0]?.address).toBe(TAB.address);
    await waitFor(async () => expect(await all(db)).toMatchObject([{ touched: ['address'] }]));
  });

  test('taken out makes the entry a note, and comes back with everything it had', async () => {
    const { db, writing } = await popup();
    const before = writing.state.entry.links;
    fireEvent.click(screen.getByRole('button', { name: 'Edit the address' }));
    const address = await screen.findByLabelText('Address');
    expect(document.activeElement).toBe(address);
    replace(field('Address'), '');
    expect(await screen.findByText(/Without an address this is a note/)).toBeTruthy();
    await waitFor(async () => expect(await all(db)).toMatchObject([{ links: [] }]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    fireEvent.click(screen.getByText('Put this page’s address back'));
    await waitFor(() => expect(writing.state.entry.links).toEqual(before));
  });

  test('that readers cannot follow is pointed out and kept', async () => {
    const { writing } = await popup();
    writing.edit({ address: 'gopher://a.example/' });
    expect(await screen.findByText(/Readers can follow http, https and mailto addresses only/)).toBeTruthy();
    expect(writing.state.entry.links[0]?.address).toBe('gopher://a.example/');
  });

  test('can be given to the note about a page of the browser', async () => {
    const { db } = await popup({ tab: { ...TAB, address: '' }, reading: { outcome: 'browser-page' } });
    const address = field('Address');
    address.focus();
    replace(address, 'h');
    replace(address, 'https://other.example/page');
    expect(document.activeElement).toBe(address);
    await waitFor(async () =>
      expect(await all(db)).toMatchObject([{ links: [{ address: 'https://other.example/page', title: TAB.title }] }]),
    );
  });
});

test.each([
  ['pdf', /The PDF viewer keeps its pages closed/],
  ['guarded', /lets no extension read this page/],
  ['slow', /has not answered yet/],
] as const)('a page that is not read (%s) says why and has title and address of the tab', async (outcome, sentence) => {
  await popup({ reading: { outcome } });
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(field('Title').value).toBe(TAB.title);
  expect(screen.getByText('bench.example/minus-eighty')).toBeTruthy();
});

test('the PDF of a paper has what its address tells, and it is said what is missing', async () => {
  const tab = { ...TAB, address: 'https://arxiv.org/pdf/2101.00001v2', title: 'Rope and its knots' };
  const capture = paperAt(tab);
  if (capture === null) throw new Error('arXiv is not known');
  const { writing } = await popup({ tab, reading: { outcome: 'read', capture, isPaper: true } });
  expect(await screen.findByText(/This is the PDF of a paper/)).toBeTruthy();
  expect(field('Title').value).toBe('Rope and its knots');
  expect(writing.state.entry.links[0]).toMatchObject({ byline: 'arXiv', original: tab.address });
});

test('what is selected on the page is quoted as the text it is there', async () => {
  const selection = 'Some *stars*\n\n# and <b>a</b> fence';
  await popup({ reading: { outcome: 'read', capture: { ...CAPTURE, selection } } });
  fireEvent.click(screen.getByRole('button', { name: /^Quote what is selected on the page/ }));
  expect(commentary().value).toBe('> Some \\*stars\\*\n>\n> \\# and &lt;b>a&lt;/b> fence\n\n');
});

test('a page without a title has an empty one, not its address', async () => {
  await popup({
    tab: { ...TAB, title: 'bench.example/minus-eighty?utm_source=x' },
    reading: { outcome: 'read', capture: { ...CAPTURE, title: '' } },
  });
  expect(field('Title').value).toBe('');
  expect(field('Title').placeholder).toBe('The page has no title. Give it one');
});

test('a listing has a day until which it is open', async () => {
  const { db, writing } = await popup();
  writing.edit({ shape: 'listing' });
  replace((await screen.findByLabelText('Due')) as HTMLInputElement, '2027-01-31');
  await waitFor(async () => expect(await all(db)).toMatchObject([{ dueOn: '2027-01-31' }]));
});
