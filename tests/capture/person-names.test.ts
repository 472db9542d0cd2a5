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
    ['By Ada Quill, founder of Knots Inc', ['Ada Quill']],
    ['Ada Quill, Co-founder and CEO, Knots', ['Ada Quill']],
    ['Ada Quill, Head of Research', ['Ada Quill']],
    ['Ada Quill; photos by Ben Reed', ['Ada Quill']],
    ['By ADA QUILL, Associated Press', ['Ada Quill']],
    ['Ada Quill, AFP', ['Ada Quill']],
    ['Associated Press, Reuters', ['Associated Press', 'Reuters']],
    ['AT&T', ['AT&T']],
    ['Written by Ada Quill | Fact-checked by Ben Reed', ['Ada Quill']],
    ['By Ada Quill, Special to The Tide', ['Ada Quill']],
    ['By Ada Quill For The Tide', ['Ada Quill']],
    ['Ada Quill for NPR', ['Ada Quill']],
    ['Center for Rope', ['Center for Rope']],
    ['Ada Quill in Oslo and Ben Reed in New Cove', ['Ada Quill', 'Ben Reed']],
    ['Ben Reed, Jr. and Ada Quill', ['Ben Reed Jr.', 'Ada Quill']],
    ['Ben Reed III', ['Ben Reed III']],
    ['Ada Quill and Jan van der Reed', ['Ada Quill', 'Jan van der Reed']],
    ['bell oak, van der Reed, Ben', ['bell oak', 'van der Reed', 'Ben']],
    ['José María Núñez de la Cruz', ['José María Núñez de la Cruz']],
    ['Ada Quill, Software Engineer, and Ben Reed, Research Scientist, Rope Lab', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill, Professor of History and Political Science, Sea College', ['Ada Quill']],
    ['Ada Quill, Head of Research and Public Policy', ['Ada Quill']],
    ['Quill, Ada and Reed, Ben', ['Ada Quill', 'Ben Reed']],
    ['Ada, Ben, Cy, Di', ['Ada', 'Ben', 'Cy', 'Di']],
    ['Rope & Sons', ['Rope & Sons']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['김철수 기자', ['김철수']],
    ['本报记者 李雷', ['李雷']],
    ['文：山田 太郎', ['山田 太郎']],
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
