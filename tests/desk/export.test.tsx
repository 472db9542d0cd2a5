// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { EntriesFile } from '../../src/storage/entries-file.ts';
import { updateIssue, updateNewsletter } from '../../src/storage/newsletters.ts';
import { aDesk, card, entryOf, openDesk, press, showMarkdown, threeArticles, untilShown } from './desk-fixtures.tsx';

const markdown = () => document.querySelector('.md')?.textContent ?? '';

describe('the Markdown', () => {
  test('stands beside the issue and says how it reads back', async () => {
    const { db } = await threeArticles();
    openDesk(db);
    await showMarkdown();
    await waitFor(() => expect(markdown()).toContain('[Second](https://second.example/)\n\nAbout Second.'));
    await screen.findByText('Read back: all 4 links and their words came out as written.');
  });

  test('is copied with C', async () => {
    const { db } = await threeArticles();
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    press('c');
    await screen.findByText('Copied the Markdown of issue 1.');
    await showMarkdown();
    expect(asked.copied).toEqual([markdown()]);
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

/** Opens the menu of files and chooses a line of it. */
const choose = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Download' }));
  fireEvent.click(screen.getByRole('menuitem', { name }));
};

describe('what is taken away', () => {
  test('as a file has the name that the newsletter wants, and the very text', async () => {
    const { db, newsletter } = await threeArticles();
    await updateNewsletter(db, newsletter.id, (before) => ({
      ...before,
      fileName: '{{ issue.date }} {{ newsletter.name }}',
    }));
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    choose('Markdown file');
    await screen.findByText('Downloaded 2026-11-27 Small Findings.md.');
    await showMarkdown();
    expect(asked.downloads).toEqual([
      { name: '2026-11-27 Small Findings.md', text: markdown(), type: 'text/markdown' },
    ]);
  });

  test('as rich text is HTML with its plain words beside it', async () => {
    const { db } = await threeArticles();
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    fireEvent.click(screen.getByRole('button', { name: 'Copy rich text' }));
    await screen.findByText('Copied issue 1 as rich text.');
    expect(asked.richCopied[0]?.html).toContain(
      '<p><a href="https://second.example/">Second</a></p>\n<p>About Second.</p>',
    );
    expect(asked.richCopied[0]?.plain).toContain('Second (https://second.example/)\n\nAbout Second.');
  });

  test('as rich text can be refused by the browser', async () => {
    const { db } = await threeArticles();
    openDesk(db, { copyRichText: () => Promise.reject(new Error('NotAllowedError')) });
    await screen.findByText(/^Read back/);
    fireEvent.click(screen.getByRole('button', { name: 'Copy rich text' }));
    await screen.findByText(/^Not copied: the browser refused the clipboard/);
  });

  test('as a page of HTML has the name of the issue', async () => {
    const { db } = await threeArticles();
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    choose('HTML page');
    await screen.findByText('Downloaded roundup-small-findings-1.html.');
    expect(asked.downloads[0]?.type).toBe('text/html');
    expect(asked.downloads[0]?.text).toContain('<title>Small Findings #1, 27 Nov 2026</title>');
  });

  test('are all entries, as JSON and as CSV, the backlog and the bin too', async () => {
    const { db } = await threeArticles();
    await db.entries.put(stored(entryOf('Binned', { deletedAt: 5 })));
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    choose('All entries as JSON');
    await screen.findByText('Downloaded roundup-entries-2026-11-22.json.');
    choose('All entries as CSV');
    await screen.findByText('Downloaded roundup-entries-2026-11-22.csv.');
    const [json, csv] = asked.downloads;
    expect(EntriesFile.parse(JSON.parse(json?.text ?? '')).entries).toHaveLength(6);
    expect(csv?.text.match(/\r\n/g)).toHaveLength(7);
    expect([json?.type, csv?.type]).toEqual(['application/json', 'text/csv']);
  });

  test('of a published issue is byte for byte what went out, whatever has changed since', async () => {
    const { db, issue, newsletter } = await threeArticles();
    const markdown = '# As it was\r\n\n[Gone](https://gone.example/)  \n';
    await updateIssue(
      db,
      issue.id,
      { state: 'published', publishedAt: 5, printed: { markdown, style: newsletter.style } },
      6,
    );
    history.replaceState({ issueId: issue.id }, '');
    const asked = openDesk(db);
    await screen.findByText('Frozen as it went out.');
    await untilShown('issue', ['First', 'Second', 'Third', 'Odd']);
    expect(screen.getByRole('link', { name: 'Gone' })).toBeTruthy();
    press('c');
    await screen.findByText('Copied the Markdown of issue 1.');
    choose('Markdown file, as it went out');
    await screen.findByText('Downloaded roundup-small-findings-1.md.');
    fireEvent.click(screen.getByRole('button', { name: 'Copy rich text' }));
    await screen.findByText('Copied issue 1 as rich text.');
    expect(asked.copied).toEqual([markdown]);
    expect(asked.downloads[0]?.text).toBe(markdown);
    expect(asked.richCopied[0]?.html).toBe('<h1>As it was</h1>\n<p><a href="https://gone.example/">Gone</a></p>');
    fireEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Markdown file, as it went out',
      'HTML page',
      'All entries as JSON',
      'All entries as CSV',
    ]);
    history.replaceState(null, '');
  });

  test('of a published issue is the same page of HTML after the newsletter was renamed', async () => {
    const { db, issue, newsletter } = await threeArticles();
    const printed = {
      markdown: 'As it was.',
      style: newsletter.style,
      newsletter: { name: 'Old name', language: 'ar' },
    };
    await updateIssue(db, issue.id, { state: 'published', publishedAt: 5, printed }, 6);
    history.replaceState({ issueId: issue.id }, '');
    const asked = openDesk(db);
    await screen.findByText('Frozen as it went out.');
    choose('HTML page');
    await screen.findByText('Downloaded roundup-small-findings-1.html.');
    expect(asked.downloads[0]?.text).toContain('<html lang="ar" dir="rtl">');
    expect(asked.downloads[0]?.text).toContain('<title>Old name 1</title>');
    history.replaceState(null, '');
  });

  test('of an issue that is being corrected is what it is now, or what went out', async () => {
    const { db, issue, newsletter } = await threeArticles();
    await updateIssue(db, issue.id, { printed: { markdown: 'As it was.', style: newsletter.style } }, 6);
    history.replaceState({ issueId: issue.id }, '');
    const asked = openDesk(db);
    await screen.findByText(/^Read back/);
    choose('Markdown file');
    choose('Markdown file, as it went out');
    expect(asked.downloads.map(({ text }) => text.includes('About First.'))).toEqual([true, false]);
    expect(asked.downloads[1]?.text).toBe('As it was.');
    history.replaceState(null, '');
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
