import { afterEach, expect, test } from 'vitest';
import { keepEntryOver, keepIssueOver } from '../../desk/keep-over.ts';
import { stillUnsettled } from '../../desk/typing.ts';
import { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { aNewsletter, anEntry } from '../records.ts';

let names = 0;
let opened: Database[] = [];
afterEach(() => {
  for (const db of opened) db.close();
  opened = [];
});

async function stage() {
  const db = new Database('relaxed', `keep-over-${++names}`);
  opened.push(db);
  const issue = { ...aNewsletter().issue, changedAt: 1_000 };
  const entry = anEntry({ id: 'e', editedAt: 1_000 });
  await db.issues.add(issue);
  await db.entries.add(stored(entry));
  return { db, issue, entry };
}

// By a clock that was set back a window that has typed more is ahead of the other.
test.each([
  ['in the same millisecond', 2_000, 2_000],
  ['by a clock that was set back', 1_005, 1_001],
])('of two windows that write a letter %s both show what lies there in the end', async (_, first, second) => {
  const { db, issue } = await stage();
  const here = { ...issue, letter: 'Here.', changedAt: first };
  const there = { ...issue, letter: 'There.', changedAt: second };
  await keepIssueOver(db, { typed: here, expected: () => issue });
  await keepIssueOver(db, { typed: there, expected: () => issue });
  const [lies] = await db.issues.toArray();
  if (lies === undefined) throw new Error('The issue is gone.');
  expect(lies).toMatchObject({ letter: 'There.' });
  const shownHere = stillUnsettled({ fields: { letter: 'Here.' }, at: first }, lies, lies.changedAt);
  expect({ ...lies, ...shownHere.fields }.letter).toBe('There.');
});

test('of two windows that write two fields of an issue in the same millisecond both are kept', async () => {
  const { db, issue } = await stage();
  await keepIssueOver(db, { typed: { ...issue, letter: 'Here.', changedAt: 2_000 }, expected: () => issue });
  await keepIssueOver(db, { typed: { ...issue, title: 'There', changedAt: 2_000 }, expected: () => issue });
  expect(await db.issues.toArray()).toMatchObject([{ letter: 'Here.', title: 'There' }]);
});

test('an entry that is written over is later than it was, and its text is told', async () => {
  const { db, entry } = await stage();
  await keepEntryOver(db, { typed: { ...entry, commentary: 'Here.', editedAt: 2_000 }, expected: () => entry });
  const there = { ...entry, commentary: 'There.', editedAt: 2_000 };
  expect(await keepEntryOver(db, { typed: there, expected: () => entry })).toMatchObject({ commentary: 'Here.' });
  expect(await db.entries.toArray()).toMatchObject([{ commentary: 'There.', editedAt: 2_001 }]);
});

test('who types on writes nothing twice: the time stays that of the key', async () => {
  const { db, issue } = await stage();
  const first = { ...issue, letter: 'H', changedAt: 2_000 };
  await keepIssueOver(db, { typed: first, expected: () => issue });
  await keepIssueOver(db, { typed: { ...first, letter: 'He', changedAt: 2_001 }, expected: () => first });
  expect(await db.issues.toArray()).toMatchObject([{ letter: 'He', changedAt: 2_001 }]);
});
