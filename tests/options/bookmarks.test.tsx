// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BookmarksImport } from '../../options/bookmarks-import.tsx';
import { linkToTab } from '../../src/domain/link.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter, allNewsletters } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { english } from '../popup/english.ts';
import { beginning, database, entry } from '../storage/database.ts';

type Db = ReturnType<typeof database>;
let db: Db;

beforeEach(async () => {
  db = database('strict');
  await addNewsletter(db, beginning());
});
afterEach(cleanup);

function open() {
  let ids = 0;
  const browser = {
    now: () => Date.UTC(2031, 4, 9),
    newId: () => `new-${++ids}`,
    openDesk: async () => {},
  } as unknown as Parameters<typeof BookmarksImport>[0]['browser'];
  return render(
    <SayProvider value={english}>
      <BookmarksImport db={db} browser={browser} onBusy={() => {}} />
    </SayProvider>,
  );
}

/** Chooses a file that holds this, as the file dialog would. */
async function choose(text: string | Uint8Array<ArrayBuffer>) {
  await screen.findByText('Choose a file of bookmarks…', { selector: 'button' });
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = Object.assign(new Blob([bytes]), { name: 'file', arrayBuffer: async () => bytes.buffer });
  const input = document.querySelector('#bookmarks-file') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

const PINS = JSON.stringify([
  {
    href: 'https://a.example/1',
    description: 'Rope',
    extended: 'On ropes.',
    tags: 'jobs sea',
    time: '2022-08-26T08:00:00Z',
  },
  { href: 'https://a.example/2?utm_source=x', description: 'Knots', extended: '', tags: 'sea' },
  { href: 'http://www.a.example/1/', description: 'Rope again', extended: 'More.', tags: '' },
  { href: 'javascript:alert(1)', description: 'Bad', extended: '', tags: '' },
]);
const all = () => db.entries.toArray();
const row = (name: string) => (screen.getByText(name, { selector: '.name' }).closest('tr') as HTMLElement).textContent;

describe('bookmarks', () => {
  test('are checked before anything is written, and then lie in the backlog', async () => {
    const { container } = open();
    await choose(PINS);
    expect(await screen.findByText('Nothing has been added yet.')).toBeTruthy();
    expect(row('Rope')).toContain('Jobs');
    expect(row('Knots')).toContain('Backlog');
    expect(row('Rope again')).toContain('The same page twice');
    expect(row('Bad')).toContain('not one that readers could open');
    expect(await all()).toEqual([]);
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 entries' }));
    expect(await screen.findByText('2 entries are in the backlog, read back and compared.')).toBeTruthy();
    const entries = await all();
    expect(entries.map(({ commentary, sectionId, issueId, place }) => [commentary, sectionId, issueId, place])).toEqual(
      expect.arrayContaining([
        ['On ropes.\n\nMore.', 's3', null, 'backlog'],
        ['', null, null, 'backlog'],
      ]),
    );
    expect(entries.find(({ sectionId }) => sectionId === 's3')).toMatchObject({
      savedAt: Date.UTC(2022, 7, 26, 8),
      links: [{ title: 'Rope', titleIsMarkdown: false, address: 'https://a.example/1' }],
    });
    expect(entries.map(({ links }) => links[0]?.address)).toContain('https://a.example/2');
  });

  test('once more change nothing, and are taken back as a whole', async () => {
    open();
    await choose(PINS);
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 entries' }));
    fireEvent.click(await screen.findByText('Back'));
    await choose(PINS);
    await screen.findByText('Nothing has been added yet.');
    expect(row('Rope')).toContain('Already in the backlog.');
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    fireEvent.click(screen.getByText('Back'));
    await choose(PINS.replaceAll('a.example', 'b.example'));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 entries' }));
    fireEvent.click(await screen.findByRole('button', { name: /Undo this import/ }));
    await screen.findByText(/2 entries/);
    expect(await all()).toHaveLength(2);
  });

  test('that ran before are left out until they are asked for', async () => {
    const { newsletter, issue } = beginning();
    await db.issues.add({
      ...issue,
      id: 'old',
      number: 112,
      state: 'published',
      printed: { markdown: '', style: newsletter.style },
    });
    await db.entries.add(
      stored(entry('ran', { issueId: 'old', links: [linkToTab({ address: 'https://a.example/1', title: '' })] })),
    );
    open();
    await choose(PINS);
    await screen.findByText('Nothing has been added yet.');
    expect(row('Rope')).toContain('Already ran in #112.');
    fireEvent.click(screen.getByLabelText(/ran before, too/));
    await waitFor(() => expect(row('Rope')).toContain('Add'));
  });

  test('get a new section for a tag', async () => {
    open();
    await choose(PINS);
    fireEvent.change(await screen.findByLabelText(/^sea/), { target: { value: 'new' } });
    await waitFor(() => expect(row('Knots')).toContain('sea'));
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 entries' }));
    await screen.findByText(/are in the backlog/);
    const sections = (await allNewsletters(db))[0]?.sections ?? [];
    expect(sections.map(({ name }) => name)).toContain('sea');
    const knots = (await all()).find(({ links }) => links[0]?.title === 'Knots');
    expect(knots?.sectionId).toBe(sections.find(({ name }) => name === 'sea')?.id);
  });

  test('are pasted as a list, and stand behind what was there', async () => {
    await saveEntry(db, entry('mine', { sectionId: null }), 1);
    open();
    fireEvent.click(await screen.findByText('Paste a list of addresses…'));
    const list = screen.getByLabelText<HTMLTextAreaElement>('Addresses, one per line');
    list.value = 'https://x.example/1\nhttps://x.example/2\n';
    fireEvent.click(screen.getByText('Read the list'));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 2 entries' }));
    await screen.findByText(/are in the backlog/);
    const ranked = (await all()).sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ links }) => links[0]?.address);
    expect(ranked).toEqual(['https://a.example/mine', 'https://x.example/1', 'https://x.example/2']);
  });

  test.each([
    ['is no text', new Uint8Array([0x89, 0x50, 0, 1, 0xff]), /no text in UTF-8/],
    ['is something else', 'Dear editor,\nhello', /neither a bookmarks file/],
    ['holds nothing', '', /holds no bookmarks/],
    ['was cut off', '[{"href":"https', /broken at/],
  ])('from a file that %s: a sentence, and nothing is written', async (_, text, sentence) => {
    open();
    await choose(text);
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    expect(await all()).toEqual([]);
    expect(within(document.body).queryByRole('table')).toBeNull();
  });
});
