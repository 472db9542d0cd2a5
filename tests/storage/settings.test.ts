import { expect, test } from 'vitest';
import { readSetting, recentSectionsWith, writeSetting } from '../../src/storage/settings.ts';
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

test.each([
  { before: [], used: 's1', after: ['s1'] },
  { before: ['s1'], used: 's1', after: null },
  { before: ['s1', 's2', 's3'], used: 's3', after: ['s3', 's1', 's2'] },
  { before: ['s1', 's2', 's3', 's4'], used: 's5', after: ['s5', 's1', 's2', 's3'] },
])('after $before, a section $used is remembered as $after', async ({ before, used, after }) => {
  const db = database();
  await writeSetting(db, 'recentSections', before);
  expect(recentSectionsWith(await db.settings.get('recentSections'), used)).toEqual(after);
});
