import { expect, test } from 'vitest';
import { LAST_MOMENT, Moment } from '../../src/domain/moment.ts';
import { addDays, dayOf, isPlainDate } from '../../src/domain/plain-date.ts';
import { timeOfChange } from '../../src/domain/time-of-change.ts';

test.each([0, 1_940_000_000_000, LAST_MOMENT, Date.parse('0001-01-01')])(
  '%d is a time whose day can be named',
  (time) => {
    expect(Moment.safeParse(time).success).toBe(true);
    expect(isPlainDate(dayOf(new Date(time)))).toBe(true);
  },
);

test.each([1e300, -1e300, 8.64e15, LAST_MOMENT + 1, Date.parse('-000001-12-31')])('%d is none', (time) => {
  expect(Moment.safeParse(time).success).toBe(false);
});

test('a record that was changed at the end of all time can be changed, and is still one', () => {
  expect(timeOfChange(1_940_000_000_000, LAST_MOMENT)).toBe(LAST_MOMENT);
});

test.each([
  ['9999-12-31', 7, '9999-12-31'],
  ['0000-01-01', -7, '0000-01-01'],
  ['2031-03-04', 1e300, '9999-12-31'],
  ['2031-12-31', 1, '2032-01-01'],
])('%s and %d days is %s: a day that can be written', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});
