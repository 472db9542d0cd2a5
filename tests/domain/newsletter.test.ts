import { describe, expect, test } from 'vitest';
import { Issue, openIssue } from '../../src/domain/issue.ts';
import {
  addSection,
  beginNewsletter,
  changeSection,
  moveSection,
  Newsletter,
  sectionsOf,
} from '../../src/domain/newsletter.ts';
import { foldName, sectionNamed } from '../../src/domain/section.ts';

function begin() {
  let ids = 0;
  return beginNewsletter({
    name: '  Field Notes ',
    language: 'en',
    sections: [
      { name: 'Work', shape: 'headline' },
      { name: 'Odds and ends', shape: 'one-liner' },
      { name: 'Jobs', shape: 'listing' },
    ],
    today: '2022-08-24',
    now: 1000,
    newId: () => `id${++ids}`,
  });
}

const names = (newsletter: Newsletter) => sectionsOf(newsletter).map(({ name }) => name);
const idOf = (newsletter: Newsletter, name: string) => sectionNamed(newsletter.sections, name)?.id ?? '';

describe('a new newsletter', () => {
  test('has a name, sections in the order given, and a first issue on the next Friday', () => {
    const { newsletter, issue } = begin();
    expect(newsletter.name).toBe('Field Notes');
    expect(names(newsletter)).toEqual(['Work', 'Odds and ends', 'Jobs']);
    expect(sectionsOf(newsletter).map(({ shape }) => shape)).toEqual(['headline', 'one-liner', 'listing']);
    expect(issue).toMatchObject({ newsletterId: newsletter.id, number: 1, date: '2022-08-26', state: 'draft' });
  });

  test('fits its schemas, and no id is given twice', () => {
    const { newsletter, issue } = begin();
    expect(Newsletter.parse(newsletter)).toEqual(newsletter);
    expect(Issue.parse(issue)).toEqual(issue);
    const ids = [newsletter.id, issue.id, ...newsletter.sections.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('sections', () => {
  test('a new one stands behind the others, its name trimmed', () => {
    const added = addSection(begin().newsletter, { id: 's', name: ' New ', shape: null, now: 2000 });
    expect(names(added)).toEqual(['Work', 'Odds and ends', 'Jobs', 'New']);
    expect(added.changedAt).toBe(2000);
  });

  test('a new one stands behind one that was removed, too: bringing that back keeps both places', () => {
    const { newsletter } = begin();
    const jobs = idOf(newsletter, 'Jobs');
    const removed = changeSection(newsletter, jobs, { deletedAt: 2000 }, 2000);
    const added = addSection(removed, { id: 'a', name: 'New', shape: null, now: 3000 });
    const back = changeSection(added, jobs, { deletedAt: null }, 4000);
    expect(names(back)).toEqual(['Work', 'Odds and ends', 'Jobs', 'New']);
  });

  test('a changed one stays where it is, and the others stay as they are', () => {
    const { newsletter } = begin();
    const changed = changeSection(newsletter, idOf(newsletter, 'Work'), { name: 'Labour', separator: '\n\n' }, 2000);
    expect(names(changed)).toEqual(['Labour', 'Odds and ends', 'Jobs']);
    expect(sectionsOf(changed).slice(1)).toEqual(sectionsOf(newsletter).slice(1));
  });

  test('a removed one is not in use', () => {
    const { newsletter } = begin();
    expect(names(changeSection(newsletter, idOf(newsletter, 'Work'), { deletedAt: 2000 }, 2000))).toEqual([
      'Odds and ends',
      'Jobs',
    ]);
  });

  test.each([
    ['Work', 1, ['Odds and ends', 'Work', 'Jobs']],
    ['Work', -1, ['Work', 'Odds and ends', 'Jobs']],
    ['Odds and ends', -1, ['Odds and ends', 'Work', 'Jobs']],
    ['Odds and ends', 1, ['Work', 'Jobs', 'Odds and ends']],
    ['Jobs', 1, ['Work', 'Odds and ends', 'Jobs']],
    ['Jobs', -1, ['Work', 'Jobs', 'Odds and ends']],
  ] as const)('%s moved by %i', (name, by, expected) => {
    const { newsletter } = begin();
    expect(names(moveSection(newsletter, idOf(newsletter, name), by, 2000))).toEqual(expected);
  });

  test('one that is gone cannot be moved', () => {
    const { newsletter } = begin();
    expect(moveSection(newsletter, 'nobody', 1, 2000)).toBe(newsletter);
  });

  test('moves go on working where two machines gave out the same rank', () => {
    const { newsletter } = begin();
    const [first] = sectionsOf(newsletter);
    const tied = { ...newsletter, sections: newsletter.sections.map((s) => ({ ...s, rank: first?.rank ?? '' })) };
    const order = names(tied);
    const [a = '', b = '', c = ''] = order;
    expect(names(moveSection(tied, idOf(tied, c), -1, 2000))).toEqual([a, c, b]);
    expect(names(moveSection(tied, idOf(tied, a), 1, 2000))).toEqual([b, a, c]);
  });
});

test.each([
  ['Managing Teams', 'managing  teams'],
  ['Événements', 'EVENEMENTS'],
  ['Ｒａｎｄｏｍ', 'random '],
  ['Été\u00a0à', 'été à'],
])('%j and %j are one name', (a, b) => {
  expect(foldName(a)).toBe(foldName(b));
});

test('a section goes by its name and by its aliases', () => {
  const { newsletter } = begin();
  const work = idOf(newsletter, 'Work');
  const { sections } = changeSection(newsletter, work, { aliases: ['Labour', 'Façades'] }, 2000);
  expect(sectionNamed(sections, ' WORK ')?.id).toBe(work);
  expect(sectionNamed(sections, 'facades')?.id).toBe(work);
  expect(sectionNamed(sections, 'Wor')).toBeUndefined();
});

test('the open issue is the draft with the lowest number, not in the bin', () => {
  const { issue } = begin();
  const issues: Issue[] = [
    { ...issue, id: 'c', number: 4 },
    { ...issue, id: 'b', number: 3 },
    { ...issue, id: 'a', number: 1, state: 'published' },
    { ...issue, id: 'd', number: 2, deletedAt: 5 },
  ];
  expect(openIssue(issues)?.id).toBe('b');
  expect(openIssue([])).toBeUndefined();
  expect(openIssue(issues.filter(({ id }) => id === 'a'))).toBeUndefined();
});
