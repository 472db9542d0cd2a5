import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { isEditorsNote } from '../../src/roundup/editors-note.ts';
import { blocksOf } from '../../src/roundup/markdown-blocks.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';

describe('whether a paragraph is a word to the readers', () => {
  test.each([
    ['**Note:** the [survey](https://s.example) closes on Friday.', true],
    ["**Editor's note**: we [moved](https://m.example).", true],
    ['Update: the [archive](https://a.example) is back.', true],
    ['⚠️ **Correction:** the [bridge](https://b.example) is in Bay.', true],
    ['**Thanks to [Ada](https://a.example) for the tip.**', true],
    ['Danke an [Ada](https://a.example).', true],
    ['P.S. Write to [me](https://me.example).', true],
    ['**PPS:** and to [her](https://me.example).', true],
    ['**Hinweis:** Die [Umfrage](https://s.example) endet am Freitag.', true],
    ['**Update:** [Pot 2.0](https://p.example) is out.', false],
    ['**Watching:** [Salt](https://f.example). Miners.', false],
    ['[Note: a film](https://f.example)', false],
    ['PS Vita [games](https://p.example)', false],
    ['Notes on [clay](https://c.example): a book.', false],
  ])('%s: %s', (text, is) => {
    expect(isEditorsNote(text, blocksOf(text)[0] as RootContent)).toBe(is);
  });
});

const entry = (name: string) => `[${name}](https://${name}.example) - Ada Quill\n\nIt is ${name}.`;
const NOTES = '**Note:** see [here](https://h.example).\n\n**Update:** and [there](https://t.example).';

test('words to the readers before the entries are the letter, and under a heading its intro', () => {
  const text = `${NOTES}\n\n${entry('one')}\n\n${entry('two')}\n`;
  const told = ({ letter, sections }: ReturnType<typeof parseIssue>) => [
    letter,
    sections.map(({ intro, entries }) => [intro, entries.map(({ links }) => links[0]?.title)]),
  ];
  expect(told(parseIssue(text))).toEqual([NOTES, [['', ['one', 'two']]]]);
  expect(told(parseIssue(`## News\n\n${text}`))).toEqual(['', [[NOTES, ['one', 'two']]]]);
});

test('a postscript closes the issue, and is no commentary of its last entry', () => {
  const { sections, closing } = parseIssue(`${entry('one')}\n\n${entry('two')}\n\nPS: ask [me](https://me.example).\n`);
  expect(sections[0]?.entries.at(-1)?.commentary).toBe('It is two.');
  expect(closing).toBe('PS: ask [me](https://me.example).');
});
