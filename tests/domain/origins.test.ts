import { describe, expect, test } from 'vitest';
import { linkToTab } from '../../src/domain/link.ts';
import { authorsInByline, originsOf, siteOf } from '../../src/domain/origins.ts';

test.each([
  ['https://www.tide.example/a/b', 'tide.example'],
  ['http://m.tide.example', 'tide.example'],
  ['https://blog.tide.example/', 'blog.tide.example'],
  ['https://github.com/Ada/rope/issues/1', 'github.com/ada'],
  ['https://github.com', 'github.com'],
  ['https://medium.com/@ada/rope-1', 'medium.com/@ada'],
  ['mailto:ada@tide.example', ''],
  ['rope', ''],
])('the site of %s is %j', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test.each([
  ['Ada Quill', ['Ada Quill']],
  ['Ada Quill, The Gauge', ['Ada Quill']],
  ['Ada Quill and Ben Reed, The Gauge', ['Ada Quill', 'Ben Reed']],
  ['Ada Quill & Ben Reed', ['Ada Quill', 'Ben Reed']],
  ['Ada Quill, Ben Reed, and Cy Oak, The Gauge', ['Ada Quill', 'Ben Reed', 'Cy Oak']],
  ['Ada Quill *et al*, J. Rope', ['Ada Quill']],
  ['Ada Quill et al., J. Rope', ['Ada Quill']],
  ['[Ada Quill](https://ada.example), The Gauge', ['Ada Quill']],
  ['The Gauge', []],
  ['Gauge', []],
  ['2-4 May, Oslo', []],
  ['', []],
])('the people in %j are %j', (byline, people) => {
  expect(authorsInByline(byline)).toEqual(people);
});

describe('the origins of an entry', () => {
  const link = linkToTab({ address: 'https://www.tide.example/x', title: 'Rope' });
  const capture = {
    title: 'Rope',
    authors: ['Ägir Ødegård'],
    outlet: '',
    publishedOn: '',
    address: '',
    canonical: '',
    language: '',
    selection: '',
  };

  test('are its sites and the people in its bylines', () => {
    const links = [
      { ...link, byline: 'Ada Quill, Tide', capture },
      { ...link, address: 'https://b.example' },
    ];
    expect(originsOf({ links })).toEqual(['site:tide.example', 'author:ada quill', 'site:b.example']);
  });

  test('are what the page said where the byline names nobody; accents and dots do not count', () => {
    expect(originsOf({ links: [{ ...link, capture }] })).toEqual(['site:tide.example', 'author:agir ødegard']);
  });
});
