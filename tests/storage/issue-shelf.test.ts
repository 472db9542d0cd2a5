import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/until.ts';
import { blankIssue, type Issue } from '../../src/domain/issue.ts';
import type { Database } from '../../src/storage/database.ts';
import { AT_ONCE, IssueShelf, type KnownIssues } from '../../src/storage/issue-shelf.ts';
import { addNewsletter, updateIssue } from '../../src/storage/newsletters.ts';
import { publishIssue } from '../../src/storage/publishing.ts';
import { beginning, database } from './database.ts';

const { newsletter, issue } = beginning();

function wentOut(number: number, fields: Partial<Issue> = {}): Issue {
  const made = blankIssue({ id: `out-${number}`, newsletterId: 'n1', number, date: '2020-01-01', now: 1 });
  const printed = { markdown: `Issue ${number}.`, style: newsletter.style };
  return { ...made, state: 'published', publishedAt: 1, printed, ...fields };
}
const YEARS = Array.from({ length: AT_ONCE * 2 + 5 }, (_, at) => wentOut(-at - 1));

const shelves: IssueShelf[] = [];
afterEach(() => {
  for (const shelf of shelves.splice(0)) shelf.close();
});

/** A shelf over the newsletter n1, and everything it has told. It reads on when `rest` is called, or at once. */
function aShelf(db: Database, { busy = false, shownId = null as string | null } = {}) {
  const told: KnownIssues[] = [];
  const failures: unknown[] = [];
  const waiting: (() => void)[] = [];
  const idle = () => (busy ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve());
  const tell = (known: KnownIssues) => void told.push(known);
  const shelf = new IssueShelf(db, 'n1', { tell, fail: (error) => void failures.push(error), idle });
  shelves.push(shelf);
  shelf.open(shownId);
  const latest = () => told.at(-1);
  const ids = () => (latest()?.issues ?? []).map(({ id }) => id).sort();
  const issueOf = (id: string) => latest()?.issues.find((one) => one.id === id);
  const rest = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { shelf, told, failures, waiting, latest, ids, issueOf, rest };
}

const untilTrue = (what: string, look: () => boolean) => until(what, () => look() || undefined);

async function filled(issues: readonly Issue[]) {
  const db = database();
  await addNewsletter(db, { newsletter, issue });
  await db.issues.bulkPut([...issues]);
  return db;
}

