import { expect, test } from 'vitest';
import { readSetting, rememberSection, writeSetting } from '../../src/storage/settings.ts';
import { database } from './database.ts';

test('a setting is read as it was written; one never written is undefined', async () => {
  const db = database();
  expect(await readSetting(db, 'currentNewsletter')).toBeUndefined();
  await writeSetting(db, 'currentNewsletter', 'n1');
  expect(await readSetting(db, 'currentNewsletter')).toBe('n1');
});

test.each([7, null, ['n1'], { id: 'n1' }])('a setting that holds %j instead is as if never written', async (value) => {
  const db = database();
  await db.settings.put({ name: 'currentNewsletter', value });
  expect(await readSetting(db, 'currentNewsletter')).toBeUndefined();
  await writeSetting(db, 'currentNewsletter', 'n1');
  expect(await readSetting(db, 'currentNewsletter')).toBe('n1');
});

test('two pages that remember a section at once are both remembered', async () => {
  const db = database();
  const other = database('strict', db.name);
  await Promise.all([
    db.transaction('rw', db.settings, () => rememberSection(db, 's1')),
    other.transaction('rw', other.settings, () => rememberSection(other, 's2')),
  ]);
  expect((await readSetting(db, 'recentSections'))?.toSorted()).toEqual(['s1', 's2']);
});
