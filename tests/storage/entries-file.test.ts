import { describe, expect, test } from 'vitest';
import { fromCell } from '../../src/domain/formula-cell.ts';
import { stored } from '../../src/storage/entries.ts';
import { entriesCsv } from '../../src/storage/entries-csv.ts';
import { type AllEntries, allEntries, EntriesFile, entriesJson } from '../../src/storage/entries-file.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { database } from './database.ts';

const { newsletter, issue, articles, odds } = aNewsletter();
const SAVED = Date.parse('2026-11-20T08:30:00Z');

const all = (...entries: AllEntries['entries']): AllEntries => ({
  newsletters: [newsletter],
  issues: [issue],
  entries,
});

const HEAD = 'newsletter,issue,section,state,shape,title,address,byline,commentary,due,saved';

/** Reads RFC 4180, as written there: for the tests, by another way than it is written. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const text = csv.replace(/^\uFEFF/, '');
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (const [, raw = '', end] of text.matchAll(cells)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

describe('all entries as a table', () => {
  test('one row per entry, ordered as they are printed, the backlog behind', () => {
    const paper = aLink({ address: 'https://a.example/', title: 'Paper', byline: 'Author *et al*' });
    const csv = entriesCsv(
      all(
        anEntry({ id: 'd', commentary: 'Later.', savedAt: null, state: 'draft', rank: 'a0' }),
        anEntry({
          id: 'c',
          issueId: issue.id,
          sectionId: odds,
          shape: 'one-liner',
          links: [paper],
          deletedAt: 5,
          rank: 'a0',
        }),
        anEntry({ id: 'b', issueId: issue.id, sectionId: articles, links: [paper], dueOn: '2026-12-24', rank: 'a1' }),
        anEntry({
          id: 'a',
          issueId: issue.id,
          sectionId: articles,
          links: [paper],
          commentary: 'Good.',
          savedAt: SAVED,
        }),
      ),
    );
    expect(csv).toBe(
      [
        `\uFEFF${HEAD}`,
        'Small Findings,1,Articles,kept,headline,Paper,https://a.example/,Author *et al*,Good.,,2026-11-20T08:30:00.000Z',
        'Small Findings,1,Articles,kept,headline,Paper,https://a.example/,Author *et al*,,2026-12-24,1970-01-01T00:00:01.000Z',
        'Small Findings,1,Odds,bin,one-liner,Paper,https://a.example/,Author *et al*,,,1970-01-01T00:00:01.000Z',
        'Small Findings,,,draft,note,,,,Later.,,',
        '',
      ].join('\r\n'),
    );
  });

  test('further links stand in further columns', () => {
    const link = (n: number) => aLink({ address: `https://${n}.example/`, title: `T${n}`, byline: `B${n}` });
    const [head, two, one] = rowsOf(
      entriesCsv(
        all(
          anEntry({ id: 'a', links: [link(1), link(2)], rank: 'a0', savedAt: null }),
          anEntry({ id: 'b', links: [link(3)], rank: 'a1', savedAt: null }),
        ),
      ),
    );
    expect(head?.join()).toBe(`${HEAD},title 2,address 2,byline 2`);
    expect(two?.slice(-3)).toEqual(['T2', 'https://2.example/', 'B2']);
    expect(one?.slice(-3)).toEqual(['', '', '']);
  });

  test.each([
    ['a comma', 'a, b', '"a, b"'],
    ['quotes', 'a "b" c', '"a ""b"" c"'],
    ['lines', 'a\nb\r\nc', '"a\nb\r\nc"'],
    ['a formula', '=HYPERLINK("https://evil.example","a")', '"\'=HYPERLINK(""https://evil.example"",""a"")"'],
    ['a sum', '+1', "'+1"],
    ['a list', '- a', "'- a"],
    ['a function of old', '@SUM(1)', "'@SUM(1)"],
    ['a tab in front', '\t=1', "'\t=1"],
    ['a line break in front', '\r=1', '"\'\r=1"'],
    ['a space in front', ' =1', "' =1"],
    ['signs in full width', '＝1+1', "'＝1+1"],
    ['an apostrophe of its own before a formula', "'=1", "''=1"],
    ['an apostrophe of its own', "'Tis", "'Tis"],
    ['an equals sign inside', '1 = 1', '1 = 1'],
    ['all scripts', '“雨” 🌧', '“雨” 🌧'],
  ])('a cell with %s', (_, commentary, written) => {
    const csv = entriesCsv(all(anEntry({ id: 'a', commentary, savedAt: null })));
    expect(csv.slice(csv.indexOf('\r\n') + 2)).toBe(`Small Findings,,,kept,note,,,,${written},,\r\n`);
    expect(fromCell(rowsOf(csv)[1]?.[8] ?? '')).toBe(commentary);
  });
});

describe('all entries as JSON', () => {
  test('read again are the records as they were, to the letter', async () => {
    const db = database();
    await addNewsletter(db, { newsletter, issue });
    const entry = anEntry({
      id: 'a',
      links: [aLink({ address: 'https://a.example/', title: '=1' })],
      commentary: '- a\r\n  “b”  ',
      dueOn: '2026-12-24',
    });
    const binned = anEntry({ id: 'b', state: 'draft', deletedAt: 7 });
    await db.entries.bulkPut([stored(entry), stored(binned)]);
    await db.table('entries').put({ ...stored(anEntry({ id: 'damaged' })), links: 'none' });
    const text = entriesJson(await allEntries(db), SAVED);
    expect(EntriesFile.parse(JSON.parse(text))).toEqual({
      format: 'roundup-entries',
      version: 1,
      exportedAt: '2026-11-20T08:30:00.000Z',
      newsletters: [newsletter],
      issues: [issue],
      entries: [entry, binned],
    });
  });

  test.each([{ format: 'other' }, { version: 2 }, { entries: [{ id: 'a' }] }])(
    'with %o is none of its kind',
    (wrong) => {
      const file = JSON.parse(entriesJson(all(anEntry({ id: 'a' })), SAVED));
      expect(EntriesFile.safeParse(file).success).toBe(true);
      expect(EntriesFile.safeParse({ ...file, ...wrong }).success).toBe(false);
    },
  );
});
