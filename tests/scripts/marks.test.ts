import { expect, test } from 'vitest';
import { type Answer, type Mark, marksOf } from '../../scripts/reading/marks.ts';

const judged = {
  url: 'https://tide.example/rope',
  title: ['Rope and knots', 'Rope'],
  authors: [['Ada Quill', 'Ben Reed'], ['Ada Quill']],
  publishedOn: ['2031-02-27'],
  outlet: ['The Tide', ''],
};
const right = { title: 'Rope and knots', authors: ['Ada Quill'], publishedOn: '2031-02-27', outlet: 'The Tide' };

test('whatever is one of the right answers is exact, in any case and with any quotes', () => {
  expect(marksOf({ ...right, title: ' ROPE  and knots' }, judged)).toEqual({
    title: 'exact',
    authors: 'exact',
    publishedOn: 'exact',
    outlet: 'exact',
  });
  expect(marksOf({ ...right, outlet: '' }, judged).outlet).toBe('exact');
});

test.each<[Partial<Answer>, Partial<Record<keyof Answer, Mark>>]>([
  [{ title: 'Rope and knots | Sea' }, { title: 'partial' }],
  [{ title: 'Sails' }, { title: 'wrong' }],
  [{ title: '' }, { title: 'missing' }],
  [{ authors: ['Ben Reed', 'Ada Quill'] }, { authors: 'partial' }],
  [{ authors: ['Ada Quill', 'Web Smith'] }, { authors: 'partial' }],
  [{ authors: ['Web Smith'] }, { authors: 'wrong' }],
  [{ authors: [] }, { authors: 'missing' }],
  [{ publishedOn: '2031-02-28' }, { publishedOn: 'wrong' }],
  [{ publishedOn: '' }, { publishedOn: 'missing' }],
])('%j is %j', (answer, mark) => {
  expect(marksOf({ ...right, ...answer }, judged)).toMatchObject(mark);
});

test('an author where there is none is wrong', () => {
  expect(marksOf(right, { ...judged, authors: [[]] }).authors).toBe('wrong');
});

test('what cannot be judged has no mark', () => {
  expect(marksOf(right, { ...judged, title: null, authors: null })).toEqual({ publishedOn: 'exact', outlet: 'exact' });
});
