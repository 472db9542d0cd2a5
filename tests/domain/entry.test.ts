import { describe, expect, test } from 'vitest';
import { countWords, firstWords, isAbout, keysOf, nameOf, placeOf } from '../../src/domain/entry.ts';
import { linkToTab, withAddress } from '../../src/domain/link.ts';

const link = (address: string, title = '') => linkToTab({ address, title });

test.each([
  ['the bin', { deletedAt: 5, state: 'kept', issueId: 'i1' }, 'bin'],
  ['the bin, though a draft', { deletedAt: 5, state: 'draft', issueId: 'i1' }, 'bin'],
  ['the drafts, though meant for an issue', { deletedAt: null, state: 'draft', issueId: 'i1' }, 'draft'],
  ['the backlog', { deletedAt: null, state: 'kept', issueId: null }, 'backlog'],
  ['its issue', { deletedAt: null, state: 'kept', issueId: 'i1' }, 'i1'],
] as const)('an entry is found in %s', (_, entry, place) => {
  expect(placeOf(entry)).toBe(place);
});

describe('keysOf', () => {
  test('every link, every address in the commentary and the page it was started on, each once', () => {
    const entry = {
      links: [link('https://www.a.example/one/?utm_source=x'), link('https://a.example/two')],
      commentary: 'As [we said](http://a.example/one), and [they](https://b.example/three#top).',
      page: 'c.example/four',
    };
    expect(keysOf(entry)).toEqual(['a.example/one', 'a.example/two', 'b.example/three', 'c.example/four']);
  });

  test('a note has none', () => {
    expect(keysOf({ links: [], commentary: 'Only words.', page: null })).toEqual([]);
  });

  test('a link without an address leads nowhere', () => {
    expect(keysOf({ links: [withAddress(link('https://a.example'), '')], commentary: '', page: null })).toEqual([]);
  });
});

test('an entry is about the pages of its links and the one it was started on, not about what it mentions', () => {
  const entry = {
    state: 'kept' as const,
    links: [link('https://a.example/one')],
    commentary: 'https://b.example',
    page: 'c.example/x',
  };
  expect(['a.example/one', 'c.example/x', 'b.example'].map((key) => isAbout(entry, key))).toEqual([true, true, false]);
});

test.each([
  ['a draft', { state: 'draft', links: [] }, true],
  ['a kept entry whose link was edited', { state: 'kept', links: [link('https://b.example')] }, true],
  ['a note that was saved', { state: 'kept', links: [] }, false],
] as const)('%s and the page it was started on', (_, { state, links }, expected) => {
  expect(isAbout({ state, links: [...links], page: 'a.example' }, 'a.example')).toBe(expected);
});

test.each([
  ['its first title', [link('https://a.example', ''), link('https://a.example', ' Two ')], 'Text.', 'Two'],
  ['the start of its commentary', [link('https://a.example')], 'Some *words*\n\nand more.', 'Some *words* and more.'],
  ['nothing where there is nothing', [], '', ''],
])('lists call it %s', (_, links, commentary, expected) => {
  expect(nameOf({ links, commentary })).toBe(expected);
});

test.each([
  ['short enough', 'One two', 10, 'One two'],
  ['exactly as long', 'One two', 7, 'One two'],
  ['cut between words', 'One two three', 9, 'One two…'],
  ['cut right at the end of a word', 'One two three', 7, 'One two…'],
  ['white space is one space', ' One\n\n two ', 10, 'One two'],
  ['one long word is cut anywhere', 'Donaudampfschifffahrt', 5, 'Donau…'],
  ['but never through a character', 'abcd🦀fgh', 5, 'abcd…'],
  ['much white space hides nothing', `One${' '.repeat(100)}two`, 5, 'One…'],
  ['nothing', '', 5, ''],
])('the first words, %s', (_, text, length, expected) => {
  expect(firstWords(text, length)).toBe(expected);
});

test.each([
  ['', 0],
  ['  \n ', 0],
  ['One', 1],
  ['Two  words.  Three', 3],
  ['[a link](https://a.example/x) - byline', 4],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
