import { describe, expect, test } from 'vitest';
import { Issue } from '../../src/domain/issue.ts';
import { Newsletter } from '../../src/domain/newsletter.ts';
import { allDamagedRecords } from '../../src/storage/damaged.ts';
import { entriesIn, entriesLeadingTo, entryById } from '../../src/storage/entries.ts';
import { addNewsletter, currentWork, issuesOf } from '../../src/storage/newsletters.ts';
import { parseRecords } from '../../src/storage/records.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { readSetting } from '../../src/storage/settings.ts';
import { beginning, database, entry } from './database.ts';

/** A database with one sound and one damaged record in every table. */
async function damaged() {
  const db = database();
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter, issue });
  const kept = await saveEntry(db, entry('e1', { issueId: 'i1' }), 2000);
  const revision = { id: 'r1', entryId: 'e1', at: 1, entry: kept };
  const outlet = { host: 'a.example', name: 'A', byline: null, sectionId: null, changedAt: 1 };
  await db.revisions.put(revision);
  await db.outlets.put(outlet);
  const found = await db.entries.get('e1');
  const put = (table: string, record: unknown) => db.table(table).put(record);
  await put('newsletters', { ...newsletter, id: 'n2', sections: 'none' });
  await put('issues', { ...issue, id: 'i2', date: '2022-02-30' });
  await put('entries', { ...found, id: 'e2', links: [{ address: 7 }] });
  await put('revisions', { ...revision, id: 'r2', entry: null });
  await put('outlets', { ...outlet, host: 'b.example', name: 7 });
  await put('settings', { name: 'recentSections', value: 'not a list' });
  return db;
}

describe('a damaged record', () => {
  test('in any table takes nothing else down', async () => {
    const db = await damaged();
    expect(await currentWork(db)).toEqual(beginning());
    expect((await issuesOf(db, 'n1')).map(({ id }) => id)).toEqual(['i1']);
    expect((await entriesIn(db, 'n1', 'i1')).sound.map(({ id }) => id)).toEqual(['e1']);
    expect((await entriesLeadingTo(db, 'n1', 'a.example/e1')).map(({ id }) => id)).toEqual(['e1']);
    expect(await entryById(db, 'e2')).toBeUndefined();
    expect(await readSetting(db, 'recentSections')).toBeUndefined();
    await saveEntry(db, entry('e3', { issueId: 'i1' }), 3000);
    expect(await readSetting(db, 'recentSections')).toEqual(['s1']);
  });

  test('is named with its table and what does not fit, and stays as it is', async () => {
    const db = await damaged();
    const { damaged: found } = await entriesIn(db, 'n1', 'i1');
    expect(found.map(({ table, id, reason }) => ({ table, id, reason }))).toEqual([
      { table: 'entries', id: 'e2', reason: expect.stringContaining('links.0.address: expected string') },
    ]);
    expect(found[0]?.record).toEqual(await db.table('entries').get('e2'));
  });

  test('of every table is found when the editor looks for them', async () => {
    const found = await allDamagedRecords(await damaged());
    expect(found.map(({ table, id, reason }) => [table, id, reason.split(':')[0]])).toEqual([
      ['newsletters', 'n2', 'sections'],
      ['issues', 'i2', 'date'],
      ['entries', 'e2', 'links.0.address'],
      ['revisions', 'r2', 'entry'],
      ['outlets', 'b.example', 'name'],
      ['settings', 'recentSections', 'value'],
    ]);
  });

  test.each([null, 7, 'text', undefined, [], {}])('may even be %j', (record) => {
    const { sound, damaged: found } = parseRecords('issues', Issue, [record]);
    expect(sound).toEqual([]);
    expect(found).toEqual([{ table: 'issues', id: '', reason: expect.any(String), record }]);
  });
});

test('a record with a field of a later version is sound', () => {
  const { newsletter } = beginning();
  const { sound, damaged: found } = parseRecords('newsletters', Newsletter, [{ ...newsletter, later: 1 }]);
  expect(sound).toEqual([newsletter]);
  expect(found).toEqual([]);
});

test('a setting of a later version is nothing to report', async () => {
  const db = database();
  await db.settings.put({ name: 'somethingLater', value: 7 });
  expect(await allDamagedRecords(db)).toEqual([]);
});
