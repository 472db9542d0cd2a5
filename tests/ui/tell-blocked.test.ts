// @vitest-environment jsdom
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import en from '../../_locales/en/messages.json';
import { tellBlocked } from '../../src/ui/tell-blocked.ts';
import dumpV1 from '../fixtures/database-v1.json' with { type: 'json' };
import { restore } from '../fixtures/dump.ts';
import { database } from '../storage/database.ts';

const told = () => document.querySelector('#blocked')?.textContent;

afterEach(() => document.body.replaceChildren());

test('an upgrade finishes while an old page is open that lets go of the database', async () => {
  const db = database();
  await restore(db.name, dumpV1);
  const old = new Dexie(db.name);
  await old.open();
  tellBlocked(db, (key) => en[key].message);
  await db.open();
  expect(db.verno).toBe(2);
  expect(await db.entries.count()).toBe(12);
  expect(told()).toBeUndefined();
  old.close();
});

test('where an old page does not let go, it is said what to close; the upgrade then goes on by itself', async () => {
  const db = database();
  await restore(db.name, dumpV1);
  const opening = indexedDB.open(db.name);
  const old = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const blocked = new Promise<void>((resolve) => db.on('blocked', () => resolve()));
  tellBlocked(db, (key) => en[key].message);
  const opened = db.open();
  await blocked;
  expect(told()).toContain('Close the other tabs of Roundup');
  old.close();
  await opened;
  expect(told()).toBeUndefined();
  expect(await db.entries.count()).toBe(12);
});
