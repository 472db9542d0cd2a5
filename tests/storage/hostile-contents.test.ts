import { expect, test } from 'vitest';
import { EVERYTHING } from '../../src/storage/backup/compare.ts';
import { OF_THIS_MACHINE } from '../../src/storage/backup/format.ts';
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
  // What is about this machine is not taken from a file; of the restore itself there is a note.
  const taken = records.settings.filter(({ name }) => !OF_THIS_MACHINE.includes(name));
  const lastRestore = { name: 'lastRestore', value: { at: NOW, added: expect.any(Number), changed: 0, removed: 0 } };
  expect(await db.settings.orderBy('name').toArray()).toEqual(
    [...taken, lastRestore].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
});
