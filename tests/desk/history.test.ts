import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act, change, type DeskAction, exchange, move, save, toBacklog } from '../../desk/desk-action.ts';
import { History } from '../../desk/history.ts';
import { blankEntry, type Entry } from '../../src/domain/entry.ts';
import { addSection } from '../../src/domain/newsletter.ts';
import { render } from '../../src/roundup/render.ts';
import type { Change } from '../../src/storage/changes.ts';
import type { Database } from '../../src/storage/database.ts';
import { moveEntries, stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import { addNextIssue, closeAgain, publishIssue, removeIssue } from '../../src/storage/publishing.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { database } from '../storage/database.ts';

/** A desk: an issue with four entries in two sections, two in the backlog, a draft and one in the bin. */
async function aFilledDesk() {
  const db = database();
  const { newsletter, issue, articles, odds } = aNewsletter();
  await addNewsletter(db, { newsletter, issue });
  const entry = (id: string, fields: Partial<Entry>) =>
    anEntry({ id, links: [aLink({ address: `https://${id}.example/`, title: id })], commentary: id, ...fields });
  const entries = [
    entry('a', { issueId: issue.id, sectionId: articles, rank: 'a0' }),
    // The same rank: whoever comes between makes it step back.
    entry('b', { issueId: issue.id, sectionId: articles, rank: 'a0' }),
    entry('c', { issueId: issue.id, sectionId: articles, rank: 'a2' }),
    entry('d', { issueId: issue.id, sectionId: odds, shape: 'one-liner' }),
    entry('e', { sectionId: articles }),
    entry('f', { sectionId: odds, rank: 'a1' }),
    entry('g', { state: 'draft', savedAt: null, issueId: issue.id, sectionId: odds, rank: '' }),
    entry('h', { deletedAt: 5, sectionId: odds }),
  ];
  await db.entries.bulkPut(entries.map(stored));
  return { db, newsletterId: newsletter.id, issueId: issue.id };
}

/** Everything an editor can see, without the times at which it was written. */
async function everythingIn(db: Database) {
  const all = await Promise.all([db.entries.toArray(), db.issues.toArray(), db.newsletters.toArray()]);
  return all.map((records) =>
    records.map(({ changedAt: _, editedAt: __, ...record }: object & Record<string, unknown>) => record),
  );
}

type Deed = (
  desk: Awaited<ReturnType<typeof aFilledDesk>>,
  random: readonly number[],
  at: number,
) => Promise<DeskAction | null>;

const pick = <T>(from: readonly T[], random = 0): T | undefined => from[random % Math.max(1, from.length)];

const openIssues = async (db: Database) =>
  (await db.issues.toArray()).filter(({ state, deletedAt }) => state === 'draft' && deletedAt === null);

/** What lies on the desk to be arranged: not in the bin, nor in an issue that is only to be read. */
const entriesAtHand = async (db: Database) => {
  const open = (await openIssues(db)).map(({ id }) => id);
  return (await db.entries.toArray()).filter(
    ({ deletedAt, issueId }) => deletedAt === null && (issueId === null || open.includes(issueId)),
  );
};

/** Every kind of thing that is done on the desk, to whatever is there. */
const DEEDS: Record<string, Deed> = {
  async move({ db }, [one = 0, two = 0, three = 0, many = 0], at) {
    const entries = (await entriesAtHand(db)).filter(({ state }) => state === 'kept');
    const issues = [...(await openIssues(db)).map(({ id }) => id), null];
    const sections = (await db.newsletters.toArray()).flatMap((newsletter) => newsletter.sections.map(({ id }) => id));
    const ids = [...new Set([pick(entries, one), many % 2 === 0 ? pick(entries, many) : undefined])].flatMap(
      (entry) => entry?.id ?? [],
    );
    const before = pick(entries, three)?.id ?? null;
    return move(db, ids, { issueId: pick(issues, two) ?? null, sectionId: pick(sections, three) ?? null, before }, at);
  },
  async backlog({ db }, [one = 0], at) {
    const entry = pick(
      (await entriesAtHand(db)).filter(({ issueId, state }) => issueId !== null && state === 'kept'),
      one,
    );
    return entry === undefined ? null : toBacklog(db, [entry], at);
  },
  async discard({ db }, [one = 0], at) {
    const entry = pick(await entriesAtHand(db), one);
    return entry === undefined
      ? null
      : change(db, [entry.id], [{ table: 'entries', id: entry.id, fields: { deletedAt: at } }]);
  },
  async putBack({ db }, [one = 0]) {
    const entry = pick(
      (await db.entries.toArray()).filter(({ deletedAt }) => deletedAt !== null),
      one,
    );
    return entry === undefined
      ? null
      : change(db, [entry.id], [{ table: 'entries', id: entry.id, fields: { deletedAt: null } }]);
  },
  async save({ db }, [one = 0], at) {
    const draft = pick(
      (await entriesAtHand(db)).filter(({ state }) => state === 'draft'),
      one,
    );
    return draft === undefined ? null : save(db, [draft.id], at);
  },
  async write({ db, newsletterId }, [one = 0], at) {
    const issue = pick(await openIssues(db), one);
    const { id, ...fields } = { ...blankEntry(`new-${at}`, at), newsletterId, state: 'kept' as const, savedAt: at };
    return act(db, [id], async () => {
      await change(db, [id], [{ table: 'entries', id, fields }]);
      await moveEntries(db, [id], { issueId: issue?.id ?? null, sectionId: null, before: null }, at);
      return [{ table: 'entries', id, fields: null }];
    });
  },
  async edit({ db }, [one = 0, two = 0], at) {
    const entry = pick(await db.entries.toArray(), one);
    if (entry === undefined) return null;
    const fields =
      two % 2 === 0 ? { commentary: `Text ${at}.` } : { shape: 'listing' as const, links: [], editedAt: at };
    return change(db, [entry.id], [{ table: 'entries', id: entry.id, fields }]);
  },
  async issue({ db }, [one = 0, two = 0], at) {
    const issue = pick(await openIssues(db), one);
    if (issue === undefined) return null;
    const sections = { [`id-${two % 4}`]: { intro: '', leftOut: two % 2 === 0 } };
    return change(
      db,
      [],
      [{ table: 'issues', id: issue.id, fields: { title: `Title ${at}`, sections, waived: [`w${at}`] } }],
    );
  },
  async section({ db, newsletterId }, _, at) {
    const newsletter = await db.newsletters.get(newsletterId);
    if (newsletter === undefined) return null;
    const { sections } = addSection(newsletter, { id: `s${at}`, name: `Section ${at}`, shape: null, now: at });
    return change(db, [], [{ table: 'newsletters', id: newsletterId, fields: { sections } }]);
  },
  newIssue: ({ db, newsletterId }, _, at) =>
    act(db, [], () => addNextIssue(db, newsletterId, { id: `i${at}`, now: at })),
  async removeIssue({ db }, [one = 0], at) {
    const issue = pick(
      (await openIssues(db)).filter(({ printed }) => printed === null),
      one,
    );
    return issue === undefined ? null : act(db, [], () => removeIssue(db, issue, at));
  },
  async publish({ db }, [one = 0], at) {
    const issue = pick(await openIssues(db), one);
    if (issue === undefined) return null;
    const print = (...all: Parameters<typeof render>) => render(...all).markdown;
    return act(db, [], () => publishIssue(db, { issueId: issue.id, now: at, nextId: `n${at}`, print }));
  },
  async reopen({ db }, [one = 0]) {
    const issue = pick(
      (await db.issues.toArray()).filter(({ state }) => state === 'published'),
      one,
    );
    return issue === undefined ? null : change(db, [], [{ table: 'issues', id: issue.id, fields: { state: 'draft' } }]);
  },
  async closeAgain({ db }, [one = 0], at) {
    const issue = pick(
      (await openIssues(db)).filter(({ printed }) => printed !== null),
      one,
    );
    return issue === undefined ? null : act(db, [], () => closeAgain(db, issue.id, at));
  },
  async removeSection({ db, newsletterId }, [one = 0], at) {
    const sections = (await db.newsletters.get(newsletterId))?.sections ?? [];
    const gone = pick(sections, one);
    const without = sections.map((section) => (section === gone ? { ...section, deletedAt: at } : section));
    return change(db, [], [{ table: 'newsletters', id: newsletterId, fields: { sections: without } }]);
  },
  async tidy({ db }, [one = 0]) {
    const empty = pick(
      (await entriesAtHand(db)).filter(({ links, commentary }) => links.length === 0 && commentary === ''),
      one,
    );
    return empty === undefined ? null : change(db, [], [{ table: 'entries', id: empty.id, fields: null }]);
  },
};

const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(DEEDS)),
    random: fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
  }),
  {
    minLength: 100,
    maxLength: 100,
  },
);

