import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { DatabaseGone, isGone } from '../../src/storage/database.ts';
import { keepTyping } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { beginning, database, entry } from './database.ts';

const isToldGone = (error: unknown) => expect(isGone(error)).toBe(true);

/** Deletes a database as another program would: those who have it open are asked to close it. */
const deleteFromOutside = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });

test('a database that is deleted under a page is told, and no empty one takes its place', async () => {
  const db = database();
  await addNewsletter(db, beginning());
  const told: unknown[] = [];
  db.whenGone((gone) => told.push(gone));
  await deleteFromOutside(db.name);
  expect(told).toEqual([new DatabaseGone()]);
  await keepTyping(db, entry('a')).then(() => expect.unreachable(), isToldGone);
  // A second connection, opened for Save, knows it too.
  await saveEntry(database('strict', db.name), entry('a'), 1).then(() => expect.unreachable(), isToldGone);
  expect(await Dexie.exists(db.name)).toBe(false);
});

test('a connection that the browser has closed is opened again, and nothing is told', async () => {
  const db = database();
  await addNewsletter(db, beginning());
  db.whenGone(() => expect.unreachable());
  db.close({ disableAutoOpen: false });
  await keepTyping(db, entry('a'));
  expect(await db.entries.count()).toBe(1);
});
