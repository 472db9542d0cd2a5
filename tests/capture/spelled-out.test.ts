import { expect, test } from 'vitest';
import { spelledOut } from '../../src/capture/spelled-out.ts';

test.each([
  [['Quill A'], ['Ada Quill'], ['Ada Quill']],
  [['Ada Quill'], ['A. Quill'], ['Ada Quill']],
  [
    ['Quill A', 'Reed BJ'],
    ['Ada Quill', 'Ben J Reed'],
    ['Ada Quill', 'Ben J Reed'],
  ],
  [
    ['Ada Quill', 'B. Reed'],
    ['A. Quill', 'Ben Reed'],
    ['Ada Quill', 'Ben Reed'],
  ],
  [['J.-P. Oak'], ['Jean-Pierre Oak'], ['Jean-Pierre Oak']],
])('%j and %j are both %j', (one, other, names) => {
  expect(spelledOut(one, other)).toEqual(names);
  expect(spelledOut(other, one)).toEqual(names);
});

test.each([
  ['other people', ['Quill A'], ['Ben Reed']],
  ['another first name', ['B. Quill'], ['Ada Quill']],
  ['another order', ['Quill A', 'Reed B'], ['Ben Reed', 'Ada Quill']],
  ['more people', ['Quill A'], ['Ada Quill', 'Ben Reed']],
  ['a part of a name, with no initial', ['Quill'], ['Ada Quill']],
  ['initials alone', ['AQ'], ['Ada Quill']],
  ['the same, spelled the same', ['Ada Quill'], ['Ada Quill']],
])('%s are not', (_, one, other) => {
  expect(spelledOut(one, other)).toBeNull();
});
