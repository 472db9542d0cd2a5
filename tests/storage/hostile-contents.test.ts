import { expect, test } from 'vitest';
import { EVERYTHING } from '../../src/storage/backup/compare.ts';
import { planRestore } from '../../src/storage/backup/plan.ts';
import { inspectBackup } from '../../src/storage/backup/read.ts';
import { restoreBackup } from '../../src/storage/backup/restore.ts';
import { hostileRecords, sealedBackup } from '../fixtures/hostile-contents.ts';
import { database } from './database.ts';

const NOW = 1_940_000_000_000;

test('a backup that is sound is restored to the letter, whatever its texts and numbers mean to do', async () => {
  const records = hostileRecords(['https://tide.example/rope']);
  const file = new Blob([await sealedBackup(records, NOW)]);
  await inspectBackup(file);
  const db = database();
  const plan = await planRestore(db, file, EVERYTHING);
  await restoreBackup(db, file, EVERYTHING, plan, { now: NOW });
  for (const { keys: _, origins: __, place: ___, spot: ____, ...entry } of await db.entries.toArray()) {
    expect(entry).toEqual(records.entries.find(({ id }) => id === entry.id));
  }
  expect(await db.entries.count()).toBe(records.entries.length);
  expect(await db.settings.count()).toBe(records.settings.length);
});
