// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

/** What is read always fits a capture: each field is bounded, whatever the page holds. */
function read(html: string): Capture {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return Capture.parse(readPage(page, 'https://a.example/x'));
}

const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;
const REST = '<title>Rope and knots</title><meta name="author" content="Ada Quill">';

describe('JSON-LD', () => {
  test('whose things refer to each other in a circle is read', () => {
    const things = {
      '@graph': [
        {
          '@id': '#a',
          '@type': 'Article',
          headline: 'Rope and knots',
          author: { '@id': '#b' },
          isPartOf: { '@id': '#a' },
        },
        { '@id': '#b', author: { '@id': '#a' }, name: { '@id': '#b' }, '@type': 'Person' },
        {
          '@id': '#c',
          '@type': 'Person',
          name: 'Ada Quill',
          mainEntityOfPage: { '@id': '#a', mainEntity: { '@id': '#c' } },
        },
      ],
    };
    expect(read(`${jsonLd(JSON.stringify(things))}${REST}`)).toMatchObject({
      title: 'Rope and knots',
      authors: ['Ada Quill'],
    });
  });

  test('that names prototypes changes none, and gives nothing of theirs', () => {
    const text = `{"@type":"Article","__proto__":{"author":"Mallory Moe","polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    expect(read(`${jsonLd(text)}${REST}`).authors).toEqual(['Ada Quill']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    ['is 10 MB long', jsonLd(`{"@type":"Article","author":"Mallory Moe","articleBody":"${'x'.repeat(10_000_000)}"}`)],
    ['is a million arrays deep', jsonLd('['.repeat(200_000))],
    ['branches without end', jsonLd(`[${Array.from({ length: 5000 }, () => '[[[{}]]]').join()}]`)],
    [
      'has a name that is anything but a text',
      jsonLd('{"@type":"Article","headline":{"a":[1]},"author":[null,[[]],{"name":[{}]},true]}'),
    ],
    [
      'refers to an author by what is no text',
      jsonLd('{"@type":"Article","author":[{"@id":{"toString":1}},{"name":"","@id":[[{"toString":1}]]}]}'),
    ],
    ['stands there a thousand times', jsonLd('{"@type":"Thing"}').repeat(1000)],
  ])('that %s hides nothing else', (_, script) => {
    expect(read(`${script}${REST}`)).toMatchObject({ title: 'Rope and knots', authors: ['Ada Quill'] });
  });
});

// A browser reads 100,000 of them in tests/e2e; this document is slower.
test('of 5,000 meta elements the first are read', () => {
  const many = Array.from({ length: 5000 }, (_, at) => `<meta name="x${at}" content="y">`).join('');
  expect(read(`${REST}${many}`)).toMatchObject({ title: 'Rope and knots', authors: ['Ada Quill'] });
});

test('a title of 1 MB is cut', () => {
  expect(read(`<title>${'Rope '.repeat(200_000)}</title><h1>${'Knot '.repeat(200_000)}</h1>`).title).toHaveLength(999);
});

test('headings, times and bylines without number are counted no further than they can matter', () => {
  const body = `${'<h1>x</h1><h2>y</h2>'.repeat(300)}${'<time datetime="2031-02-27"></time>'.repeat(300)}${'<p class="byline">By A B</p>'.repeat(300)}`;
  expect(read(`<title>Rope and knots</title>${body}`).title).toBe('Rope and knots');
});

test.each([
  ['a title', '<title>Rope \u202egnp.exe\u2066 and\u0007 knots\u200f</title>', { title: 'Rope gnp.exe and knots' }],
  ['a name', '<meta name="author" content="Ada\u202e \u2067Quill\u0007">', { authors: ['Ada Quill'] }],
  ['a site', '<meta property="og:site_name" content="\u202eThe Tide\u0085">', { outlet: 'The Tide' }],
  ['a description', '<meta name="description" content="Rope\u2028and\u202e knots">', { description: 'Rope and knots' }],
  [
    'the words of a picture',
    '<meta property="og:image" content="/p.jpg"><meta property="og:image:alt" content="A\u202e knot">',
    { picture: { address: 'https://a.example/p.jpg', alt: 'A knot' } },
  ],
])('%s loses what would turn or break its line', (_, head, expected) => {
  expect(read(head)).toMatchObject(expected);
});

test.each([
  ['a script', '<meta name="author" content="<script>alert(1)</script>">'],
  ['a template', '<meta name="author" content="{{ post.author }}">'],
  ['code', '<a rel="author">function(){return document.cookie}</a>'],
  ['an address', '<meta name="author" content="javascript:alert(1)">'],
])('%s is nobody’s name', (_, html) => {
  expect(read(html).authors).toEqual([]);
});

test.each(['getElementsByTagName', 'body'])('a form called %s hides nothing', (name) => {
  const page = new DOMParser().parseFromString(`${REST}<h1>Rope and knots</h1><p>February 27, 2031</p>`, 'text/html');
  Object.defineProperty(page, name, { value: page.querySelector('p'), configurable: true });
  expect(Capture.parse(readPage(page, 'https://a.example/'))).toMatchObject({
    title: 'Rope and knots',
    publishedOn: '2031-02-27',
  });
});

test('a headline within a form that hides its members is read all the same', () => {
  const form =
    '<form><input name="closest"><input name="contains"><input name="parentElement"><h1>Rope and knots</h1>By Ben Reed</form>';
  expect(read(`${REST}${form}`)).toMatchObject({ title: 'Rope and knots' });
});

test.each([
  ['white space', `Quill,${' '.repeat(7900)},`],
  ['a name without end', `Quill,${'x'.repeat(7900)}`],
])('a hundred authors who are %s do not stop the page', (_, name) => {
  const metas = `<meta name="citation_author" content="${name}">`.repeat(100);
  expect(read(`<title>Rope and knots</title>${metas}`).title).toBe('Rope and knots');
});
