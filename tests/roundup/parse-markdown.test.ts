import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/roundup/parse-markdown.ts';
import { plainPart } from '../../src/roundup/plain-part.ts';
import { hostileMarkdown } from './hostile-markdown.ts';

/** Lines in which plain things stand beside those that only look plain. */
const line = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '', '', '', '', 'Words.', 'Words, and more words!', '[Title](https://a.example/b_c*d?e=1&f=2) - Ada Quill', '# Head', '## A & B #1',
      '---', '**[Title](https://a.example)** — words', '*Ada* and _Bea_, **Cy**.', '“Quoted” (words)', '2024 was', '日本語の文。', 'É\u00a0!',
      'See [one](https://a.example) and [two](https://b.example).', '### [Title](https://a.example)',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' ', '\t', ' words', '    code', 'words  ', 'words\\', '- item', '* item', '+', '1. item', '12) item', '> quote', '===', '***', '***a***', '```', '~~~',
      '<!-- open', ' <!-- open', 'end -->', '<div>', '<br/>', '- <style>', '> ```', '- ```', '[one]: https://a.example', '[one]', '[a][one]', '[a]()', '[](https://a.example)', '[ a ](https://a.example)',
      '[a](https://a.example "title")', '[a](<b c>)', '[a](b(c))', '[a](b&amp;c)', '[a](b&copy=1)', '![p](https://a.example/p.png)', '!', 'a_b_c', '_a_b', '*a **b***',
      '*a', 'b*', '**a*', '*a**', '* a*', '*a *', 'a*b*c', '*a*b', '"*a*"', '(*a*)', '**a**!', '`code`', 'AT&T', '&copy;', '&#35;', '# Head #', '# Head # ', '#', '#Head', '# *a*',
      '[a [b](https://a.example)', '[*a*](https://a.example)', '[a](https://a.example)](b)', '**[a](b)**.', '_[a](b)_)', '\uFEFFa', '\u00a0', '\u2028', '\f', '\0', '\ud800', '* * *', '__a__', '*\u00a0a*', '*a\u00a0*',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
); // biome-ignore format: a list of lines is read best as one

const end = fc.oneof(
  { weight: 9, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r') },
);

const text = fc
  .array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 2 }), end), { maxLength: 14 })
  .map((lines) => lines.map(([pieces, ending]) => pieces.join(' ') + ending).join(''));

test('a text is parsed as the parser of the whole does it, to the last position', () => {
  fc.assert(
    fc.property(fc.oneof(text, hostileMarkdown), (markdown) => {
      // The parser skips a byte order mark without counting it; nobody hands one over.
      fc.pre(!markdown.startsWith('\uFEFF'));
      expect(parseMarkdown(markdown).children).toEqual(fromMarkdown(markdown).children);
    }),
    { numRuns: 3_000 },
  );
});

test('a fence that is open goes on over plain parts', () => {
  const markdown = 'One\n\n```\n\nTwo\n\nThree\n\nFour\n\n```\n\nFive\n';
  expect(parseMarkdown(markdown).children.map(({ type }) => type)).toEqual(['paragraph', 'code', 'paragraph']);
});

describe('a part is plain', () => {
  const types = (source: string) => plainPart(source, { offset: 0, line: 1 })?.map(({ type }) => type);

  test.each([
    ['of empty lines', '\n \n', []],
    ['of words', 'Words, and more.\n\n', ['paragraph']],
    ['of a link with a byline', '[Title](https://a.example) - Ada Quill\n', ['paragraph']],
    ['of a link in bold', '**[Title](https://a.example)**, *The Gauge*', ['paragraph']],
    ['of several lines', 'One\ntwo & [three](https://a.example/?b=1&c=2)\n', ['paragraph']],
    ['of a heading', '## Odds & ends\n\n', ['heading']],
    ['of a rule', '----------\n\n', ['thematicBreak']],
  ])('%s', (_, source, expected) => {
    expect(types(source)).toEqual(expected);
  });

  test.each([
    ['a list', '- One\n'],
    ['a number that a list might begin with', '1. One\n'],
    ['a heading above words', '# One\nTwo\n'],
    ['marks behind a heading', '# One #\n'],
    ['an underlined heading', 'One\n---\n'],
    ['a hard break', 'One  \ntwo\n'],
    ['HTML', 'One<br/>\n'],
    ['code', '`one`\n'],
    ['an escape', 'One \\* two\n'],
    ['a character by its name', 'One &amp; two\n'],
    ['a picture', '![One](https://a.example/one.png)\n'],
    ['a reference', '[One][two]\n'],
    ['a link with a title', '[One](https://a.example "Two")\n'],
    ['emphasis inside a word', 'a*b*c\n'],
    ['emphasis in emphasis', '*a **b***\n'],
    ['emphasis that is never closed', '*a\n'],
  ])('not with %s', (_, source) => {
    expect(types(source)).toBeUndefined();
  });
});
