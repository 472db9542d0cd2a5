import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOfPassage, textDirective } from '../../src/domain/text-directive.ts';

const passage = { start: '', end: '', prefix: '', suffix: '' };

describe('textDirective', () => {
  test.each([
    ['words', { start: 'plain words' }, 'plain%20words'],
    ['a comma', { start: 'first, second' }, 'first%2C%20second'],
    ['a dash', { start: 'minus-eighty' }, 'minus%2Deighty'],
    ['an ampersand', { start: 'R&D' }, 'R%26D'],
    ['a number sign and a per cent', { start: '#1 at 5%' }, '%231%20at%205%25'],
    ['brackets and stars, which Markdown reads', { start: "(it's *so*)" }, '%28it%27s%20%2Aso%2A%29'],
    ['umlauts', { start: 'Käse' }, 'K%C3%A4se'],
    ['first and last words', { start: 'From here', end: 'to there' }, 'From%20here,to%20there'],
    ['what stands before', { start: 'it', prefix: 'found' }, 'found-,it'],
    ['what stands behind', { start: 'it', suffix: 'again' }, 'it,-again'],
    ['all four', { start: 'a', end: 'd', prefix: 'x-y', suffix: 'z' }, 'x%2Dy-,a,d,-z'],
  ])('%s', (_, given, expected) => {
    expect(textDirective({ ...passage, ...given })).toBe(`:~:text=${expected}`);
  });

  test('nothing points at nothing, nor does half of a surrogate pair', () => {
    expect(textDirective(passage)).toBe('');
    expect(textDirective({ ...passage, start: '\ud83d' })).toBe('');
  });

  test('is read back as what it was made of, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, (start, end) => {
        const [first, last, ...more] = textDirective({ ...passage, start, end })
          .slice(8)
          .split(',');
        expect([first, last].map((part) => decodeURIComponent(part ?? ''))).toEqual([start, end]);
        expect(more).toEqual([]);
      }),
    );
  });
});

test.each([
  ['https://a.example/x', 'https://a.example/x#:~:text=it'],
  ['https://a.example/x#part', 'https://a.example/x#part:~:text=it'],
  ['https://a.example/x#:~:text=other', 'https://a.example/x#:~:text=it'],
  ['https://a.example/x#part:~:text=other', 'https://a.example/x#part:~:text=it'],
])('the passage of %s is at %s', (address, expected) => {
  expect(addressOfPassage(address, { ...passage, start: 'it' })).toBe(expected);
});
