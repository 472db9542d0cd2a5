import { expect, test } from 'vitest';
import { type Generation, KEPT_OUTSIDE, outlived } from '../../src/domain/generations.ts';

const DAY = 86_400_000;
/** A day that begins a week, as the rule counts them. */
const MONDAY = 2_800 * 7 * DAY;

const at = (name: string, days: number, isBefore = false): Generation => ({ name, at: MONDAY + days * DAY, isBefore });
const stay = (all: Generation[], keeping = KEPT_OUTSIDE) => {
  const gone = new Set(outlived(all, keeping));
  return all.map(({ name }) => name).filter((name) => !gone.has(name));
};

test('after a year of days, seven days and four weeks are left', () => {
  const year = Array.from({ length: 365 }, (_, day) => at(`day-${day}`, day + 0.3));
  // The newest is of the first day of a week; its week and three before have their newest day, among the seven or not.
  expect(stay(year)).toEqual([
    ...['day-349', 'day-356'],
    ...['day-358', 'day-359', 'day-360', 'day-361', 'day-362', 'day-363', 'day-364'],
  ]);
});

test('of one day the newest stays', () => {
  expect(stay([at('morning', 0.3), at('noon', 0.5), at('evening', 0.8)])).toEqual(['evening']);
});

test('who was away finds as many as ever', () => {
  const before = Array.from({ length: 7 }, (_, day) => at(`day-${day}`, day));
  expect(stay([...before, at('back', 400)], { days: 7, weeks: 0, before: 0 })).toEqual([
    ...['day-1', 'day-2', 'day-3', 'day-4', 'day-5', 'day-6', 'back'],
  ]);
});

test('those made before something are counted for themselves, and push nothing out', () => {
  const imports = Array.from({ length: 5 }, (_, n) => at(`import-${n}`, 3 + n / 100, true));
  expect(stay([at('old', 0), ...imports, at('new', 4)])).toEqual(['old', 'import-2', 'import-3', 'import-4', 'new']);
});

test('the one just made stays, whatever the clock said when the others were made', () => {
  const all = [at('made', 0.3), at('of the evening', 0.8), at('of another year', 400)];
  expect(outlived(all, { days: 1, weeks: 0, before: 0 }, 'made')).toEqual(['of the evening']);
  expect(outlived(all, { days: 1, weeks: 0, before: 0 })).toEqual(['of the evening', 'made']);
});

test('nothing goes while there are few', () => {
  expect(outlived([], KEPT_OUTSIDE)).toEqual([]);
  expect(outlived([at('one', 0)], KEPT_OUTSIDE)).toEqual([]);
});
