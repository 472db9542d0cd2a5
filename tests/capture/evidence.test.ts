// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

function evidenceIn(head: string, body = '') {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return Capture.parse(readPage(page, 'https://tide.example/rope')).evidence;
}

test('authors that two places name are agreed on', () => {
  const head = '<meta name="author" content="Ada Quill">';
  expect(evidenceIn(head, '<a rel="author">ADA QUILL</a>')?.authors).toEqual({
    source: 'author',
    agreed: true,
    others: [],
  });
});

test('authors that one place names are not', () => {
  expect(evidenceIn('<meta name="author" content="Ada Quill">')?.authors).toMatchObject({ agreed: false, others: [] });
});

test('other authors are kept to choose from', () => {
  const head = '<meta name="parsely-author" content="Ada Quill"><meta name="author" content="Web Smith">';
  expect(evidenceIn(head)?.authors).toEqual({ source: 'parsely-author', agreed: false, others: [['Web Smith']] });
});

test('the title has its source and the other titles, each without the site', () => {
  const head =
    '<title>Rope | Tide</title><meta property="og:title" content="A rope"><meta property="og:site_name" content="Tide">';
  expect(evidenceIn(head, '<h1>Rope</h1>')?.title).toEqual({ source: 'title', agreed: false, others: ['A rope'] });
});

test('outlet and day have theirs', () => {
  const head =
    '<meta property="og:site_name" content="Tide"><meta name="date" content="2031-02-27"><meta name="pubdate" content="2031-02-28">';
  expect(evidenceIn(head)).toMatchObject({
    outlet: { source: 'og:site_name', agreed: false, others: [] },
    publishedOn: { source: 'pubdate', agreed: false, others: ['2031-02-27'] },
  });
});

test('what the page does not say has none', () => {
  expect(evidenceIn('')).toEqual({});
});
