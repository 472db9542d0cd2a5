import { describe, expect, test } from 'vitest';
import { daysLeft, watchBin } from '../../src/domain/bin.ts';
import { deleteForGood, sweepBin } from '../../src/storage/bin.ts';
import type { Database } from '../../src/storage/database.ts';
import { keepRevision, stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { writeSetting } from '../../src/storage/settings.ts';
import { beginning, database, entry } from './database.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');

/** A newsletter with these entries, by when they were deleted; the bin was looked at yesterday. */
async function bin(deletedAt: Record<string, number | null>, seenAt = NOW - DAY) {
  const db = database();
  await addNewsletter(db, beginning());
  await db.entries.bulkPut(Object.entries(deletedAt).map(([id, at]) => stored(entry(id, { deletedAt: at }))));
  await writeSetting(db, 'binWatch', { seenAt, restsUntil: 0 });
  return db;
}

const left = async (db: Database) => (await db.entries.toCollection().primaryKeys()).sort();

describe('what has been in the bin for 30 days', () => {
  test('goes for good with its revisions, and nothing else does', async () => {
    const db = await bin({ old: NOW - 30 * DAY, young: NOW - 30 * DAY + 1, kept: null });
    await keepRevision(db, entry('old'), 'r1', 1);
    await keepRevision(db, entry('young'), 'r2', 2);
    expect(await sweepBin(db, NOW)).toBe(1);
    expect(await left(db)).toEqual(['kept', 'young']);
    expect(await db.revisions.toCollection().primaryKeys()).toEqual(['r2']);
  });

  test('goes from the bins of all newsletters', async () => {
    const db = await bin({ old: NOW - 31 * DAY });
    const other = beginning('Other');
    await addNewsletter(db, {
      newsletter: { ...other.newsletter, id: 'n2' },
      issue: { ...other.issue, id: 'i2', newsletterId: 'n2' },
    });
    await db.entries.put(stored(entry('other', { newsletterId: 'n2', deletedAt: NOW - 31 * DAY })));
    expect(await sweepBin(db, NOW)).toBe(2);
  });
});

describe('a clock that is wrong', () => {
  test('leaves what was deleted in the future', async () => {
    const db = await bin({ future: NOW + 400 * DAY });
    expect(await sweepBin(db, NOW)).toBe(0);
    expect(await left(db)).toEqual(['future']);
  });

  test('and jumps years ahead deletes nothing when the desk opens, nor when it is set right again', async () => {
    const db = await bin({ young: NOW - DAY, old: NOW - 29 * DAY });
    expect(await sweepBin(db, NOW + 2_000 * DAY)).toBe(0);
    expect(await sweepBin(db, NOW)).toBe(0);
    expect(await sweepBin(db, NOW + 2 * DAY)).toBe(0);
    expect(await left(db)).toEqual(['old', 'young']);
    // A week after it was set right, everything is as usual.
    expect(await sweepBin(db, NOW + 8 * DAY)).toBe(1);
    expect(await left(db)).toEqual(['young']);
  });

  test('gives a week to whoever was away for long, or looks for the first time', async () => {
    expect(watchBin(undefined, NOW)).toEqual({ seenAt: NOW, restsUntil: NOW + 7 * DAY });
    expect(watchBin({ seenAt: NOW - 15 * DAY, restsUntil: 0 }, NOW)).toEqual({
      seenAt: NOW,
      restsUntil: NOW + 7 * DAY,
    });
    expect(watchBin({ seenAt: NOW - 14 * DAY, restsUntil: 5 }, NOW)).toEqual({ seenAt: NOW, restsUntil: 5 });
  });
});

test('deleting for good passes over what was put back in the meantime', async () => {
  const db = await bin({ gone: 5, back: null });
  await keepRevision(db, entry('gone'), 'r1', 1);
  await keepRevision(db, entry('back'), 'r2', 1);
  expect(await deleteForGood(db, ['gone', 'back', 'never'])).toBe(1);
  expect(await left(db)).toEqual(['back']);
  expect(await db.revisions.toCollection().primaryKeys()).toEqual(['r2']);
});

test.each([
  [0, 30],
  [DAY - 1, 30],
  [DAY, 29],
  [29 * DAY, 1],
  [30 * DAY, 0],
  [400 * DAY, 0],
  [-5 * DAY, 30],
])('%i ms after it was deleted an entry has %i days left', (passed, days) => {
  expect(daysLeft(NOW - passed, NOW)).toBe(days);
});
