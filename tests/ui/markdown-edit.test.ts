import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  type Edit,
  edited,
  insertQuotation,
  linkTo,
  type Selected,
  toggleEmphasis,
  toggleLines,
} from '../../src/ui/markdown-edit.ts';

/** A text in which `|` marks the caret, or the two ends of the selection. */
function at(marked: string): Selected {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|');
  const text = marked.replace(/\|/g, '');
  return { text, start, end: end === start ? start : end - 1 };
}

/** The text after an edit, with the marks again. */
function marked(before: Selected, edit: Edit): string {
  const text = edited(before.text, edit);
  const { start, end } = edit;
  return start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

const after = (text: string, change: (selected: Selected) => Edit) => marked(at(text), change(at(text)));

describe('bold and italic', () => {
  test.each([
    ['a |few words| here', 'bold', 'a **|few words|** here'],
    ['a |few words| here', 'italic', 'a *|few words|* here'],
    ['a| few words |here', 'bold', 'a **|few words|** here'],
    ['a **|few words|** here', 'bold', 'a |few words| here'],
    ['a |**few words**| here', 'bold', 'a |few words| here'],
    ['a **|few words|** here', 'italic', 'a ***|few words|*** here'],
    ['a ***|few words|*** here', 'italic', 'a **|few words|** here'],
    ['a ***|few words|*** here', 'bold', 'a *|few words|* here'],
    ['a wo|rd here', 'bold', 'a **|word|** here'],
    ['a | here', 'bold', 'a **|** here'],
    ['a word|', 'italic', 'a word*|*'],
    ['', 'bold', '**|**'],
  ] as const)('%s, %s: %s', (before, kind, result) => {
    const selected = before === '' ? { text: '', start: 0, end: 0 } : at(before);
    expect(marked(selected, toggleEmphasis(selected, kind))).toBe(result);
  });
});

describe('a link', () => {
  test.each([
    ['see |these words| there', 'https://a.example/', 'see [these words](https://a.example/)| there'],
    ['see| these words |there', 'https://a.example/', 'see [these words](https://a.example/)| there'],
    ['see | there', 'https://a.example/', 'see [|](https://a.example/) there'],
    ['see |these| there', '', 'see [these](|) there'],
    ['see [|these|](https://a.example/) there', 'https://a.example/', 'see |these| there'],
    ['see [|it|](https://a.example/Foo_(bar)) there', 'https://b.example/', 'see |it| there'],
    ['see ([|it|](https://a.example/x)) there', 'https://b.example/', 'see (|it|) there'],
    ['see [|it|](<https://a.example/a b>) there', 'https://b.example/', 'see |it| there'],
    ['|**bold [x]**|', 'https://a.example/', '[**bold [x]**](https://a.example/)|'],
  ])('%s to %s: %s', (before, address, result) => {
    expect(after(before, (selected) => linkTo(selected, address))).toBe(result);
  });
});

describe('quote and list', () => {
  test.each([
    ['one|', 'list', '- one|'],
    ['- one|', 'list', 'one|'],
    ['zero\non|e\ntwo', 'quote', 'zero\n> on|e\ntwo'],
    ['z|ero\n\nt|wo', 'quote', '|> zero\n>\n> two|'],
    ['|> zero\n>\n> two|', 'quote', '|zero\n\ntwo|'],
    ['z|ero\n\nt|wo', 'list', '|- zero\n\n- two|'],
    ['|one\n|two', 'list', '|- one|\ntwo'],
    ['|', 'list', '- |'],
  ] as const)('%j, %s: %j', (before, kind, result) => {
    expect(after(before, (selected) => toggleLines(selected, kind))).toBe(result);
  });
});

test.each([
  ['|', 'Said.', '> Said.\n\n|'],
  ['Before.|', 'Said.\n\nTwice.', 'Before.\n\n> Said.\n>\n> Twice.\n\n|'],
  ['Before.\n|\n\nAfter.', ' Said. ', 'Before.\n\n> Said.\n\n|After.'],
])('words of the page are quoted as a paragraph of their own: %j', (before, words, result) => {
  expect(after(before, (selected) => insertQuotation(selected, words))).toBe(result);
});

test.each([
  ['', '[a](b)'],
  ['Text', 'Text [a](b)'],
  ['Text ', 'Text [a](b)'],
])('a link goes to the end of %j', (text, result) => {
  expect(edited(text, append(text, '[a](b)'))).toBe(result);
});

test('nothing outside the selected lines is ever changed', () => {
  const places = fc.tuple(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme' }),
  );
  const changes: ((selected: Selected) => Edit)[] = [
    (selected) => toggleEmphasis(selected, 'bold'),
    (selected) => toggleEmphasis(selected, 'italic'),
    (selected) => linkTo(selected, 'https://a.example/'),
    (selected) => toggleLines(selected, 'quote'),
    (selected) => toggleLines(selected, 'list'),
  ];
  fc.assert(
    fc.property(places, fc.constantFrom(...changes), ([before, words, behind], change) => {
      const head = `first  line\r\n\n${'x'}\n`;
      const tail = `\n\nlast  line `;
      const text = head + before + words + behind + tail;
      const start = head.length + before.length;
      const result = edited(text, change({ text, start, end: start + words.length }));
      expect(result.startsWith(head)).toBe(true);
      expect(result.endsWith(tail)).toBe(true);
    }),
  );
});
