import { expect, test } from 'vitest';
import { stored } from '../../src/storage/entries.ts';
import { publishedAbout } from '../../src/storage/published.ts';
import { beginning, database, entry } from './database.ts';

const { issue, newsletter } = beginning();
const printed = { markdown: '', style: newsletter.style };
const wentOut = (id: string, number: number, date: string) => ({ ...issue, id, number, date, printed });

test('what went out about a page is found by its key, the newest first', async () => {
  const db = database();
  await db.entries.bulkPut([
    stored(entry('x', { id: 'old', issueId: 'i7' })),
    stored({ ...entry('x'), id: 'new', issueId: 'i9', links: entry('x').links }),
    stored({ ...entry('x'), id: 'waiting' }),
    stored({ ...entry('x'), id: 'unpublished', issueId: 'i1' }),
    stored({ ...entry('x'), id: 'deleted', issueId: 'i7', deletedAt: 5 }),
    stored(entry('y', { id: 'other', issueId: 'i7' })),
    stored(entry('z', { id: 'mention', issueId: 'i7', commentary: 'See https://a.example/x for it.' })),
  ]);
  const issues = [issue, wentOut('i7', 7, '2022-07-01'), wentOut('i9', 9, '2022-07-15')];
  const about = await publishedAbout(db, issues, ['a.example/x', 'a.example/unknown']);
  expect(about).toEqual(
    new Map([
      [
        'a.example/x',
        [
          { issueId: 'i9', issueNumber: 9, date: '2022-07-15', entryId: 'new' },
          { issueId: 'i7', issueNumber: 7, date: '2022-07-01', entryId: 'old' },
        ],
      ],
      ['a.example/unknown', []],
    ]),
  );
});

test('while no issue has gone out, nothing is asked', async () => {
  const db = database();
  db.close();
  expect(await publishedAbout(db, [issue], ['a.example/x'])).toEqual(new Map([['a.example/x', []]]));
});