test('100 actions of any kind, undone completely, give the first state again; redone completely, the last one', async () => {
  const done: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      const desk = await aFilledDesk();
      const { db } = desk;
      const history = new History();
      const first = await everythingIn(db);
      let ids = 0;
      let count = 0;
      for (const [at, { kind, random }] of all.entries()) {
        const action = await DEEDS[kind]?.(desk, random, 10_000 + at);
        if (!action) continue;
        history.add(action);
        count += 1;
        done[kind] = (done[kind] ?? 0) + 1;
      }
      const last = await everythingIn(db);
      const revision = { newId: () => `r${++ids}`, at: 20_000 };
      for (let action = history.back(); action !== undefined; action = history.back()) {
        expect(await exchange(db, { from: action.after, to: action.before }, revision)).toBe('all');
        count -= 1;
      }
      expect(count).toBe(0);
      expect(await everythingIn(db)).toEqual(first);
      for (let action = history.forth(); action !== undefined; action = history.forth()) {
        expect(await exchange(db, { from: action.before, to: action.after }, revision)).toBe('all');
      }
      expect(await everythingIn(db)).toEqual(last);
      db.close();
    }),
    { numRuns: 15, endOnFailure: true },
  );
  // None of the kinds was idle all the time.
  expect(Object.keys(done).sort()).toEqual(Object.keys(DEEDS).sort());
}, 120_000);

