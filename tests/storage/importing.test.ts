import { beforeEach, describe, expect, test } from 'vitest';
import { addSection } from '../../src/domain/newsletter.ts';
import { applyChanges } from '../../src/storage/changes.ts';
import type { ImportBatch } from '../../src/storage/importing.ts';
import { ImportIsStale, ImportStopped, undoImport, writeImport } from '../../src/storage/importing.ts';
import { addNewsletter, allNewsletters, currentWork, issuesOf, updateIssue } from '../../src/storage/newsletters.ts';
import { correctOutlet } from '../../src/storage/outlets.ts';
import { saveEntry } from '../../src/storage/save-entry.ts';
import { beginning, database, entry } from './database.ts';

type Db = ReturnType<typeof database>;
let db: Db;

beforeEach(() => {
  db = database('strict');
});

const following = { now: 5000, newId: () => 'next' };

/** Two issues with 150 entries each, for a newsletter that is there or is founded with them. */
function batch(seen: number | null = null): ImportBatch {
  const { newsletter, issue } = beginning();
  const issues = [7, 8].map((number) => ({
    ...issue,
    id: `old-${number}`,
    number,
    date: `2022-08-0${number}`,
    state: 'published' as const,
    publishedAt: 1,
    importId: 'import-1',
    printed: { markdown: `# ${number}\r\n`, style: newsletter.style, entryIds: [] },
  }));
  const entries = issues.flatMap(({ id }) =>
    Array.from({ length: 150 }, (_, at) => entry(`${id}-${at}`, { issueId: id, importId: 'import-1', rank: `a${at}` })),
  );
  const outlets = [{ host: 'a.example', name: 'The A' }];
  return { importId: 'import-1', newsletter, newsletterSeen: seen, issues, entries, outlets };
}

async function contents(): Promise<unknown> {
  return Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
}

describe('an import', () => {
  test('founds the newsletter where there is none, with the issue that comes next', async () => {
    await writeImport(db, batch(), following);
    expect(await db.entries.count()).toBe(300);
    expect(await currentWork(db)).toMatchObject({ newsletter: { id: 'n1' }, issue: { number: 9, date: '2022-08-09' } });
    expect(await db.outlets.get('a.example')).toMatchObject({ name: 'The A' });
  });

  test('moves the open issue behind what is imported', async () => {
    await addNewsletter(db, beginning());
    await writeImport(db, batch(1000), following);
    expect((await currentWork(db))?.issue).toMatchObject({ id: 'i1', number: 9 });
  });

  test('makes the open issue later than it was, also when the clock was set back', async () => {
    const { newsletter, issue } = beginning();
    await addNewsletter(db, { newsletter, issue: { ...issue, changedAt: 9000 } });
    await writeImport(db, batch(1000), following);
    expect(await db.issues.get('i1')).toMatchObject({ number: 9, changedAt: 9001 });
  });

  test('tells how far it is', async () => {
    const told: number[] = [];
    await writeImport(db, batch(), { ...following, tell: (written) => told.push(written) });
    expect(told).toEqual([100, 200, 300]);
  });

  test.each([
    ['the newsletter has changed since', async () => batch(999), ImportIsStale],
    [
      'an issue of that number has been published since',
      async () => {
        await updateIssue(
          db,
          'i1',
          { number: 8, state: 'published', printed: batch().issues[0]?.printed ?? null },
          1000,
        );
        return batch(1000);
      },
      ImportIsStale,
    ],
    [
      'an entry cannot be written',
      async () => {
        await saveEntry(db, entry('old-8-149'), 1);
        return batch(1000);
      },
      Error,
    ],
  ])('writes nothing where %s', async (_, prepare, error) => {
    await addNewsletter(db, beginning());
    const prepared = await prepare();
    const before = await contents();
    await expect(writeImport(db, prepared, following)).rejects.toThrow(error);
    expect(await contents()).toEqual(before);
  });

  test('that is stopped leaves nothing behind', async () => {
    const before = await contents();
    const stop = new AbortController();
    const stopped = writeImport(db, batch(), {
      ...following,
      signal: stop.signal,
      tell: (written) => written === 200 && stop.abort(),
    });
    await expect(stopped).rejects.toThrow(ImportStopped);
    expect(await contents()).toEqual(before);
  });
});

