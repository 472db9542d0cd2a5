import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutLongSame, wordDiff } from '../../src/roundup/word-diff.ts';

/** `~was~`, `+is+`, and what is the same as it stands. */
const drawn = (was: string, is: string) =>
  wordDiff(was, is)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'was' ? `~${text}~` : `+${text}+`))
    .join('');

describe('what changed between two texts', () => {
  test.each([
    ['the same', 'the same', 'the same'],
    ['', 'New.', '+New.+'],
    ['Old.', '', '~Old.~'],
    ['Who owns the freezer?', 'Who owns the fridge?', 'Who owns the ~freezer~+fridge+?'],
    ['one two three', 'one 2 three', 'one ~two~+2+ three'],
    ['one three', 'one two three', 'one +two +three'],
    ['Two  spaces.', 'Two spaces.', 'Two ~ ~spaces.'],
    ['unsinkable', 'sinkable', '~unsinkable~+sinkable+'],
  ])('from “%s” to “%s” reads “%s”', (was, is, expected) => {
    expect(drawn(was, is)).toBe(expected);
  });

  test('holds every character of both, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (was, is) => {
        const pieces = wordDiff(was, is);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('is')).toBe(was);
        expect(without('was')).toBe(is);
      }),
    );
  });

  test('is the one and then the other where they differ in thousands of words', () => {
    const words = (of: string) => Array.from({ length: 20_000 }, (_, at) => `${of}${at}`).join(' ');
    expect(wordDiff(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['was', 'is']);
  });

  test('is found at the end of 5,000 lines', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `Line ${at}.`).join('\n');
    const pieces = wordDiff(`${lines}\nThe end.`, `${lines}\nNo end.`);
    expect(pieces.slice(1)).toEqual([
      { kind: 'was', text: 'The' },
      { kind: 'is', text: 'No' },
      { kind: 'same', text: ' end.' },
    ]);
  });
});

test('long stretches that are the same are cut to what stands beside a change', () => {
  const long = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
  const [first, , , last] = withoutLongSame(wordDiff(`${long} was ${long}`, `${long} is ${long}`));
  expect(first?.text).toMatch(/^….* word99 $/);
  expect(last?.text).toMatch(/^ word0 .*…$/);
  expect((first?.text.length ?? 0) + (last?.text.length ?? 0)).toBeLessThan(140);
});
