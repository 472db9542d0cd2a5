// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import { addNewsletter, updateIssue } from '../../src/storage/newsletters.ts';
import { bringIssuesHome, forgetIssueAside, layIssueAside } from '../../src/storage/unfinished-issue.ts';
import { beginning, database } from './database.ts';

beforeEach(() => localStorage.clear());

async function stage(fields: Partial<Issue> = {}) {
  const db = database();
  const { newsletter, issue: blank } = beginning();
  const issue = { ...blank, ...fields };
  await addNewsletter(db, { newsletter, issue });
  const lies = async () => (await db.issues.toArray()).find(({ id }) => id === issue.id);
  const drafts = async () => (await db.entries.toArray()).map(({ state, commentary }) => [state, commentary]);
  return { db, work: { newsletter, issue }, issue, lies, drafts };
}

const AT = 9_000;

test('what a desk could not write of an issue comes into the database once, later than what it changes', async () => {
  const { db, work, issue, lies, drafts } = await stage({ changedAt: 20_000 });
  layIssueAside(issue.id, { typed: { letter: 'Hello.' }, before: { letter: '' }, at: AT });
  await bringIssuesHome(db, work);
  expect(await lies()).toMatchObject({ letter: 'Hello.', changedAt: 20_001 });
  expect(await drafts()).toEqual([]);
  expect(localStorage.length).toBe(0);
  await updateIssue(db, issue.id, { letter: 'Other.' }, 30_000);
  await bringIssuesHome(db, work);
  expect(await lies()).toMatchObject({ letter: 'Other.' });
});

test.each<[string, Partial<Issue>]>([
  ['title', { title: 'The freezer' }],
  ['subtitle', { subtitle: 'Who owns it' }],
  ['letter', { letter: 'Hello.' }],
  ['closing', { frame: { closing: 'Bye.', hero: 'https://a.example/b.png' } }],
  ['intro of a section', { sections: { odds: { intro: 'Odds.', leftOut: true } } }],
])('its %s is laid over it, and what else another page has changed stays', async (_, typed) => {
  const { db, work, issue, lies } = await stage({
    frame: { closing: '', hero: 'https://a.example/b.png' },
    sections: { odds: { intro: '', leftOut: true } },
  });
  layIssueAside(issue.id, { typed, before: issue, at: AT });
  await updateIssue(db, issue.id, { number: 7, waived: ['x'] }, AT + 1);
  await bringIssuesHome(db, work);
  expect(await lies()).toMatchObject({ ...typed, number: 7, waived: ['x'] });
});

test('the intro of one section does not take the place of that of another', async () => {
  const { db, work, issue, lies } = await stage();
  const intro = (text: string) => ({ intro: text, leftOut: false });
  layIssueAside(issue.id, { typed: { sections: { a: intro('A.') } }, before: { sections: {} }, at: AT });
  await updateIssue(db, issue.id, { sections: { b: intro('B.') } }, AT + 1);
  await bringIssuesHome(db, work);
  expect((await lies())?.sections).toEqual({ a: intro('A.'), b: intro('B.') });
});

describe('what has no place in the issue any more becomes a draft:', () => {
  const aside = { typed: { letter: 'Hello.' }, before: { letter: '' }, at: AT };

  test('where another page has written the same text since', async () => {
    const { db, work, issue, lies, drafts } = await stage();
    layIssueAside(issue.id, aside);
    await updateIssue(db, issue.id, { letter: 'Good morning.' }, AT + 1);
    await bringIssuesHome(db, work);
    expect(await lies()).toMatchObject({ letter: 'Good morning.' });
    expect(await drafts()).toEqual([['draft', 'Hello.']]);
    layIssueAside(issue.id, aside);
    await bringIssuesHome(db, work);
    expect(await drafts()).toEqual([['draft', 'Hello.']]);
  });

  test.each<[string, Partial<Issue>]>([
    ['has gone out', { state: 'published' }],
    ['was removed', { deletedAt: AT }],
  ])('where the issue %s', async (_, fields) => {
    const { db, work, issue, lies, drafts } = await stage(fields);
    layIssueAside(issue.id, aside);
    await bringIssuesHome(db, work);
    expect(await lies()).toEqual(issue);
    expect(await drafts()).toEqual([['draft', 'Hello.']]);
  });

  test('where there is no such issue', async () => {
    const { db, work, drafts } = await stage();
    layIssueAside('gone', { ...aside, typed: { title: 'The freezer', letter: 'Hello.' } });
    await bringIssuesHome(db, work);
    expect(await drafts()).toEqual([['draft', 'The freezer\n\nHello.']]);
  });

  test('not where all of it stands in what was written since', async () => {
    const { db, work, issue, lies, drafts } = await stage();
    layIssueAside(issue.id, { ...aside, typed: { letter: 'Hello wor' } });
    await updateIssue(db, issue.id, { letter: 'Hello world.' }, AT + 1);
    await bringIssuesHome(db, work);
    expect([(await lies())?.letter, await drafts()]).toEqual(['Hello world.', []]);
  });
});

test('what lies there in another form is left alone, and nothing fails', async () => {
  const { db, work, issue, lies } = await stage();
  localStorage.setItem(`unfinished-issue/${issue.id}`, '{"typed":{"letter":7}}');
  await bringIssuesHome(db, work);
  expect(await lies()).toEqual(issue);
});

test('what the database has in the meantime is forgotten', async () => {
  const { db, work, issue, lies } = await stage();
  layIssueAside(issue.id, { typed: { letter: 'Hello.' }, before: { letter: '' }, at: AT });
  forgetIssueAside(issue.id);
  await bringIssuesHome(db, work);
  expect(await lies()).toEqual(issue);
});
