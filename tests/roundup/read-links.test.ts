import { describe, expect, test } from 'vitest';
import { readLinks } from '../../src/roundup/read-links.ts';

/** What matters in most tests: kind, text, address. */
const brief = (markdown: string) => readLinks(markdown).map(({ kind, text, address }) => [kind, text, address]);

describe('links', () => {
  test.each([
    ['a link', '[a](http://x.y)', [['link', 'a', 'http://x.y']]],
    ['an autolink', '<http://x.y/a_b>', [['link', 'http://x.y/a_b', 'http://x.y/a_b']]],
    ['a mail address', '<a@b.c>', [['link', 'a@b.c', 'mailto:a@b.c']]],
    [
      'a reference',
      '[a][b] [b]\n\n[b]: http://x.y',
      [
        ['link', 'a', 'http://x.y'],
        ['link', 'b', 'http://x.y'],
      ],
    ],
    ['the first of two definitions', '[b]\n\n[b]: http://one\n[b]: http://two', [['link', 'b', 'http://one']]],
    ['a definition inside a quotation', '[b]\n\n> [b]: http://x.y', [['link', 'b', 'http://x.y']]],
    ['no bare address', 'http://x.y www.x.y', []],
    ['no code', '`[a](b)`\n\n```\n[a](b)\n```', []],
    ['an empty text', '[](http://x.y)', [['link', '', 'http://x.y']]],
  ])('are read: %s', (_, markdown, links) => {
    expect(brief(markdown)).toEqual(links);
  });

  test.each([
    ['escapes and references decoded', '[\\[a\\] &amp; &#124;](http://x.y/?a&amp;b)', '[a] & |', 'http://x.y/?a&b'],
    ['percent-encoding as it is', '[a](http://x.y/%20%7B)', 'a', 'http://x.y/%20%7B'],
    ['emphasis and code flattened', '[*a **b*** `c`](x)', 'a b c', 'x'],
    ['line breaks as spaces', '[a\nb  \nc\\\nd](x)', 'a b c d', 'x'],
    ['HTML left out', '[a <br/>b](x)', 'a b', 'x'],
  ])('have their text plain: %s', (_, markdown, text, address) => {
    expect(brief(markdown)).toEqual([['link', text, address]]);
  });

  test('and images are told apart, and an image gives its link the text', () => {
    expect(brief('![alt *x*](p.png) [![b](q.png)](x) ![c][d]\n\n[d]: r.png')).toEqual([
      ['image', 'alt x', 'p.png'],
      ['link', 'b', 'x'],
      ['image', 'b', 'q.png'],
      ['image', 'c', 'r.png'],
    ]);
  });

  test.each([
    ['after front matter', '---\nlink: "[a](b)"\nx: 1\n---\n\nSee [c](d).'],
    ['after a byte order mark', '\uFEFFSee [c](d).'],
    ['after a byte order mark and front matter', '\uFEFF---\nx: 1\n---\nSee [c](d).'],
    ['with Windows line ends', '---\r\nx: 1\r\n---\r\nSee\r\n[c](d).'],
    ['after emoji and tabs', '😀\tx\n\n-\t😀 [c](d).'],
    ['in a quotation in a list', '- a\n\n  > b\n  > [c](d)'],
  ])('have the offsets of the whole text: %s', (_, markdown) => {
    const [link, ...others] = readLinks(markdown);
    expect(others).toEqual([]);
    expect(markdown.slice(link?.start, link?.end)).toBe('[c](d)');
  });
});

describe('hostile text', () => {
  const times = (text: string, count: number) => text.repeat(count);
  const inside = (open: string, close: string, count: number) => `${times(open, count)}x${times(close, count)}`;

  test.each([
    ['10,000 links inside one another', inside('[', '](http://x.y)', 10_000)],
    ['10,000 images inside one another', inside('![', '](http://x.y)', 10_000)],
    ['10,000 emphases inside one another', inside('*a **a ', ' a** a*', 10_000)],
    ['a megabyte of brackets', times('[', 1_000_000)],
    ['a megabyte of list items', times('- a\n', 250_000)],
    ['a megabyte of headings', times('a\n=\n', 250_000)],
    ['a megabyte of empty lines', times('\n', 1_000_000)],
    ['lists inside lists', times('1. ', 300_000)],
    ['quotations inside quotations', times(`${times('> ', 40)}a\n`, 10_000)],
    ['lists inside lists, over and over', times(`${times('- ', 40)}a\n`, 10_000)],
    ['a megabyte of code in one line', times('`a` ', 250_000)],
    ['20 lists inside one another, over and over', times(`${times('- ', 20)}a\n`, 20_000)],
    ['a megabyte of links', times('[x](http://a.b)\n\n', 60_000)],
  ])(
    'neither hangs nor overflows the stack: %s',
    (_, markdown) => {
      const before = process.cpuUsage();
      const links = readLinks(`[first](http://x.y)\n\n${markdown}`);
      const { user } = process.cpuUsage(before);
      expect(links[0]).toMatchObject({ kind: 'link', text: 'first' });
      // Time of this process alone: a busy machine makes the wall clock worthless. Mostly far below one second.
      expect(user / 1_000_000).toBeLessThan(5);
    },
    60_000,
  );

  test('is named where it was not read, and what stands around it is read', () => {
    const tangle = inside('![', '](http://x.y)', 2_000);
    const markdown = `[before](a)\n\n${tangle}\n\n[after](b)`;
    const [before, unread, after] = readLinks(markdown);
    expect(before).toMatchObject({ kind: 'link', text: 'before' });
    expect(unread).toMatchObject({ kind: 'unread', text: '', address: '' });
    expect(markdown.slice(unread?.start, unread?.end)).toContain(tangle);
    expect(after).toMatchObject({ kind: 'link', text: 'after', start: markdown.length - 10, end: markdown.length });
  });

  test('is named where its lists are too deep to be read', () => {
    const items = Array.from({ length: 100 }, (_, depth) => `${times('  ', depth)}- [${depth}](http://x.y)\n`);
    const links = readLinks(items.join(''));
    expect(links).toHaveLength(100);
    expect(links[20]).toMatchObject({ kind: 'link', text: '20' });
    expect(links[99]).toMatchObject({ kind: 'unread' });
  });

  test('is named where it is too long to be read', () => {
    const markdown = `[a](b)\n\n${times('word\n', 5_000)}[c](d)`;
    const [link, unread, ...others] = readLinks(markdown);
    expect(link).toMatchObject({ kind: 'link', text: 'a' });
    expect(unread).toMatchObject({ kind: 'unread', end: markdown.length });
    expect(others).toEqual([]);
  });
});

test('an issue of 600 lines with lists of links is read whole', () => {
  const markdown = times(`- [a_b](http://x.y/a_b_c) *x* [c](http://x.y)\n  - [d](http://x.y)\n\nSome **text**.\n`, 150);
  expect(readLinks(markdown)).toHaveLength(450);
  function times(text: string, count: number) {
    return text.repeat(count);
  }
});
