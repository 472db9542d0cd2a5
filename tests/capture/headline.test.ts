// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

function read(head: string, body: string, address = 'https://www.tide.example/x'): Capture {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return Capture.parse(readPage(page, address));
}

const around = (body: string, head = '') => read(`<title>Rope and knots</title>${head}`, body);
const LONG = `<p>${'Text that goes on and on. '.repeat(20)}</p>`;

describe('beside the headline', () => {
  test.each([
    ['a byline behind it', '<h1>Rope and knots</h1><p>By Ada Quill</p>', ['Ada Quill']],
    ['a byline before it', '<p>by Ada Quill</p><h1>Rope and knots</h1>', ['Ada Quill']],
    [
      'several, with the day',
      '<h1>Rope and knots</h1><p>Posted by Ada Quill, Ben Reed on 2031-02-27, all posts</p>',
      ['Ada Quill', 'Ben Reed'],
    ],
    ['the day first', '<h1>Rope and knots</h1><p>Thursday 27 February 2031 by Ada Quill</p>', ['Ada Quill']],
    [
      'a role behind the name',
      '<h1>Rope and knots</h1><p>Posted by Ada Quill, Software Engineer on Rope Play</p>',
      ['Ada Quill'],
    ],
    ['the word in a block of its own', '<h1>Rope and knots</h1><div>By</div><div>Ada Quill</div>', ['Ada Quill']],
    ['the title of a film', '<h1>Rope and knots</h1><p>Stand by Me</p>', []],
    ['a notice', '<h1>Rope and knots</h1><p>By clicking accept, you agree</p><p>Por favor, espere</p>', []],
    ['another language', '<h1>Rope and knots</h1><p>Von Ute Kamm</p>', ['Ute Kamm']],
    ['the maker of the site’s engine', '<h1>Rope and knots</h1><p>Powered by Tumblr</p>', []],
    ['who took the picture', '<h1>Rope and knots</h1><p>Photo by Ada Quill</p>', []],
    [
      'a sentence',
      '<h1>Rope and knots</h1><p>Stand by Me is a film about rope that was seen by Many people who like it, and by nobody else in the whole world.</p>',
      [],
    ],
    ['far from it', `<h1>Rope and knots</h1>${LONG}<p>By Ada Quill</p>`, []],
  ])('%s names %j', (_, body, authors) => {
    expect(around(body).authors).toEqual(authors);
  });

  test.each([
    ['a day', '<h1>Rope and knots</h1><p>February 27, 2031</p>', '2031-02-27'],
    [
      'a moment for machines',
      '<h1>Rope and knots</h1><time datetime="2031-02-27T23:59:00-11:00">2 days ago</time>',
      '2031-02-27',
    ],
    [
      'the day before that of a change',
      '<h1>Rope and knots</h1><p>Updated March 3, 2031</p><p>February 27, 2031</p>',
      '2031-02-27',
    ],
    [
      'a moment of change',
      '<h1>Rope and knots</h1><time itemprop="dateModified" datetime="2031-03-03">3 March</time>',
      '',
    ],
    [
      'the day with which the text begins',
      `<h1>Rope and knots</h1><p>Feb. 27, 2031 -- ${'Text and text. '.repeat(20)}</p>`,
      '2031-02-27',
    ],
    ['a day within the text', `<h1>Rope and knots</h1><p>On February 27, 2031 ${'text and text. '.repeat(20)}</p>`, ''],
    ['the day on which a thing was founded', '<h1>Rope and knots</h1><p>Founded February 27, 1931</p>', ''],
    ['a right', '<h1>Rope and knots</h1><p>© 27 February 2031 Tide</p>', ''],
  ])('%s gives the day %j', (_, body, day) => {
    expect(around(body).publishedOn).toBe(day);
  });
});

