import { expect, test } from 'vitest';
import { addSection } from '../../src/domain/newsletter.ts';
import { stored } from '../../src/storage/entries.ts';
import {
  addNewsletter,
  countOpenEntries,
  currentWork,
  issuesOf,
  updateIssue,
  updateNewsletter,
} from '../../src/storage/newsletters.ts';
import { correctOutlet } from '../../src/storage/outlets.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { readSetting, writeSetting } from '../../src/storage/settings.ts';
import { beginning, database, entry } from './database.ts';

test('before there is a newsletter there is no work', async () => {
  const db = database();
  expect(await currentWork(db)).toBeUndefined();
  expect(await countOpenEntries(db)).toBe(0);
});

test('a new newsletter is the one that is worked on, with its first issue', async () => {
  const db = database();
  const begun = beginning();
  await addNewsletter(db, begun);
  expect(await currentWork(db)).toEqual(begun);
});

test('a newsletter is added with its issue, or not at all', async () => {
  const db = database();
  const { newsletter, issue } = beginning();
  await db.issues.add(issue);
  await expect(addNewsletter(db, { newsletter, issue })).rejects.toThrow();
  expect(await db.newsletters.count()).toBe(0);
  expect(await readSetting(db, 'currentNewsletter')).toBeUndefined();
});

test('the chosen newsletter is worked on; where it is gone, the oldest in use', async () => {
  const db = database();
  const { newsletter } = beginning();
  await db.newsletters.bulkAdd([
    { ...newsletter, id: 'younger', createdAt: 3000 },
    { ...newsletter, id: 'binned', createdAt: 1, deletedAt: 5 },
    { ...newsletter, id: 'older', createdAt: 2000 },
  ]);
  expect((await currentWork(db))?.newsletter.id).toBe('older');
  await writeSetting(db, 'currentNewsletter', 'younger');
  expect((await currentWork(db))?.newsletter.id).toBe('younger');
  await writeSetting(db, 'currentNewsletter', 'binned');
  expect((await currentWork(db))?.newsletter.id).toBe('older');
});

test('where every issue is published there is none to save into', async () => {
  const db = database();
  await addNewsletter(db, beginning());
  await updateIssue(db, 'i1', { state: 'published', publishedAt: 5000 }, 5000);
  expect((await currentWork(db))?.issue).toBeNull();
  expect((await issuesOf(db, 'n1')).map(({ id, changedAt }) => [id, changedAt])).toEqual([['i1', 5000]]);
  expect(await countOpenEntries(db)).toBe(0);
});

test('the badge counts what is kept in the open issue: no drafts, no backlog, no bin', async () => {
  const db = database();
  await addNewsletter(db, beginning());
  await saveEntry(db, entry('e1', { issueId: 'i1' }), 2000);
  await saveEntry(db, entry('e2', { issueId: 'i1', sectionId: null }), 2000);
  await saveEntry(db, entry('e3'), 2000);
  const draft = entry('e4', { issueId: 'i1', state: 'draft' });
  await db.entries.bulkPut([stored(draft), stored(entry('e5', { issueId: 'i1', deletedAt: 1 }))]);
  expect(await countOpenEntries(db)).toBe(2);
});

test('two pages that change a newsletter at once both get their change', async () => {
  const db = database();
  const other = database('strict', db.name);
  await addNewsletter(db, beginning());
  await Promise.all([
    updateNewsletter(db, 'n1', (newsletter) => ({ ...newsletter, name: 'Renamed' })),
    updateNewsletter(other, 'n1', (newsletter) =>
      addSection(newsletter, { id: 's4', name: 'New', shape: null, now: 2 }),
    ),
  ]);
  const { newsletter } = (await currentWork(db)) ?? {};
  expect(newsletter?.name).toBe('Renamed');
  expect(newsletter?.sections.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
});

test('what is gone is not changed', async () => {
  const db = database();
  expect(await updateNewsletter(db, 'n1', (newsletter) => newsletter)).toBeUndefined();
  expect(await updateIssue(db, 'i1', { letter: 'x' }, 1)).toBeUndefined();
  expect(await db.issues.count()).toBe(0);
});

test('what is changed is later than it was, by a clock that was set back', async () => {
  const db = database();
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter: { ...newsletter, changedAt: 7000 }, issue: { ...issue, changedAt: 7000 } });
  await updateNewsletter(db, 'n1', (now) => ({ ...now, name: 'Renamed', changedAt: 500 }));
  await updateIssue(db, 'i1', { letter: 'Dear all,' }, 500);
  await correctOutlet(db, 'a.example', { name: 'A' }, 7000);
  await correctOutlet(db, 'a.example', { name: 'The A' }, 500);
  const changed = [await db.newsletters.get('n1'), await db.issues.get('i1'), await db.outlets.get('a.example')];
  expect(changed.map((record) => record?.changedAt)).toEqual([7001, 7001, 7001]);
});

test('so is a newsletter whose section takes over the shape of its first entry', async () => {
  const db = database();
  const { newsletter, issue } = beginning();
  await addNewsletter(db, { newsletter: { ...newsletter, changedAt: 7000 }, issue });
  await saveEntry(db, entry('e1', { sectionId: 's3' }), 500);
  expect((await db.newsletters.get('n1'))?.changedAt).toBe(7001);
});
