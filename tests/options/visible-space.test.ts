import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { caretIn, fromVisible, toVisible } from '../../options/visible-space.ts';

test.each([
  [' - ', '␣-␣'],
  ['\n\n----------\n\n', '↵\n↵\n----------↵\n↵\n'],
  ['\t', '→'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(toVisible(text)).toBe(shown);
  expect(fromVisible(shown)).toBe(text);
});

test.each([
  ['a typed space', '␣- ', ' - '],
  ['a typed line break', '↵\n\n', '\n\n'],
  ['a sign whose line break was taken out', '↵x', '\nx'],
])('%s is what it stands for', (_, typed, text) => {
  expect(fromVisible(typed)).toBe(text);
});

test.each([
  ['␣- ', 3, 3],
  ['a\n', 2, 3],
  ['a\nb', 1, 1],
])('the caret in %j at %i stands at %i once it is shown', (typed, caret, shown) => {
  expect(caretIn(typed, caret)).toBe(shown);
});

test('no space is ever lost', () => {
  const glue = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '-', '<br/>', '#') });
  fc.assert(
    fc.property(glue, (text) => {
      expect(fromVisible(toVisible(text))).toBe(text);
    }),
  );
});