describe('undoing', () => {
  const undo = (db: Database, action: DeskAction | null) =>
    exchange(db, { from: action?.after ?? [], to: action?.before ?? [] }, { newId: () => 'r', at: 1 });
  const put = (db: Database, id: string, fields: Partial<Entry>) => {
    const one: Change = { table: 'entries', id, fields };
    return change(db, [id], [one]);
  };

  test('leaves alone what somebody else has written since, and says so', async () => {
    const { db } = await aFilledDesk();
    const action = await put(db, 'a', { commentary: 'Mine.', shape: 'inline' });
    await put(db, 'a', { commentary: 'Theirs.' });
    expect(await undo(db, action)).toBe('part');
    expect(await db.entries.get('a')).toMatchObject({ commentary: 'Theirs.', shape: 'headline' });
    expect(await undo(db, action)).toBe('nothing');
  });

  test('keeps the text that gives way as a revision', async () => {
    const { db } = await aFilledDesk();
    await undo(db, await put(db, 'a', { commentary: 'Mine.' }));
    expect((await db.revisions.toArray()).map(({ entry }) => entry.commentary)).toEqual(['Mine.']);
  });

  test('a new entry goes only while nobody has written in it', async () => {
    const { db, newsletterId } = await aFilledDesk();
    const { id, ...fields } = { ...blankEntry('new', 1), newsletterId };
    const made = await change(db, [id], [{ table: 'entries', id, fields }]);
    await put(db, 'new', { commentary: 'Something.' });
    expect(await undo(db, made)).toBe('nothing');
    expect(await db.entries.get('new')).toMatchObject({ commentary: 'Something.' });
  });

  test('publishing does not take away the next issue once something lies in it', async () => {
    const { db, issueId } = await aFilledDesk();
    const published = await act(db, [], () => publishIssue(db, { issueId, now: 1, nextId: 'next', print: () => '' }));
    await moveEntries(db, ['e'], { issueId: 'next', before: null }, 2);
    expect(await undo(db, published)).toBe('part');
    expect(await db.issues.get('next')).toMatchObject({ number: 2 });
    expect(await db.issues.get(issueId)).toMatchObject({ state: 'draft', printed: null });
  });

  test('leaving a correction as it went out is taken back with all that had come into it', async () => {
    const { db, issueId } = await aFilledDesk();
    await publishIssue(db, { issueId, now: 1, nextId: 'next', print: () => '' });
    await change(db, [], [{ table: 'issues', id: issueId, fields: { state: 'draft' } }]);
    await moveEntries(db, ['e'], { issueId, before: null }, 2);
    const closed = await act(db, [], () => closeAgain(db, issueId, 3));
    expect(await db.entries.get('e')).toMatchObject({ place: 'backlog' });
    expect(await undo(db, closed)).toBe('all');
    expect(await db.entries.get('e')).toMatchObject({ place: issueId });
  });

  test('a move out of an issue that has gone out since ends in the backlog, and says so', async () => {
    const { db, issueId } = await aFilledDesk();
    const moved = await toBacklog(db, await db.entries.where('id').equals('a').toArray(), 1);
    await publishIssue(db, { issueId, now: 2, nextId: 'next', print: () => '' });
    expect(await undo(db, moved)).toBe('part');
    expect(await db.entries.get('a')).toMatchObject({ place: 'backlog' });
  });

  test('what was put back into the backlog, its issue being out, lies in the bin as it did', async () => {
    const { db, issueId } = await aFilledDesk();
    await put(db, 'a', { deletedAt: 1 });
    await publishIssue(db, { issueId, now: 2, nextId: 'next', print: () => '' });
    const back = await put(db, 'a', { deletedAt: null });
    expect(await db.entries.get('a')).toMatchObject({ place: 'backlog' });
    expect(await undo(db, back)).toBe('all');
    expect(await db.entries.get('a')).toMatchObject({ place: 'bin', issueId, deletedAt: 1 });
  });

  test('reaches back 100 actions', () => {
    const history = new History();
    const action = (id: string): DeskAction => ({ kind: 'change', entryIds: [id], before: [], after: [] });
    for (let n = 1; n <= 101; n += 1) history.add(action(`${n}`));
    const undone = Array.from({ length: 101 }, () => history.back()?.entryIds[0]);
    expect([undone[0], undone[99], undone[100]]).toEqual(['101', '2', undefined]);
  });

  test('what is done anew takes the place of what was undone', () => {
    const history = new History();
    history.add({ kind: 'change', entryIds: ['a'], before: [], after: [] });
    history.back();
    history.add({ kind: 'change', entryIds: ['b'], before: [], after: [] });
    expect(history.forth()).toBeUndefined();
    expect(history.back()?.entryIds).toEqual(['b']);
  });
});
