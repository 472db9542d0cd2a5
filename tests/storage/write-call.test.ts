import { expect, test } from 'vitest';
import type { BackupWhy } from '../../src/storage/backup/format.ts';
import { inspectBackup } from '../../src/storage/backup/read.ts';
import { BackupStopped } from '../../src/storage/backup/unreadable.ts';
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
async function backedUpWhile(db: Database, work: () => Promise<unknown>, why: BackupWhy = 'asked') {
  const shares: number[] = [];
  let told: Promise<number[]> | undefined;
  const tell = (share: number) => {
    const isHalf = share >= ALL_READ / 2 && (shares.at(-1) ?? 0) < ALL_READ / 2;
    shares.push(share);
    if (!isHalf) return;
    const done = work().then(() => [...shares]);
    told ??= done;
  };
  const { file } = await writeBackup(db, { now: NOW, why, tell, quiet: 10 });
  await inspectBackup(file);
  const records: Record<string, Record<string, unknown>[]> = JSON.parse(await file.text());
  return { records, told: (await told) ?? [], createdAt: Number(JSON.parse(await file.text()).createdAt) };
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

test.each(['import', 'restore'] as const)(
  'who never stops writing holds up a backup before the %s only a little',
  async (why) => {
    const db = await filled();
    const popup = database('relaxed', db.name);
    let times = 0;
    const write = () => {
      times += 1;
      return keepTyping(popup, entry('typed', { state: 'draft', commentary: `Time ${times}.` }));
    };
    await backedUpWhile(db, write, why);
    expect(times).toBeLessThanOrEqual(3);
  },
);

test('a backup that waits until it is quiet can be stopped at once', async () => {
  const db = await filled();
  const popup = database('relaxed', db.name);
  const stopper = new AbortController();
  const shares: number[] = [];
  const tell = (share: number) => {
    const last = shares.at(-1) ?? 0;
    shares.push(share);
    if (share >= ALL_READ / 2 && last < ALL_READ / 2) void keepTyping(popup, entry('typed', { state: 'draft' }));
    // It has stepped aside: all is to be read anew.
    if (share === 0 && last > 0) setTimeout(() => stopper.abort());
  };
  const following = { now: NOW, why: 'asked', tell, quiet: 600_000, signal: stopper.signal } as const;
  await expect(writeBackup(db, following)).rejects.toThrow(BackupStopped);
  expect(shares.at(-1)).toBe(0);
});

test('a backup that stepped aside says when it was read, not when it was begun', async () => {
  const db = await filled();
  const popup = database('relaxed', db.name);
  let times = 0;
  const { createdAt } = await backedUpWhile(db, async () => {
    times += 1;
    if (times === 1) await keepTyping(popup, entry('typed', { state: 'draft' }));
  });
  expect(times).toBe(2);
  expect(createdAt).toBeGreaterThan(NOW);
});

test('one that did not is of the time that it was given', async () => {
  const { createdAt } = await backedUpWhile(await filled(), async () => {});
  expect(createdAt).toBe(NOW);
});
