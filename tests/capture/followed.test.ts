import { expect, test } from 'vitest';
import { followed } from '../../src/capture/followed.ts';

const small = (value: string) => value.toLowerCase();
const said = (...values: string[]) => values.map((value, at) => ({ source: `s${at}`, value }));

test('nothing said is nothing followed', () => {
  expect(followed([], small)).toBeNull();
});

test.each([
  [['A'], { value: 'A', source: 's0', agreed: false, others: [] }],
  [['A', 'a'], { value: 'A', source: 's0', agreed: true, others: [] }],
  [['A', 'a', 'B'], { value: 'A', source: 's0', agreed: false, others: ['B'] }],
  [['A', 'B', 'b', 'C'], { value: 'A', source: 's0', agreed: false, others: ['B', 'C'] }],
])('of %j the first is followed, and what differs is kept once', (values, expected) => {
  expect(followed(said(...values), small)).toEqual(expected);
});

test('five other readings are kept at most', () => {
  expect(followed(said(...'abcdefghij'), small)?.others).toEqual(['b', 'c', 'd', 'e', 'f']);
});
