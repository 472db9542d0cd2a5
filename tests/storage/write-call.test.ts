import { expect, test } from 'vitest';
import { inspectBackup } from '../../src/storage/backup/read.ts';
import { writeBackup } from '../../src/storage/backup/write.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepTyping, moveEntries, stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { publishIssue } from '../../src/storage/publishing.ts';
import { beginning, database, entry } from './database.ts';

const NOW = 1_940_000_000_000;
/** The share that is told when all is read. */
const ALL_READ = 0.6;
const MANY = 1_500;

async function filled(): Promise<Database> {
  const db = database();
  await addNewsletter(db, beginning());
  const fields = (at: number) => ({ issueId: 'i1', rank: `a${String(at).padStart(4, '0')}1` });
  await db.entries.bulkPut(Array.from({ length: MANY }, (_, at) => stored(entry(`e${at}`, fields(at)))));
  return db;
}

/**
 * Backs up, and does some work each time half of the records are read. Resolves with the records of the backup, and with
 * the shares that had been told when the first work was done.
 */
async function backedUpWhile(db: Database, work: () => Promise<unknown>) {
  const shares: number[] = [];
  let told: Promise<number[]> | undefined;
  const tell = (share: number) => {
    const isHalf = share >= ALL_READ / 2 && (shares.at(-1) ?? 0) < ALL_READ / 2;
    shares.push(share);
    if (!isHalf) return;
    const done = work().then(() => [...shares]);
    told ??= done;
  };
  const { file } = await writeBackup(db, { now: NOW, why: 'asked', tell, quiet: 10 });
  await inspectBackup(file);
  const records: Record<string, Record<string, unknown>[]> = JSON.parse(await file.text());
  return { records, told: (await told) ?? [] };
}

test('a write that begins while a backup is read is answered before all is read, and is in it', async () => {
  const db = await filled();
  const desk = database('relaxed', db.name);
  const { records, told } = await backedUpWhile(db, () =>
    moveEntries(desk, ['e7'], { issueId: null, before: null }, NOW),
  );
  expect(Math.max(...told)).toBeGreaterThanOrEqual(ALL_READ / 2);
  expect(Math.max(...told)).toBeLessThan(ALL_READ);
  expect(records.entries).toHaveLength(MANY);
  expect(records.entries?.find(({ id }) => id === 'e7')?.issueId).toBeNull();
});

test('an issue that goes out while a backup is read is in it with all that goes with it', async () => {
  const db = await filled();
  await db.entries.put(stored(entry('draft', { state: 'draft', issueId: 'i1' })));
  const desk = database('strict', db.name);
  const { records } = await backedUpWhile(db, () =>
    publishIssue(desk, { issueId: 'i1', now: NOW, nextId: 'i2', print: () => 'Printed.' }),
  );
  expect(records.issues).toMatchObject([
    { id: 'i1', state: 'published', printed: { markdown: 'Printed.' } },
    { id: 'i2', state: 'draft' },
  ]);
  expect(records.entries?.find(({ id }) => id === 'draft')?.issueId).toBe('i2');
});

test('who never stops writing does not keep a backup from being made', async () => {
  const db = await filled();
  const popup = database('relaxed', db.name);
  let times = 0;
  const { records } = await backedUpWhile(db, () => {
    times += 1;
    return keepTyping(popup, entry('typed', { state: 'draft', commentary: `Time ${times}.` }));
  });
  expect(times).toBeGreaterThan(1);
  expect(records.entries).toHaveLength(MANY + 1);
});
