// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { withoutSite } from '../../src/capture/title.ts';
import { Capture } from '../../src/domain/capture.ts';

function read(head: string, body = ''): Capture {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return Capture.parse(readPage(page, 'https://www.tide.example/x'));
}

const jsonLd = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

describe('authors', () => {
  test.each([
    ['one thing', { '@type': 'NewsArticle', author: { name: 'Ada Quill' } }],
    [
      'a graph',
      {
        '@graph': [
          { '@type': 'WebSite', name: 'x' },
          { '@type': 'Article', author: 'Ada Quill' },
        ],
      },
    ],
    ['an array of types', { '@type': ['BlogPosting', 'Thing'], author: [{ givenName: 'Ada', familyName: 'Quill' }] }],
    [
      'a reference',
      {
        '@graph': [
          { '@type': 'Article', author: { '@id': '#ada' } },
          { '@id': '#ada', '@type': 'Person', name: 'Ada Quill' },
        ],
      },
    ],
    ['the main entity', { '@type': 'WebPage', mainEntity: { '@type': 'Article', author: 'Ada Quill' } }],
    ['a full name of the type', { '@type': 'https://schema.org/Article', creator: 'Ada Quill' }],
  ])('in JSON-LD: %s', (_, thing) => {
    expect(read(jsonLd(thing)).authors).toEqual(['Ada Quill']);
  });

  test('JSON-LD in a comment, with line breaks in its strings, is read', () => {
    const script = '<!-- {"@type":"Article","author":"Ada Quill","headline":"One\ntwo"} -->';
    expect(read(`<script type="application/ld+json">${script}</script>`)).toMatchObject({
      authors: ['Ada Quill'],
      title: 'One two',
    });
  });

  test.each([
    ['microdata', '<div itemscope><span itemprop="author"><b itemprop="name">Ada Quill</b></span></div>'],
    ['rel=author', '<a rel="author" href="/ada">Ada Quill</a>'],
    ['a byline', '<p class="article-byline">By <a href="/ada">Ada Quill</a> <time>27 Feb</time></p>'],
    ['an h-card', '<div class="p-author h-card"><span class="p-name">Ada Quill</span></div>'],
  ])('in markup: %s', (_, body) => {
    expect(read('', body).authors).toEqual(['Ada Quill']);
  });

  test('those of comments and teasers are not the page’s', () => {
    expect(
      read(
        '',
        '<div class="comment"><span class="author">Mallory Moe</span></div><aside><a rel="author">Eve Fox</a></aside>',
      ).authors,
    ).toEqual([]);
  });

  test('what two places say goes before what one says', () => {
    const head = '<meta name="author" content="Web Smith"><meta name="parsely-author" content="Ada Quill">';
    expect(read(head, '<a rel="author">Ada Quill</a>').authors).toEqual(['Ada Quill']);
  });

  test('the outlet is no author, unless a person’s site bears their name', () => {
    const site = '<meta property="og:site_name" content="SITE"><meta name="author" content="SITE">';
    expect(read(site.replaceAll('SITE', 'Tide News')).authors).toEqual([]);
    expect(read(site.replaceAll('SITE', 'Ada Quill')).authors).toEqual(['Ada Quill']);
  });
});

describe('the title', () => {
  test.each([
    ['Rope | The Tide', 'The Tide', 'Rope'],
    ['Rope - Tide', 'The Tide', 'Rope'],
    ['The Tide: Rope', 'The Tide', 'The Tide: Rope'],
    ['The Tide — Rope', 'The Tide', 'Rope'],
    ['Rope | Sea | The Tide', 'The Tide', 'Rope | Sea'],
    ['Rope · tide.example', '', 'Rope'],
    ['Rope - a history', 'The Tide', 'Rope - a history'],
    ['The Tide', 'The Tide', 'The Tide'],
    ['Rope | The Tide | The Tide', 'The Tide', 'Rope'],
  ])('%j of %j is %j', (title, outlet, expected) => {
    expect(withoutSite(title, outlet, 'www.tide.example')).toBe(expected);
  });

  test('is what most places say', () => {
    const head =
      '<title>Rope, a history | Tide</title><meta property="og:title" content="You will not believe this rope">';
    expect(read(head, '<h1>Rope, a history</h1>').title).toBe('Rope, a history');
  });

  test('is decoded once', () => {
    expect(read('<meta property="og:title" content="Rope &amp;amp; knots">').title).toBe('Rope & knots');
    expect(read('<meta property="og:title" content="a &amp;lt; b">').title).toBe('a < b');
    expect(read('<title>&lt;b&gt; and &lt;script&gt;</title>').title).toBe('<b> and <script>');
  });
});

test.each([
  ['<meta property="og:site_name" content="The Tide | News from the sea">', 'The Tide'],
  [
    '<meta property="og:site_name" content="https://www.tide.example"><meta name="application-name" content="Tide">',
    'Tide',
  ],
  [jsonLd({ '@type': 'Article', publisher: { name: 'The Tide' } }), 'The Tide'],
  [
    '<meta name="citation_journal_title" content="J. Rope"><meta property="og:site_name" content="Springer">',
    'J. Rope',
  ],
  ['', ''],
])('the outlet of %s is %j', (head, outlet) => {
  expect(read(head).outlet).toBe(outlet);
});

test.each([
  ['<meta name="citation_publication_date" content="2031"><meta name="dc.date" content="2031-02-27">', '2031-02-27'],
  [jsonLd({ '@type': 'Article', datePublished: '2031-02-27T10:00:00Z', dateModified: '2032-01-01' }), '2031-02-27'],
  ['<meta itemprop="datePublished" content="2031-02-27">', '2031-02-27'],
])('the day of %s is %j', (head, day) => {
  expect(read(head).publishedOn).toBe(day);
});

test.each([
  ['<meta name="citation_doi" content="10.1234/rope.5">', '10.1234/rope.5'],
  ['<meta name="citation_doi" content="https://doi.org/10.1234/rope.5.">', '10.1234/rope.5'],
  ['<meta name="dc.identifier" content="doi:10.1234/rope(5)x">', '10.1234/rope(5)x'],
  [jsonLd({ '@type': 'ScholarlyArticle', identifier: { value: '10.1234/a' } }), '10.1234/a'],
  ['<meta name="citation_doi" content="none">', ''],
])('the DOI of %s is %j', (head, doi) => {
  expect(read(head).doi).toBe(doi);
});
