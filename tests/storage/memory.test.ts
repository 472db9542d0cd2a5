import { beforeEach, expect, test } from 'vitest';
import { addressKey } from '../../src/domain/address.ts';
import { linkToTab } from '../../src/domain/link.ts';
import { entriesLeadingTo, stored } from '../../src/storage/entries.ts';
import { memoryOf, recall } from '../../src/storage/memory.ts';
import { beginning, database, entry } from './database.ts';

const { newsletter, issue } = beginning();
type Db = ReturnType<typeof database>;
let db: Db;

beforeEach(async () => {
  db = database();
  await db.newsletters.add(newsletter);
});

/** An archive: issue n holds one entry about page n, all from one site. */
async function archive(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await db.issues.bulkAdd(
    numbers.map((number) => ({
      ...issue,
      id: `i${number}`,
      number,
      date: `20${String(10 + Math.floor(number / 300)).padStart(2, '0')}-01-01`,
      state: 'published' as const,
      printed: { markdown: '', style: newsletter.style },
    })),
  );
  await db.entries.bulkAdd(
    numbers.map((number) =>
      stored(
        entry(`e${number}`, {
          issueId: `i${number}`,
          savedAt: number,
          links: [
            {
              ...linkToTab({ address: `https://tide.example/read?id=${number}`, title: '' }),
              byline: 'Ada Quill, Tide',
            },
          ],
        }),
      ),
    ),
  );
}

test.each([
  'https://tide.example/read?id=7',
  'http://www.tide.example/read/?id=7',
  'https://tide.example/read?utm_source=mail&id=7',
  'https://tide.example/read?id=7#comments',
])('%s is known as what ran in #7', async (address) => {
  await archive(20);
  const leading = await entriesLeadingTo(db, 'n1', addressKey(address));
  expect((await memoryOf(db, address, leading, newsletter)).ran.map((one) => one.issue.number)).toEqual([7]);
});

test.each(['https://tide.example/read?id=70', 'https://tide.example/read', 'https://tide.example/read?id=7&page=2'])(
  '%s is another page',
  async (address) => {
    await archive(20);
    expect(await entriesLeadingTo(db, 'n1', addressKey(address))).toEqual([]);
  },
);

test('what else ran is counted without reading it, however much there is', async () => {
  await archive(600);
  let read = 0;
  db.entries.hook('reading', (record) => {
    read += 1;
    return record;
  });
  const known = await recall(db, 'new', ['site:tide.example', 'author:ada quill'], 'n1');
  expect(known).toMatchObject({ author: { count: 600, lastIn: 600 }, site: { count: 600, lastIn: 600 } });
  expect(known.section).toEqual({ sectionId: 's1', count: 20, by: 'author' });
  expect(read).toBeLessThanOrEqual(40);
});

test('an entry is not counted as its own predecessor', async () => {
  await archive(3);
  expect((await recall(db, 'e3', ['author:ada quill'], 'n1')).author).toEqual({ count: 2, lastIn: 2 });
  expect((await recall(db, 'e1', ['author:nobody'], 'n1')).author).toBeNull();
});
