import { describe, expect, test } from 'vitest';
import { DEFAULT_STYLE } from '../../src/domain/house-style.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { render } from '../../src/roundup/render.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { entriesIn, moveEntries, stored } from '../../src/storage/entries.ts';
import { addNewsletter, issuesOf, updateIssue, updateNewsletter } from '../../src/storage/newsletters.ts';
import { addNextIssue, closeAgain, isInUse, publishIssue, removeIssue } from '../../src/storage/publishing.ts';
import { beginning, database, entry } from './database.ts';

const print = (...all: Parameters<typeof render>) => render(...all).markdown;
const publish = (db: Database, issueId = 'i1', now = 5_000) =>
  publishIssue(db, { issueId, now, nextId: `after-${issueId}`, print });

async function aDatabase() {
  const db = database();
  await addNewsletter(db, beginning());
  await db.entries.bulkPut(
    [
      entry('e1', { issueId: 'i1' }),
      entry('e2', { issueId: 'i1', sectionId: 's2', shape: 'one-liner' }),
      entry('e3', { issueId: 'i1', sectionId: 's3' }),
      entry('later', {}),
      entry('begun', { issueId: 'i1', state: 'draft', savedAt: null }),
    ].map(stored),
  );
  return db;
}
const issue = async (db: Database, id: string) => (await issuesOf(db, 'n1')).find((one) => one.id === id);
const idsIn = async (db: Database, place: string) =>
  (await entriesIn(db, 'n1', place)).sound.map(({ id }) => id).sort();

describe('publishing', () => {
  test('freezes what is printed of the records as they are now, with the style', async () => {
    const db = await aDatabase();
    await publish(db);
    const found = await issue(db, 'i1');
    expect(found).toMatchObject({ state: 'published', publishedAt: 5_000 });
    expect(found?.printed?.style).toEqual(DEFAULT_STYLE);
    expect(found?.printed?.newsletter).toEqual({ name: beginning().newsletter.name, language: 'en' });
    expect(found?.printed?.markdown).toContain('## Work\n\n[Page e1](https://a.example/e1)\n\nAbout e1.');
  });

  test('opens the next issue: number + 1, a week later; drafts go with it, the backlog stays', async () => {
    const db = await aDatabase();
    await publish(db);
    expect(await issue(db, 'after-i1')).toMatchObject({ number: 2, date: '2022-09-02', state: 'draft' });
    expect((await entriesIn(db, 'n1', 'draft')).sound[0]?.issueId).toBe('after-i1');
    expect(await idsIn(db, 'backlog')).toEqual(['later']);
  });

  test('makes no issue where another one is open', async () => {
    const db = await aDatabase();
    await addNextIssue(db, 'n1', { id: 'ahead', now: 1 });
    await publish(db);
    expect((await issuesOf(db, 'n1')).map(({ id }) => id).sort()).toEqual(['ahead', 'i1']);
    expect((await entriesIn(db, 'n1', 'draft')).sound[0]?.issueId).toBe('ahead');
  });

  test('puts what a left out section holds back into the backlog', async () => {
    const db = await aDatabase();
    await updateIssue(db, 'i1', { sections: { s3: { intro: '', leftOut: true } } }, 2);
    await publish(db);
    expect(await idsIn(db, 'i1')).toEqual(['e1', 'e2']);
    expect(await idsIn(db, 'backlog')).toEqual(['e3', 'later']);
  });

  test('takes what a left out section holds for published once the section is removed: it is printed last', async () => {
    const db = await aDatabase();
    await updateIssue(db, 'i1', { sections: { s3: { intro: '', leftOut: true } } }, 2);
    await updateNewsletter(db, 'n1', (one) => ({
      ...one,
      sections: one.sections.map((section) => (section.id === 's3' ? { ...section, deletedAt: 3 } : section)),
    }));
    await publish(db);
    expect((await issue(db, 'i1'))?.printed?.entryIds).toEqual(['e1', 'e2', 'e3']);
    expect(await idsIn(db, 'backlog')).toEqual(['later']);
  });

  test('changes nothing where the style cannot be printed', async () => {
    const db = await aDatabase();
    await updateNewsletter(db, 'n1', (one) => ({ ...one, style: { ...one.style, frame: '{% if %' } }));
    await expect(publish(db)).rejects.toThrow();
    expect(await issue(db, 'i1')).toMatchObject({ state: 'draft', printed: null });
    expect(await issuesOf(db, 'n1')).toHaveLength(1);
    expect((await entriesIn(db, 'n1', 'draft')).sound[0]?.issueId).toBe('i1');
  });

  test('happens once: a second press finds nothing to do', async () => {
    const db = await aDatabase();
    await publish(db);
    const first = await issue(db, 'i1');
    expect(await publish(db, 'i1', 9_000)).toEqual([]);
    expect(await issue(db, 'i1')).toEqual(first);
  });

  test('what went out stays the same bytes, whatever becomes of sections, style and entries', async () => {
    const db = await aDatabase();
    await publish(db);
    const markdown = (await issue(db, 'i1'))?.printed?.markdown;
    await updateNewsletter(db, 'n1', (one) => ({
      ...one,
      name: 'Another name',
      issueTitle: 'Another title',
      style: { ...one.style, heading: '# {{ section.name }}' },
      sections: one.sections.map((section, at) => ({
        ...section,
        name: `Renamed ${at}`,
        rank: ['a9', 'a5', 'a1'][at] ?? 'a0',
        deletedAt: at === 1 ? 7_000 : null,
      })),
    }));
    await applyChanges(db, [
      { table: 'entries', id: 'e1', fields: { commentary: 'Rewritten.', links: [] } },
      { table: 'entries', id: 'e2', fields: { deletedAt: 7_000 } },
    ]);
    await moveEntries(db, ['e3'], { issueId: null, before: null }, 7_000);
    expect((await issue(db, 'i1'))?.printed?.markdown).toBe(markdown);
    // Opened again to correct it, until it is published again.
    await updateIssue(db, 'i1', { state: 'draft' }, 8_000);
    expect((await issue(db, 'i1'))?.printed?.markdown).toBe(markdown);
    await publish(db, 'i1', 9_000);
    const again = await issue(db, 'i1');
    expect(again?.printed?.markdown).toContain('Rewritten.');
    expect(again).toMatchObject({ publishedAt: 5_000, changedAt: 9_000 });
  });

  test('is undone by what it gives back', async () => {
    const db = await aDatabase();
    // That it was undone is later than what was done.
    const all = async () => {
      const untimed = ({ changedAt: _, ...issue }: Issue) => issue;
      const [issues, entries] = await Promise.all([db.issues.toArray(), db.entries.toArray()]);
      return [issues.map(untimed), entries.map(({ editedAt: _, ...one }) => one)];
    };
    const before = await all();
    await applyChanges(db, await publish(db));
    expect(await all()).toEqual(before);
  });
});

