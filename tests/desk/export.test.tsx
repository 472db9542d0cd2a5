// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { updateNewsletter } from '../../src/storage/newsletters.ts';
import { aDesk, card, entryOf, openDesk, press, threeArticles, untilShown } from './desk-fixtures.tsx';

const markdown = () => document.querySelector('.md')?.textContent ?? '';

describe('the Markdown', () => {
  test('stands beside the issue and says how it reads back', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await waitFor(() => expect(markdown()).toContain('[Second](https://second.example/)\n\nAbout Second.'));
    await screen.findByText('Read back: all 4 links and their words came out as written.');
  });

  test('is copied with C, and downloaded under a name that every system takes', async () => {
    const { db } = await threeArticles();
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    press('c');
    await screen.findByText('Copied the Markdown of issue 1.');
    fireEvent.click(screen.getByRole('button', { name: 'Download the Markdown' }));
    await screen.findByText('Downloaded roundup-small-findings-1.md.');
    expect(asked.copied).toEqual([markdown()]);
    expect(asked.downloads).toEqual([{ name: 'roundup-small-findings-1.md', text: markdown() }]);
  });

  test('says so when the browser refuses the clipboard', async () => {
    const { db } = await threeArticles();
    openDesk(db, { copyText: () => Promise.reject(new Error('NotAllowedError')) });
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    press('c');
    await screen.findByText(/^Not copied: the browser refused the clipboard/);
  });

  test('with a difference can be copied, says what differs, and leads to the entry', async () => {
    const { db } = await aDesk(({ issueId, articles }) => [
      entryOf('Sound', { issueId, sectionId: articles }),
      entryOf('Broken', {
        issueId,
        sectionId: articles,
        links: entryOf('Broken').links.map((link) => ({ ...link, address: 'job at the lab' })),
      }),
    ]);
    const asked = openDesk(db);
    await screen.findByText('Read back: 1 link did not come out as written.');
    fireEvent.click(screen.getByRole('button', { name: 'Broken' }));
    await waitFor(() => expect(document.activeElement).toBe(card('Broken')));
    press('c');
    await screen.findByText(/^Copied the Markdown of issue 1. 1 link does not read back/);
    expect(asked.copied).toHaveLength(1);
  });

  test('of a faulty house style is a sentence with line and column; the rest of the desk works', async () => {
    const { db, newsletter } = await threeArticles();
    await updateNewsletter(db, newsletter.id, (before) => ({
      ...before,
      style: { ...before.style, frame: 'one\n  {{ issue.number | nonsense }}' },
    }));
    const asked = openDesk(db);
    await screen.findByText(/^The house style has a fault in line 2, column 3: .*nonsense/);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    card('First').focus();
    press('Delete');
    await untilShown('issue', ['Second', 'Third', 'Odd']);
    press('c');
    await screen.findByText(/^Nothing to hand over/);
    expect(asked.copied).toEqual([]);
  });

  test('of an empty issue is not offered', async () => {
    const { db } = await aDesk(() => []);
    openDesk(db);
    await screen.findByText('Your first issue starts on any page');
    expect(screen.queryByRole('button', { name: /Markdown/ })).toBeNull();
  });
});

describe('when something is wrong', () => {
  test('a damaged entry is reported, can be exported, and takes nothing else down', async () => {
    const { db, issue } = await threeArticles();
    const damaged = { ...stored(entryOf('Damaged', { issueId: issue.id })), links: 'none' };
    await db.table('entries').put(damaged);
    const asked = openDesk(db);
    await screen.findByText(/^1 entry could not be read. Nothing else is affected./);
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    fireEvent.click(screen.getByRole('button', { name: 'Export it' }));
    expect(asked.downloads[0]?.name).toBe('roundup-damaged-2026-11-22.json');
    expect(JSON.parse(asked.downloads[0]?.text ?? '')).toMatchObject([
      { table: 'entries', id: 'damaged', record: damaged },
    ]);
  });

  test('a damaged entry that no list would ever read is found when the desk opens', async () => {
    const { db } = await threeArticles();
    await db.table('entries').put({ ...stored(entryOf('Nowhere')), newsletterId: 7 });
    openDesk(db);
    await screen.findByText(/^1 entry could not be read. Nothing else is affected./);
  });

  test('a database that is refused is a sentence with a remedy', async () => {
    // What Firefox does in a private window: every request to open fails.
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    openDesk(new Database('relaxed', 'refused'));
    await screen.findByText('The desk cannot open its database');
    open.mockRestore();
  });

  test('before the first newsletter it says where to begin', async () => {
    const db = new Database('relaxed', 'nothing-yet');
    const asked = openDesk(db);
    await screen.findByText('Your newsletter has no name yet');
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(asked.options).toBe(1);
    db.close();
  });
});

describe('an address', () => {
  test.each([
    ['#drafts', 'Drafts'],
    ['#bin', 'Bin'],
  ])('with %s opens that list, and names no place afterwards', async (hash, name) => {
    const { db } = await threeArticles();
    location.hash = hash;
    openDesk(db);
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: new RegExp(`^${name}`) }).getAttribute('aria-selected')).toBe('true'),
    );
    expect(location.hash).toBe('');
  });

  test('with #entry= goes to that entry', async () => {
    const { db } = await threeArticles();
    location.hash = '#entry=third';
    openDesk(db);
    await waitFor(() => expect(document.activeElement).toBe(card('Third')));
  });
});
