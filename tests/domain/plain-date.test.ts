import { expect, test } from 'vitest';
import { addDays, dayOf, isPlainDate, nextWeekday, PlainDate } from '../../src/domain/plain-date.ts';

test.each([
  ['2022-08-26', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-02-30', false],
  ['2022-13-01', false],
  ['2022-00-10', false],
  ['2022-8-26', false],
  ['26 Aug 2022', false],
  ['2022-08-26T00:00:00Z', false],
  ['2022-08-26\n', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isPlainDate(text)).toBe(expected);
  expect(PlainDate.safeParse(text).success).toBe(expected);
});

test.each([
  ['2022-08-26', 1, '2022-08-27'],
  ['2022-12-31', 1, '2023-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2022-03-01', -1, '2022-02-28'],
  // Clocks change in Europe and in America within these: a day is a day.
  ['2022-03-12', 30, '2022-04-11'],
  ['2022-10-29', 10, '2022-11-08'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});

test.each([
  ['2022-08-24', 5, '2022-08-26'],
  ['2022-08-26', 5, '2022-09-02'],
  ['2022-08-27', 5, '2022-09-02'],
  ['2022-08-27', 0, '2022-08-28'],
])('after %s the next weekday %i is %s, never the day itself', (today, weekday, expected) => {
  expect(nextWeekday(today, weekday)).toBe(expected);
});

test('the day is that of the editor’s clock, not of Greenwich', () => {
  expect(dayOf(new Date(2022, 7, 26, 0, 0, 1))).toBe('2022-08-26');
  expect(dayOf(new Date(2022, 7, 26, 23, 59, 59))).toBe('2022-08-26');
  expect(dayOf(new Date(2022, 0, 5))).toBe('2022-01-05');
});
