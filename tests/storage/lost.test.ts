// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { stored } from '../../src/storage/entries.ts';
import { forgetHeld, forgetIfEmpty, lastHeld, lostSince, noteHeld, noteSaved } from '../../src/storage/lost.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { beginning, database, entry } from './database.ts';

const noBackup = async () => null;

beforeEach(() => localStorage.clear());

async function withEntries(count: number) {
  const db = database();
  await addNewsletter(db, beginning());
  await db.entries.bulkPut(Array.from({ length: count }, (_, n) => stored(entry(`e${n}`))));
  return db;
}

test('what there was is known when all of it is gone', async () => {
  const db = await withEntries(3);
  await noteHeld(db, 7);
  expect(await lostSince(db, noBackup)).toBeNull();
  expect(await lostSince(database(), noBackup)).toEqual({ entries: 3, at: 7 });
});

test('an empty database makes nobody forget', async () => {
  await noteHeld(await withEntries(3), 7);
  await noteHeld(database(), 8);
  expect(lastHeld()).toEqual({ entries: 3, at: 7 });
});

test('a popup counts on', () => {
  noteSaved(5);
  noteSaved(6);
  expect(lastHeld()).toEqual({ entries: 2, at: 6 });
});

test('a new profile has lost nothing', async () => {
  expect(await lostSince(database(), noBackup)).toBeNull();
});

describe('where a crash took the note with it', () => {
  const backup = async () => ({ entries: 3, at: 7 });

  test('a backup tells what there was', async () => {
    expect(await lostSince(database(), backup)).toEqual({ entries: 3, at: 7 });
    expect(await lostSince(database(), async () => ({ entries: 0, at: 7 }))).toBeNull();
    expect(await lostSince(database(), () => Promise.reject(new Error('Not reached')))).toBeNull();
  });

  test('nothing is missing where something is there, or the editor began empty', async () => {
    expect(await lostSince(await withEntries(0), backup)).toBeNull();
    forgetHeld();
    expect(await lostSince(database(), backup)).toBeNull();
  });
});

test('who has a newsletter without entries has lost nothing', async () => {
  await noteHeld(await withEntries(3), 7);
  expect(await lostSince(await withEntries(0), noBackup)).toBeNull();
});

test('it is forgotten when the editor says so, or has emptied it', async () => {
  noteSaved(5);
  forgetHeld();
  expect(lastHeld()).toBeNull();
  noteSaved(5);
  await forgetIfEmpty(await withEntries(0));
  expect(lastHeld()).not.toBeNull();
  await forgetIfEmpty(database());
  expect(lastHeld()).toBeNull();
});

test.each(['', 'null', '{', '{"entries":"x"}', '{"entries":0,"at":1}'])(
  'what stands there is not trusted: %s',
  (text) => {
    localStorage.setItem('held', text);
    expect(lastHeld()).toBeNull();
  },
);