describe('the issues of a newsletter', () => {
  test('are all there at once where they are few; the removed, the damaged and those of others are not', async () => {
    const damaged = { id: 'damaged', newsletterId: 'n1', number: 5, state: 'published' } as Issue;
    const db = await filled([
      wentOut(1),
      wentOut(2, { deletedAt: 5 }),
      wentOut(3, { newsletterId: 'n2' }),
      wentOut(4, { newsletterId: 'n2', state: 'draft', printed: null }),
      damaged,
    ]);
    const { told, latest, ids } = aShelf(db);
    await untilTrue('The issues', () => latest() !== undefined);
    expect(ids()).toEqual(['i1', 'out-1']);
    expect(told).toHaveLength(1);
    expect(latest()).toMatchObject({ newsletterId: 'n1', complete: true });
  });

  test('begin with what is worked on and what is shown; those that went out come when somebody wants them', async () => {
    const db = await filled(YEARS);
    const { shelf, told, waiting, latest, ids, rest } = aShelf(db, { busy: true, shownId: 'out--7' });
    await untilTrue('The drafts', () => latest() !== undefined);
    expect(ids()).toEqual(['i1', 'out--7']);
    expect(latest()?.complete).toBe(false);
    expect(waiting).toHaveLength(0);
    shelf.readAll();
    // Three readings, each waits for the page; that not all is there is never told as if it were.
    for (let reading = 1; reading <= 3; reading += 1) {
      await untilTrue('A reading that waits', () => waiting.length === 1);
      expect(told).toHaveLength(1);
      rest();
    }
    await untilTrue('All issues', () => latest()?.complete === true);
    expect(ids()).toEqual(['i1', ...YEARS.map(({ id }) => id)].sort());
  });

  test('that went out are read at once where they are to be shown', async () => {
    const { shelf, latest, ids } = aShelf(await filled(YEARS), { busy: true });
    await untilTrue('The drafts', () => latest() !== undefined);
    shelf.look('out--9');
    await untilTrue('The issue', () => ids().includes('out--9'));
    expect(latest()?.complete).toBe(false);
  });

  test('of which one is written: that one is read again, and the others are the very objects they were', async () => {
    const db = await filled(YEARS);
    const { shelf, latest, issueOf } = aShelf(db);
    shelf.readAll();
    await untilTrue('All issues', () => latest()?.complete === true);
    const before = new Map(latest()?.issues.map((one) => [one.id, one]));
    await updateIssue(database('strict', db.name), 'i1', { title: 'New words' }, 9);
    await untilTrue('The new title', () => issueOf('i1')?.title === 'New words');
    const changed = latest()?.issues.filter((one) => before.get(one.id) !== one);
    expect(changed?.map(({ id }) => id)).toEqual(['i1']);
    expect(latest()?.complete).toBe(true);
  });

  test('of another newsletter are none of its business', async () => {
    const db = await filled([wentOut(3, { newsletterId: 'n2' })]);
    const { told, latest, issueOf } = aShelf(db);
    await untilTrue('The issues', () => latest() !== undefined);
    await updateIssue(db, 'out-3', { title: 'Elsewhere' }, 9);
    await updateIssue(db, 'i1', { title: 'Here' }, 9);
    await untilTrue('The new title', () => issueOf('i1')?.title === 'Here');
    expect(told).toHaveLength(2);
  });

  test('show one that is published, and the next that is made with it, in the same moment', async () => {
    const db = await filled([]);
    const { told, issueOf, latest } = aShelf(db);
    await untilTrue('The issues', () => latest() !== undefined);
    const print = () => 'As it went out.';
    await publishIssue(database('strict', db.name), { issueId: 'i1', now: 9, nextId: 'next', print });
    await untilTrue('The next issue', () => issueOf('next') !== undefined);
    const states = told.map(({ issues }) => issues.map(({ id, state }) => `${id} ${state}`).sort());
    expect(states).toEqual([['i1 draft'], ['i1 published', 'next draft']]);
  });

  test.each([true, false])(
    'that are written as a whole are not all known until they have been read again',
    async (isCleared) => {
      const db = await filled(YEARS);
      const { shelf, told, latest, ids } = aShelf(db);
      shelf.readAll();
      await untilTrue('All issues', () => latest()?.complete === true);
      const before = told.length;
      const restored = [{ ...issue, number: 500 }, ...YEARS.slice(3).map((one) => ({ ...one, title: 'Restored' }))];
      await db.transaction('rw', db.issues, async () => {
        if (isCleared) await db.issues.clear();
        for (const one of restored) await db.issues.put(one);
      });
      await untilTrue('All issues again', () => told.length > before + 1 && latest()?.complete === true);
      expect(told[before]).toMatchObject({ complete: false });
      expect(told[before]?.issues.find(({ id }) => id === 'i1')?.number).toBe(500);
      expect(ids()).toEqual((isCleared ? restored : [issue, ...YEARS]).map(({ id }) => id).sort());
      expect(latest()?.issues.filter(({ title }) => title === 'Restored')).toHaveLength(restored.length - 1);
    },
  );

  test('tell nothing more once nobody follows them', async () => {
    const db = await filled(YEARS);
    const { shelf, told, waiting, latest, rest } = aShelf(db, { busy: true });
    await untilTrue('The drafts', () => latest() !== undefined);
    shelf.readAll();
    await untilTrue('A reading that waits', () => waiting.length === 1);
    shelf.close();
    rest();
    await updateIssue(db, 'i1', { title: 'Unheard' }, 9);
    expect(await db.issues.get('i1')).toMatchObject({ title: 'Unheard' });
    expect(told).toHaveLength(1);
  });

  test('that cannot be read are told as a failure', async () => {
    const db = await filled([]);
    db.close();
    const { told, failures } = aShelf(db);
    await untilTrue('The failure', () => failures.length > 0);
    expect(told).toEqual([]);
  });
});

test('whatever is written while they are read, in the end they are what lies in the database', async () => {
  const writing = fc.record({
    at: fc.nat({ max: YEARS.length + 3 }),
    what: fc.constantFrom('change', 'remove', 'delete', 'reopen', 'clear'),
    restFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(writing, { maxLength: 8 }), async (writings) => {
      const db = await filled(YEARS);
      const { shelf, latest, rest } = aShelf(db, { busy: true });
      shelf.readAll();
      let now = 10;
      for (const { at, what, restFirst } of writings) {
        if (restFirst) rest();
        now += 1;
        const one = wentOut(-at - 1, { changedAt: now });
        if (what === 'change') await db.issues.put({ ...one, title: `Changed ${now}` });
        if (what === 'remove') await db.issues.put({ ...one, deletedAt: now });
        if (what === 'reopen') await db.issues.put({ ...one, state: 'draft' });
        if (what === 'delete') await db.issues.delete(one.id);
        if (what === 'clear') await db.issues.clear();
      }
      const byId = (issues: readonly Issue[]) => issues.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const there = byId((await db.issues.toArray()).filter(({ deletedAt }) => deletedAt === null));
      await untilTrue('What lies there', () => {
        rest();
        const { complete, issues } = latest() ?? { complete: false, issues: [] };
        return complete && JSON.stringify(byId(issues)) === JSON.stringify(there);
      });
      shelf.close();
    }),
    { numRuns: 25 },
  );
});