test('a correction that is left takes back what waits elsewhere, and nothing that went out with another issue', async () => {
  const db = await aDatabase();
  await publish(db);
  await applyChanges(db, [{ table: 'issues', id: 'i1', fields: { state: 'draft' } }]);
  await moveEntries(db, ['e1'], { issueId: 'after-i1', before: null }, 6_000);
  await publish(db, 'after-i1', 7_000);
  await moveEntries(db, ['e2'], { issueId: null, before: null }, 8_000);
  await applyChanges(db, [{ table: 'entries', id: 'e3', fields: { deletedAt: 9 } }]);
  await closeAgain(db, 'i1', 9_000);
  expect([await idsIn(db, 'i1'), await idsIn(db, 'after-i1'), await idsIn(db, 'bin')]).toEqual([
    ['e2'],
    ['e1'],
    ['e3'],
  ]);
  expect((await issue(db, 'i1'))?.printed?.entryIds?.toSorted()).toEqual(['e1', 'e2', 'e3']);
});

test('a removed issue gives its entries back to the backlog, its drafts too', async () => {
  const db = await aDatabase();
  const found = await issue(db, 'i1');
  if (found === undefined) throw new Error('no issue');
  expect(await isInUse(db, found)).toBe(true);
  await removeIssue(db, found, 6_000);
  expect(await issue(db, 'i1')).toMatchObject({ deletedAt: 6_000 });
  expect(await idsIn(db, 'backlog')).toEqual(['e1', 'e2', 'e3', 'later']);
  expect((await entriesIn(db, 'n1', 'draft')).sound[0]?.issueId).toBeNull();
  expect(await isInUse(db, found)).toBe(false);
});

describe('an issue that is closed takes nothing back', () => {
  const binned = async () => {
    const db = await aDatabase();
    await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { deletedAt: 3_000 } }]);
    return db;
  };
  const putBack = (db: Database) => applyChanges(db, [{ table: 'entries', id: 'e1', fields: { deletedAt: null } }]);

  test('what is put back from the bin goes to the backlog once its issue has gone out', async () => {
    const db = await binned();
    await publish(db);
    expect(await putBack(db)).toEqual(['e1']);
    expect(await idsIn(db, 'backlog')).toEqual(['e1', 'later']);
  });

  test('and once its issue was removed', async () => {
    const db = await binned();
    const found = await issue(db, 'i1');
    if (found !== undefined) await removeIssue(db, found, 6_000);
    expect(await putBack(db)).toEqual(['e1']);
    expect(await idsIn(db, 'backlog')).toContain('e1');
  });

  test('but to an issue that is open, and it can be edited where it went out', async () => {
    const db = await binned();
    expect(await putBack(db)).toEqual([]);
    expect(await idsIn(db, 'i1')).toContain('e1');
    await publish(db);
    expect(await applyChanges(db, [{ table: 'entries', id: 'e1', fields: { dueOn: null } }])).toEqual([]);
    expect(await idsIn(db, 'i1')).toContain('e1');
  });
});
