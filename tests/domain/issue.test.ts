import { describe, expect, test } from 'vitest';
import { closesAt, type Issue, isReopened, nextIssue, openIssue, usualGap } from '../../src/domain/issue.ts';
import { aNewsletter } from '../records.ts';

const { issue } = aNewsletter();
const one = (fields: Partial<Issue>): Issue => ({ ...issue, ...fields });
const printed = { markdown: '', style: aNewsletter().newsletter.style };

describe('the days between two issues', () => {
  test.each([
    ['nothing is known', ['2022-08-26'], 7],
    ['every week', ['2022-08-12', '2022-08-19', '2022-08-26'], 7],
    ['every two weeks', ['2022-08-26', '2022-07-29', '2022-08-12'], 14],
    ['a holiday does not count', ['2022-07-01', '2022-07-08', '2022-07-15', '2022-08-12', '2022-08-19'], 7],
    ['two on one day', ['2022-08-19', '2022-08-19', '2022-08-26'], 7],
    ['monthly, told by four', ['2022-05-31', '2022-06-30', '2022-07-31', '2022-08-31'], 31],
    [
      'an old rhythm does not count',
      [...Array(9).keys()].map((n) => `2022-0${n + 1}-01`).concat([...Array(9).keys()].map((n) => `2022-10-0${n + 1}`)),
      1,
    ],
  ] as const)('%s', (_, dates, days) => {
    expect(usualGap(dates.map((date) => ({ date, deletedAt: null })))).toBe(days);
  });
});

describe('the next issue', () => {
  const last = one({ number: 133, date: '2022-08-19', frame: { closing: 'Bye.', hero: 'https://a.example/1.png' } });
  const before = one({ id: 'before', number: 132, date: '2022-08-12', letter: 'Hello.' });

  test('follows the highest number, the usual gap later, with the frame that is the same every week', () => {
    expect(nextIssue([before, last], { id: 'next', now: 9 })).toEqual(
      one({ id: 'next', number: 134, date: '2022-08-26', frame: { closing: 'Bye.' }, createdAt: 9, changedAt: 9 }),
    );
  });

  test('leaves behind where the last one departed from the frame of its house', () => {
    const departed = one({
      ...last,
      frame: { front: '---\n---', front_date: 'x', with: '|title|', without: '', closing: 'Bye.' },
    });
    expect(nextIssue([departed], { id: 'next', now: 9 })?.frame).toEqual({ closing: 'Bye.' });
  });

  test('begins with what comes back in every issue', () => {
    const section = { id: 's1', intro: 'Ada writes this.', deletedAt: null, onlyIn: null };
    const returning = {
      recurring: { letter: 'Until next week,\nAda', frame: {} },
      sections: [section, { ...section, id: 's2', deletedAt: 5 }, { ...section, id: 's3', intro: undefined }],
    };
    expect(nextIssue([last], { id: 'next', now: 9 }, returning)).toMatchObject({
      letter: 'Until next week,\nAda',
      sections: { s1: { intro: 'Ada writes this.', leftOut: false } },
    });
  });

  test('does not count those that were removed', () => {
    const gone = one({ id: 'gone', number: 200, deletedAt: 1 });
    expect(nextIssue([gone, before, last], { id: 'next', now: 9 })?.number).toBe(134);
    expect(nextIssue([gone], { id: 'next', now: 9 })).toBeUndefined();
  });
});

test('what is saved now goes into the first draft that never went out', () => {
  const reopened = one({ id: 'reopened', number: 1, printed, publishedAt: 5 });
  const open = one({ id: 'open', number: 3 });
  expect(isReopened(reopened)).toBe(true);
  expect(openIssue([reopened, open, one({ id: 'later', number: 4 })])?.id).toBe('open');
  expect(openIssue([reopened])).toBeUndefined();
});

describe('an issue closes', () => {
  const thursday = { weekday: 4, time: '23:59' };
  test.each([
    ['on the evening before its Friday', { date: '2022-08-26', cutoff: null }, thursday, '2022-08-25T23:59'],
    ['on its own day', { date: '2022-08-25', cutoff: null }, thursday, '2022-08-25T23:59'],
    ['almost a week before', { date: '2022-08-24', cutoff: null }, thursday, '2022-08-18T23:59'],
    ['over the end of a year', { date: '2022-01-03', cutoff: null }, { weekday: 5, time: '8:30' }, '2021-12-31T08:30'],
  ] as const)('%s', (_, facts, closes, expected) => {
    expect(closesAt(facts, closes)).toBe(new Date(expected).getTime());
  });

  test('when its editor has said so', () => {
    expect(closesAt({ date: '2022-08-26', cutoff: 123 }, thursday)).toBe(123);
  });

  test('never, where the usual hour is none', () => {
    expect(closesAt({ date: '2022-08-26', cutoff: null }, { weekday: 4, time: '' })).toBeNull();
  });
});
