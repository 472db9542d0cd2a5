import { describe, expect, test } from 'vitest';
import { dueDayToOffer } from '../../src/domain/due-day-to-offer.ts';
import { dueDays } from '../../src/domain/due-days.ts';

describe('dueDays', () => {
  test.each([
    ['Applications close on 12 March 2031.', '2031-03-12'],
    ['Application deadline: March 12, 2031', '2031-03-12'],
    ['Deadline for proposals is Friday, 7th of February 2031 at 17:00', '2031-02-07'],
    ['Submissions due: 2031-02-28 (AoE)', '2031-02-28'],
    ['Please apply by\n  1 Sept. 2031', '2031-09-01'],
    ['Papers must be submitted no later than Dec. 31st, 2031', '2031-12-31'],
    ['Registration is open until 5 May 2031', '2031-05-05'],
    ['Closing date  30 June 2031', '2031-06-30'],
    ['Abstracts will be accepted until 9 Oct 2031', '2031-10-09'],
  ])('%s', (text, day) => {
    expect(dueDays(text)).toEqual([day]);
  });

  test.each([
    ['a day whose month may be the other number', 'Deadline: 3/4/2031'],
    ['a day without its year', 'Applications close on 12 March'],
    ['a day that does not exist', 'Deadline: 31 February 2031'],
    ['a day that nothing calls the last', 'Published on 12 March 2031 by Ada Quill'],
    ['a day of another sentence', 'Mind the deadline. The talk was given on 12 March 2031'],
    ['a day too far behind', `The deadline ${'is near, they say, '.repeat(6)}12 March 2031`],
    ['the deadline of a story without a day', 'She wrote it under deadline pressure.'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(dueDays(text)).toEqual([]);
  });

  test('several stand in their order, none twice, and no page makes it many', () => {
    expect(dueDays('Deadline: 2 May 2031; extended deadline: 9 May 2031; deadline: 2 May 2031')).toEqual([
      '2031-05-02',
      '2031-05-09',
    ]);
    const many = Array.from({ length: 20 }, (_, at) => `Deadline: ${at + 1} May 2031.`).join(' ');
    expect(dueDays(many)).toHaveLength(5);
  });
});

test.each([
  [['2031-05-02', '2031-05-09'], '2031-05-01', '2031-05-02'],
  [['2031-05-02', '2031-05-09'], '2031-05-02', '2031-05-02'],
  [['2031-05-02', '2031-05-09'], '2031-05-03', '2031-05-09'],
  [['2031-05-02'], '2031-06-01', null],
  [[], '2031-06-01', null],
])('of %j on %s, %s is offered', (days, today, offered) => {
  expect(dueDayToOffer(days, today)).toBe(offered);
});
