import { expect, test } from 'vitest';
import { Capture } from '../../src/domain/capture.ts';

const reading: Capture = {
  title: 'T',
  authors: ['A'],
  outlet: 'O',
  publishedOn: '2022-08-26',
  address: 'https://a.example/',
  canonical: '',
  language: 'en',
  selection: '',
};

test('a reading within bounds is taken', () => {
  expect(Capture.parse(reading)).toEqual(reading);
});

test.each([
  ['title', 'x'.repeat(1001)],
  ['authors', Array.from({ length: 101 }, () => 'x')],
  ['authors', ['x'.repeat(201)]],
  ['outlet', 'x'.repeat(201)],
  ['publishedOn', 'x'.repeat(41)],
  ['address', 'x'.repeat(8001)],
  ['canonical', 'x'.repeat(8001)],
  ['language', 'x'.repeat(41)],
  ['selection', 'x'.repeat(20_001)],
  ['title', { text: 'x' }],
  ['selection', undefined],
])('a reading whose %s does not fit is refused as a whole', (field, value) => {
  expect(Capture.safeParse({ ...reading, [field]: value }).success).toBe(false);
});