describe('of several days', () => {
  const two = '<meta name="date" content="2031-03-03"><meta property="article:published_time" content="2031-03-01">';

  test('the one that readers see counts', () => {
    expect(around('<h1>Rope and knots</h1><p>March 3, 2031</p>', two).publishedOn).toBe('2031-03-03');
  });

  test('none is seen: the surest counts, and the other is kept', () => {
    const { publishedOn, evidence } = around('<h1>Rope and knots</h1>', two);
    expect(publishedOn).toBe('2031-03-01');
    expect(evidence?.publishedOn).toEqual({ source: 'article:published_time', agreed: false, others: ['2031-03-03'] });
  });

  test('those of other pages are none', () => {
    const times = '<time datetime="2031-02-27"></time><time datetime="2031-02-28"></time>';
    expect(around(`<h1>Rope and knots</h1>${LONG}${times}`).publishedOn).toBe('');
    expect(around(`<h1>Rope and knots</h1>${LONG}<time datetime="2031-02-27"></time>`).publishedOn).toBe('2031-02-27');
  });

  test('the one in the address is the last resort', () => {
    expect(read('<title>T</title>', '', 'https://tide.example/2031/02/27/rope').publishedOn).toBe('2031-02-27');
    expect(
      read('<meta name="date" content="2031-02-26">', '', 'https://tide.example/2031/02/27/rope').publishedOn,
    ).toBe('2031-02-26');
  });
});

describe('the title ends where the heading does', () => {
  test.each([
    ['Array.map() - JavaScript | MDN', 'Array.map()', 'Array.map()'],
    ['What the sea tells | Ada Quill | Environment | The Tide', 'What the sea tells', 'What the sea tells'],
    ['Weekly Edition [Tide.example]', 'Weekly Edition', 'Weekly Edition'],
    ['Shared history — extension for ropes', 'Shared history¶', 'Shared history'],
    ['绳子的历史_教育_潮汐网', '绳子的历史', '绳子的历史'],
    ['Rope: a history', 'Rope', 'Rope: a history'],
    ['Tide – Rope, a history', 'Tide', 'Rope, a history'],
    ['Ropes and knots', 'Rope', 'Ropes and knots'],
  ])('%j under %j is %j', (title, heading, expected) => {
    const capture = read(`<title>${title}</title>`, `<h1>${heading}</h1>`);
    expect(capture.title).toBe(expected);
  });

  test('and the whole of it is kept', () => {
    expect(read('<title>Rope and knots | Sea | The Tide</title>', '<h1>Rope and knots</h1>').rawTitle).toBe(
      'Rope and knots | Sea | The Tide',
    );
  });
});

describe('the outlet is what the window’s title has besides', () => {
  test.each([
    ['the heading', '<title>Rope and knots - The Evening Tide</title>', '<h1>Rope and knots</h1>', 'The Evening Tide'],
    [
      'the title for sharing',
      '<title>Rope and knots | Tide Blog</title><meta property="og:title" content="Rope and knots">',
      '',
      'Tide Blog',
    ],
    [
      'the title for sharing, behind it',
      '<title>Silicon Tide: Rope and knots</title><meta property="og:title" content="Rope and knots">',
      '',
      'Silicon Tide',
    ],
    ['nothing but the host’s own name', '<title>Rope and knots - Tide</title>', '', 'Tide'],
    ['a day', '<title>Rope and knots - Feb. 27, 2031</title>', '<h1>Rope and knots</h1>', ''],
    ['nothing sure', '<title>Rope and knots - a history</title>', '', ''],
  ])('%s', (_, head, body, outlet) => {
    expect(read(head, body).outlet).toBe(outlet);
  });

  test('goes before a publisher that no reader knows, where the host is called so', () => {
    const head = `<title>Rope - Tide</title><script type="application/ld+json">{"@type":"Article","publisher":{"name":"Sea Foundation, Inc."}}</script>`;
    expect(read(head, '<h1>Rope</h1>').outlet).toBe('Tide');
  });

  test('a motto behind the host’s own name is none of it', () => {
    expect(read('<meta property="og:site_name" content="Tide - news from the sea">', '').outlet).toBe('Tide');
    expect(read('<meta property="og:site_name" content="Sea - Tide">', '').outlet).toBe('Sea - Tide');
  });
});

test('a list of pages has no author', () => {
  const teasers = Array.from(
    { length: 12 },
    (_, at) => `<li><div><p class="byline">By Ada K${'k'.repeat(at)}</p></div></li>`,
  );
  expect(read('<title>The Tide</title>', `<ul>${teasers.join('')}</ul>`).authors).toEqual([]);
});
