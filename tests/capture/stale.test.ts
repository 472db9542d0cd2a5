// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

const AT = 'https://tide.example/posts/knots';

/** A page that was at `/posts/rope` when it loaded, and has gone on to `/posts/knots` since. */
const ROPE = `<meta property="og:site_name" content="The Tide"><meta property="og:title" content="Rope, a history">
  <meta property="og:url" content="https://tide.example/posts/rope"><meta name="author" content="Ada Quill">
  <meta property="article:published_time" content="2031-02-27"><meta name="description" content="All about rope.">
  <meta property="og:image" content="https://tide.example/rope.jpg">
  <script type="application/ld+json">{"@type":"BlogPosting","headline":"Rope, a history","author":"Ada Quill",
    "url":"https://tide.example/posts/rope","datePublished":"2031-02-27"}</script>`;

function read(head: string, body: string, address = AT): Capture {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return Capture.parse(readPage(page, address));
}

describe('a page that has changed without loading', () => {
  test('is read as what it shows now', () => {
    const body = '<h1>Seven knots</h1><p class="byline">By Ben Reed</p><p>March 3, 2031</p><p>Text.</p>';
    expect(read(`<title>Seven knots | The Tide</title>${ROPE}`, body)).toMatchObject({
      title: 'Seven knots',
      authors: ['Ben Reed'],
      outlet: 'The Tide',
      publishedOn: '2031-03-03',
      description: '',
      picture: undefined,
    });
  });

  test('and shows no author has none', () => {
    expect(read(`<title>Seven knots</title>${ROPE}`, '<h1>Seven knots</h1>').authors).toEqual([]);
  });

  test('loses what only machines see in its text, too', () => {
    const body = '<h1>Seven knots</h1><span itemprop="author"><link itemprop="name" content="Ada Quill"></span>';
    expect(read(`<title>Seven knots</title>${ROPE}`, body).authors).toEqual([]);
  });

  test('is known by the parameter that names it, where the path is the same', () => {
    const head = ROPE.replaceAll('/posts/rope', '/watch?v=rope');
    const video = 'https://tide.example/watch?v=knots';
    expect(read(`<title>Seven knots</title>${head}`, '<h1>Seven knots</h1>', video).authors).toEqual([]);
  });

  test('is known by window and heading, where it gave no address', () => {
    const head = ROPE.replaceAll('"https://tide.example/posts/rope"', '""');
    expect(read(`<title>Seven knots | The Tide</title>${head}`, '<h1>Seven knots</h1>')).toMatchObject({
      title: 'Seven knots',
      authors: [],
      publishedOn: '',
    });
  });
});

describe('a page is believed', () => {
  test.each([
    ['that gives its own address', AT],
    ['with another scheme, www and a slash', 'http://www.tide.example/posts/knots/'],
    ['for phones', 'https://m.tide.example/posts/knots'],
    ['of another site', 'https://origin.example/posts/rope'],
    ['of the home page', 'https://tide.example/'],
    ['that is none', 'http://['],
  ])('%s', (_, url) => {
    const head = `<title>Knots we like</title>${ROPE.replaceAll('https://tide.example/posts/rope', url)}`;
    expect(read(head, '').authors).toEqual(['Ada Quill']);
  });

  test('whatever address it gives, where it has the title of the window', () => {
    expect(read(`<title>Rope: a history – The Tide</title>${ROPE}`, '<h1>Rope</h1>').authors).toEqual(['Ada Quill']);
  });

  test('where it merely calls itself otherwise for sharing', () => {
    const head = `<title>Knots in rope | The Tide</title>${ROPE.replaceAll('/posts/rope', '/posts/knots')}`;
    expect(read(head, '<h1>Knots in rope</h1>').authors).toEqual(['Ada Quill']);
  });
});
