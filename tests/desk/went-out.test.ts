import { describe, expect, test } from 'vitest';
import { change, move, toBacklog } from '../../desk/desk-action.ts';
import { WentOut } from '../../desk/went-out.ts';
import type { Change } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { publishIssue } from '../../src/storage/publishing.ts';
import { aNewsletter, anEntry } from '../records.ts';
import { database } from '../storage/database.ts';

/** An issue that has gone out with the entry `out`; `later` waits in the backlog, `gone` lies in the bin. */
async function anIssueThatWentOut() {
  const db = database();
  const { newsletter, issue, articles } = aNewsletter();
  await addNewsletter(db, { newsletter, issue });
  const entries = [
    anEntry({ id: 'out', issueId: issue.id, sectionId: articles }),
    anEntry({ id: 'later', sectionId: articles }),
    anEntry({ id: 'gone', issueId: issue.id, sectionId: articles, deletedAt: 5 }),
  ];
  await db.entries.bulkPut(entries.map(stored));
  await publishIssue(db, { issueId: issue.id, now: 1, nextId: 'next', print: () => 'As it went out.' });
  return { db, issueId: issue.id, entries };
}

type World = Awaited<ReturnType<typeof anIssueThatWentOut>>;

const fields = (table: 'entries' | 'issues', id: string, changed: object) =>
  [{ table, id, fields: changed } as Change] as const;
const everythingIn = (db: Database) => Promise.all([db.entries.toArray(), db.issues.toArray()]);

describe('an issue that has gone out', () => {
  test.each<[string, (world: World) => Promise<unknown>]>([
    ['takes in no entry', ({ db, issueId }) => move(db, ['later'], { issueId, before: null }, 9)],
    ['gives none to the next issue', ({ db }) => move(db, ['out'], { issueId: 'next', before: null }, 9)],
    ['keeps their order', ({ db, issueId }) => move(db, ['out', 'later'], { issueId, before: 'out' }, 9)],
    ['gives none back to the backlog', ({ db, entries }) => toBacklog(db, entries.slice(0, 1), 9)],
    ['gives none to the bin', ({ db }) => change(db, ['out'], fields('entries', 'out', { deletedAt: 9 }))],
    ['gives none to a repair', ({ db }) => change(db, ['out'], fields('entries', 'out', { issueId: null }))],
    ['keeps its sections', ({ db, issueId }) => change(db, [], fields('issues', issueId, { sections: {} }))],
  ])('%s, and all stays as it was', async (_, act) => {
    const world = await anIssueThatWentOut();
    const before = await everythingIn(world.db);
    await expect(act(world)).rejects.toThrow(WentOut);
    expect(await everythingIn(world.db)).toEqual(before);
  });

  test.each<[string, (world: World) => Promise<unknown>]>([
    ['can be opened again', ({ db, issueId }) => change(db, [], fields('issues', issueId, { state: 'draft' }))],
    ['lets its entries be edited', ({ db }) => change(db, ['out'], fields('entries', 'out', { commentary: 'New.' }))],
    ['is not in the way of its bin', ({ db }) => change(db, ['gone'], fields('entries', 'gone', { deletedAt: null }))],
    ['nor of the others', ({ db }) => move(db, ['later'], { issueId: 'next', before: null }, 9)],
  ])('%s', async (_, act) => {
    expect(await act(await anIssueThatWentOut())).not.toBeNull();
  });
});
