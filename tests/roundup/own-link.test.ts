import { expect, test } from 'vitest';
import { holdsLinkTo } from '../../src/roundup/own-link.ts';

test.each([
  ['See [it](https://a.example/x).', true],
  ['See <https://a.example/x>.', true],
  ['See https://a.example/x', true],
  ['See [it](https://a.example/x "Title").', true],
  ['See [more](https://a.example/xy).', false],
  ['See [more](https://a.example/xy) and [it](https://a.example/x).', true],
  ['See it.', false],
])('%s: %s', (commentary, holds) => {
  expect(holdsLinkTo(commentary, 'https://a.example/x')).toBe(holds);
});
