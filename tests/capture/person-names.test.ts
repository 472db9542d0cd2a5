import { describe, expect, test } from 'vitest';
import { personNames, reversed } from '../../src/capture/person-names.ts';

describe('the names in a byline', () => {
  test.each([
    ['Ada Quill', ['Ada Quill']],
    ['By Ada Quill', ['Ada Quill']],
    ['by: Ada Quill', ['Ada Quill']],
    ['Written by Ada Quill', ['Ada Quill']],
    ['Par Amélie Sèche', ['Amélie Sèche']],
    ['Von Jörg Ährenfeld und Ute Kamm', ['Jörg Ährenfeld', 'Ute Kamm']],
    ['Byron Wells', ['Byron Wells']],
    ['Ada Quill and Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill, Ben Reed, and Cy Oak', ['Ada Quill', 'Ben Reed', 'Cy Oak']],
    ['Ada Quill; Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill & Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Quill, Ada', ['Ada Quill']],
    ['李雷、韓梅梅', ['李雷', '韓梅梅']],
    ['Ada Quill, Senior Editor', ['Ada Quill']],
    ['Ada Quill, MD, PhD', ['Ada Quill']],
    ['Ada Quill | The Tide', ['Ada Quill']],
    ['By\n\t\tAda Quill\n\t\tMarch 25, 2031', ['Ada Quill']],
    ['Ada Quill22 Dec 2031', ['Ada Quill']],
    ['Ada Quill (she/her)', ['Ada Quill']],
    ['ADA QUILL', ['Ada Quill']],
    ['April June May', ['April June May']],
    ["Seán O'Brien-Ní", ["Seán O'Brien-Ní"]],
    ['Ada Quill, Ada Quill', ['Ada Quill']],
  ])('%j are %j', (text, names) => {
    expect(personNames(text, new Set())).toEqual(names);
  });

  test.each([
    'admin',
    'Staff',
    'The Editors',
    '@adaquill',
    'ada@quill.example',
    'https://a.example/ada',
    'March 25, 2031',
    'Last Updated: January 7, 2031',
    'Follow Author',
    'View all posts by this author',
    '5 minutes read',
    'function(){return 1}',
    '<b>x</b>',
    '{{ author }}',
    'null',
    'www.tide.example',
    '12345',
    '',
    'A very long sentence that somebody has put where the name of an author should be',
  ])('%j is none', (text) => {
    expect(personNames(text, new Set())).toEqual([]);
  });

  test('the name of the site is none', () => {
    expect(personNames('The Tide', new Set(['the tide']))).toEqual([]);
    expect(personNames('Ada Quill, The Tide', new Set(['the tide']))).toEqual(['Ada Quill']);
  });
});

test.each([
  ['Quill, Ada', 'Ada Quill'],
  ['Jong, Michiel de', 'Michiel de Jong'],
  ['Ada Quill, Ben Reed', 'Ada Quill, Ben Reed'],
  ['Quill, PhD', 'Quill, PhD'],
  ['Ada Quill', 'Ada Quill'],
])('%j is %j the right way round', (name, expected) => {
  expect(reversed(name)).toBe(expected);
});
