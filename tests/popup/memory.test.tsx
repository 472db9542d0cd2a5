// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { linkToTab } from '../../src/domain/link.ts';
import type { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter, updateIssue, updateNewsletter } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { beginning, database, entry } from '../storage/database.ts';
import { commentary, openPopup, replace, TAB, type } from './stage.tsx';

const PAGE = 'http://www.bench.example/minus-eighty/';

let db: Database;
beforeEach(async () => {
  db = database();
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter, issue });
  await updateIssue(db, 'i1', { number: 134 }, 1);
  await db.issues.bulkAdd(
    [112, 129].map((number) => ({
      ...issue,
      id: `old-${number}`,
      number,
      date: number === 129 ? '2022-07-22' : '2022-03-04',
      state: 'published' as const,
      printed: { markdown: `# ${number}`, style: newsletter.style },
    })),
  );
});

/** An entry that ran in #129, unless a test says otherwise. */
const ran = (fields: Partial<Entry> = {}): Promise<unknown> =>
  db.entries.add(
    stored(
      entry('ran', {
        issueId: 'old-129',
        links: [{ ...linkToTab({ address: PAGE, title: 'Minus eighty' }), byline: 'Orla Fennimore, Bench' }],
        commentary: '> A *rule* that needs [a policeman](https://x.example/a_b) is **not** a rule.',
        savedAt: 5,
        ...fields,
      }),
    ),
  );

const open = async () => {
  const popup = openPopup({ db });
  await popup.begun;
  return popup;
};
const note = () => screen.findByRole('region', { name: 'Published before' });
const referKey = () => fireEvent.keyDown(commentary(), { code: 'KeyB', key: 'B', altKey: true, shiftKey: true });

describe('a page that ran before', () => {
  test('is known with its issue, day, section and first words', async () => {
    await ran();
    const { container } = await open();
    expect((await note()).textContent).toContain('Already ran in #129, Fri 22 Jul 2022, Work');
    expect((await note()).textContent).toContain('“A rule that needs a policeman is not a rule.”');
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  test('is named with the newest issue first, the others after it, and another address', async () => {
    await ran();
    await ran({ id: 'older', issueId: 'old-112', links: [linkToTab({ address: TAB.address, title: 'x' })] });
    await open();
    expect((await note()).textContent).toContain('#129, Fri 22 Jul 2022, Work and in #112');
  });

  test.each([
    [
      'is told as a link in a commentary',
      { links: [], commentary: `See [this](${PAGE}).` },
      'A commentary in #129 links to it',
    ],
    ['and was mentioned later is told as what ran', {}, 'Already ran in #129'],
  ])('%s', async (_, fields, said) => {
    await ran(fields);
    await open();
    expect((await note()).textContent).toContain(said);
  });

  test.each([
    [
      'another page of the site',
      { links: [linkToTab({ address: 'https://bench.example/minus-eighty?id=2', title: '' })] },
    ],
    ['the backlog', { issueId: null }],
    ['the bin', { deletedAt: 9 }],
    ['another newsletter', { newsletterId: 'n2' }],
  ])('in %s did not run', async (_, fields) => {
    await ran(fields);
    await open();
    await screen.findAllByRole('button', { name: /Save/ });
    expect(screen.queryByRole('region', { name: 'Published before' })).toBeNull();
  });

  test('that is being written again says both', async () => {
    await ran();
    await saveEntry(db, entry('again', { links: [linkToTab(TAB)], sectionId: 's1' }), 9);
    await open();
    expect(await screen.findByText(/It already ran in #129\./)).toBeTruthy();
  });

  test('is read whole on the desk', async () => {
    await ran();
    const { told } = await open();
    fireEvent.click(await screen.findByText('Read all of it'));
    await waitFor(() => expect(told.desk).toEqual(['entry=ran']));
  });
});

describe('a reference back', () => {
  const link = '(#[129](https://tide.example/0129))';
  beforeEach(async () => {
    await updateNewsletter(db, 'n1', (newsletter) => ({
      ...newsletter,
      issueAddress: 'https://tide.example/{{ issue.number | prepend: "0000" | slice: -4, 4 }}',
    }));
    await ran();
  });

  test('is inserted at the caret with one key, in the form of the house, and taken back', async () => {
    await open();
    await note();
    replace(commentary(), 'As we said  and more');
    commentary().setSelectionRange(11, 11);
    referKey();
    await waitFor(() => expect(commentary().value).toBe(`As we said ${link} and more`));
    expect(commentary().selectionStart).toBe(11 + link.length);
    expect(await screen.findByText(/Back-reference to #129 inserted/)).toBeTruthy();
    await waitFor(async () =>
      expect((await db.entries.toArray()).some((one) => one.commentary.includes(link))).toBe(true),
    );
    fireEvent.click(screen.getByText('Undo', { selector: '#unrefer' }));
    expect(commentary().value).toBe('As we said  and more');
    expect(await note()).toBeTruthy();
  });

  test('keeps a space from the word before, and comes once however often the key repeats', async () => {
    await open();
    await note();
    type(commentary(), 'As said');
    referKey();
    referKey();
    await waitFor(() => expect(commentary().value).toBe(`As said ${link}`));
  });

  test('is found again after something was written before it', async () => {
    await open();
    await note();
    fireEvent.click(screen.getByText('Insert back-reference'));
    await waitFor(() => expect(commentary().value).toBe(link));
    replace(commentary(), `See ${link} there`);
    fireEvent.click(await screen.findByText('Undo', { selector: '#unrefer' }));
    expect(commentary().value).toBe('See  there');
  });
});

describe('what else ran', () => {
  test('from author and site is counted, with the last issue', async () => {
    await ran({
      id: 'one',
      issueId: 'old-112',
      links: [{ ...linkToTab({ address: 'https://bench.example/1', title: '' }), byline: 'Orla Fennimore, Bench' }],
    });
    await ran({
      id: 'two',
      savedAt: 9,
      links: [{ ...linkToTab({ address: 'https://elsewhere.example/2', title: '' }), byline: 'ORLA FENNIMORE' }],
    });
    await open();
    expect(
      await screen.findByText(/3rd by this author; last in #129\. 2nd from this site; last in #112\./),
    ).toBeTruthy();
  });

  test('suggests the section with its reason; one key takes it, and a choice is never overwritten', async () => {
    for (const id of ['1', '2', '3']) {
      await ran({ id, sectionId: 's2', links: [linkToTab({ address: `https://bench.example/${id}`, title: '' })] });
    }
    const { writing } = await open();
    expect(await screen.findByText(/You filed 3 pages from this site there/)).toBeTruthy();
    expect(writing.state.entry.sectionId).toBe('s1');
    fireEvent.keyDown(commentary(), { code: 'KeyS', key: 'S', altKey: true, shiftKey: true });
    await waitFor(() => expect(writing.state.entry.sectionId).toBe('s2'));
    expect(screen.queryByText(/You filed/)).toBeNull();
    writing.edit({ sectionId: 's1' });
    await waitFor(() => expect(screen.queryByText(/You filed/)).toBeNull());
  });
});