describe('undoing an import', () => {
  test('takes all of it back, the newsletter that it founded included', async () => {
    const before = await contents();
    await writeImport(db, batch(), following);
    expect(await undoImport(db)).toEqual({ removed: 300, stayed: 0 });
    await db.settings.delete('currentNewsletter');
    expect(await contents()).toEqual(before);
    expect(await undoImport(db)).toBeUndefined();
  });

  test('brings back the newsletter and the open issue as they were', async () => {
    await addNewsletter(db, beginning());
    await saveEntry(db, entry('mine', { issueId: 'i1' }), 2000);
    await writeImport(
      db,
      { ...batch(1000), newsletter: { ...beginning().newsletter, name: 'Learned', changedAt: 5000 } },
      following,
    );
    await undoImport(db);
    expect(await allNewsletters(db)).toMatchObject([{ name: 'Field Notes' }]);
    expect((await currentWork(db))?.issue).toMatchObject({ id: 'i1', number: 1 });
    expect((await db.entries.toArray()).map(({ id }) => id)).toEqual(['mine']);
  });

  test('brings the newsletter back also when the clock was set back before the import', async () => {
    const { newsletter, issue } = beginning();
    await addNewsletter(db, { newsletter: { ...newsletter, changedAt: 9000 }, issue });
    await writeImport(
      db,
      { ...batch(9000), newsletter: { ...newsletter, name: 'Learned', changedAt: 9001 } },
      following,
    );
    await undoImport(db);
    expect(await allNewsletters(db)).toMatchObject([{ name: 'Field Notes', changedAt: 9002 }]);
  });

  test('leaves the newsletter, too, where something stays: it stands in its sections', async () => {
    await addNewsletter(db, beginning());
    const learned = { ...beginning().newsletter, name: 'Learned', changedAt: 5000 };
    await writeImport(db, { ...batch(1000), newsletter: learned }, following);
    await updateIssue(db, 'old-7', { state: 'draft' }, 6000);
    await undoImport(db);
    expect(await allNewsletters(db)).toMatchObject([{ name: 'Learned' }]);
  });

  test('leaves what was changed since', async () => {
    await writeImport(db, batch(), following);
    await updateIssue(db, 'old-7', { state: 'draft' }, 6000);
    expect(await undoImport(db)).toEqual({ removed: 150, stayed: 150 });
    expect((await issuesOf(db, 'n1')).map(({ id }) => id).sort()).toEqual(['next', 'old-7']);
  });

  const bookmark = (fields = {}) => entry('mark', { importId: 'import-1', createdAt: 4000, editedAt: 4000, ...fields });
  const bookmarks = (): ImportBatch => ({ ...batch(1000), issues: [], outlets: [], entries: [bookmark()] });

  test('takes bookmarks back that nobody has touched', async () => {
    await addNewsletter(db, beginning());
    await writeImport(db, bookmarks(), following);
    expect(await undoImport(db)).toEqual({ removed: 1, stayed: 0 });
    expect(await db.entries.count()).toBe(0);
  });

  test('leaves a bookmark that was edited since, also by a clock that was set back', async () => {
    await addNewsletter(db, beginning());
    await writeImport(db, bookmarks(), following);
    await applyChanges(db, [{ table: 'entries', id: 'mark', fields: { commentary: 'Mine.', editedAt: 10 } }]);
    expect(await undoImport(db)).toEqual({ removed: 0, stayed: 1 });
    expect(await db.entries.get('mark')).toMatchObject({ commentary: 'Mine.' });
  });

  test('leaves an issue that was corrected and closed again, and an entry that was edited in one', async () => {
    await writeImport(db, batch(), following);
    await updateIssue(db, 'old-7', { state: 'draft' }, 10);
    await updateIssue(db, 'old-7', { state: 'published' }, 20);
    await applyChanges(db, [{ table: 'entries', id: 'old-8-3', fields: { commentary: 'Mine.' } }]);
    expect(await undoImport(db)).toEqual({ removed: 0, stayed: 300 });
    expect(await db.entries.get('old-8-3')).toMatchObject({ commentary: 'Mine.' });
  });

  test('leaves the spelling of a site that was corrected since', async () => {
    await writeImport(db, batch(), following);
    await correctOutlet(db, 'a.example', { name: 'A, really' }, 10);
    await undoImport(db);
    expect(await db.outlets.get('a.example')).toMatchObject({ name: 'A, really' });
  });

  test('leaves the newsletter that it founded where its open issue was written since', async () => {
    await writeImport(db, batch(), following);
    await updateIssue(db, 'next', { letter: 'Hello.' }, 10);
    expect(await undoImport(db)).toEqual({ removed: 300, stayed: 0 });
    expect(await db.issues.toArray()).toMatchObject([{ id: 'next', letter: 'Hello.' }]);
    expect(await db.newsletters.count()).toBe(1);
  });

  test('makes the open issue later than it was, and leaves the number that the editor has given it', async () => {
    await addNewsletter(db, beginning());
    await writeImport(db, batch(1000), following);
    const moved = await db.issues.get('i1');
    await undoImport(db);
    expect(await db.issues.get('i1')).toMatchObject({ number: 1, changedAt: (moved?.changedAt ?? 0) + 1 });
    await writeImport(
      db,
      { ...batch(1000), newsletterSeen: (await db.newsletters.get('n1'))?.changedAt ?? 0 },
      following,
    );
    await updateIssue(db, 'i1', { number: 70 }, 10);
    await undoImport(db);
    expect(await db.issues.get('i1')).toMatchObject({ number: 70 });
  });

  test('leaves the newsletter as it is where something saved since stands in a section of the import', async () => {
    const { newsletter, issue } = beginning();
    await addNewsletter(db, { newsletter, issue });
    const learned = addSection(newsletter, { id: 's9', name: 'Learned', shape: 'headline', now: 5000 });
    await writeImport(db, { ...batch(1000), newsletter: learned }, following);
    await saveEntry(db, entry('mine', { issueId: 'i1', sectionId: 's9' }), 6000);
    expect(await undoImport(db)).toEqual({ removed: 300, stayed: 0 });
    expect((await db.newsletters.get('n1'))?.sections.map(({ id }) => id)).toContain('s9');
  });
});
