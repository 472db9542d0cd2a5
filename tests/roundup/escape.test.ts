import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeAddress, escapeText, foldText, isPrintableAddress, markdownLink } from '../../src/roundup/escape.ts';
import { readLinks } from '../../src/roundup/read-links.ts';

describe('a text', () => {
  test.each([
    "Who's on first? - 5 (five) tips: a_b, C++, 50%, R&D, 3 < 4?",
    'Under $25/Month: a $374m deal',
    'Learn Go in ~5mins',
    '“Curly” — and … typed; "straight" -- kept...',
    'snake_case_name == other',
    'Re: 10:30, std::vector {anonymous}',
    'I <3 this! #winning @ home',
    '日本語 שלום 👩‍👩‍👧 naïve',
    '',
  ])('that no engine misreads comes out untouched: %s', (text) => {
    expect(escapeText(text)).toBe(text);
  });

  test.each([
    ['brackets', 'a [b] c', 'a \\[b\\] c'],
    ['stars', 'a*b*', 'a\\*b\\*'],
    ['backquotes', '`code`', '\\`code\\`'],
    ['backslashes', 'C:\\new\\', 'C:\\\\new\\\\'],
    ['underscores at the edge of a word', '__init__.py', '\\_\\_init\\_\\_.py'],
    ['bars', 'Title | Site', 'Title &#124; Site'],
    ['character references', '&amp; &#35; &copy;', '&amp;amp; &amp;#35; &amp;copy;'],
    ['HTML', '<b>x</b> <!-- y', '&lt;b>x&lt;/b> &lt;!-- y'],
    ['guillemets to be', '<<x>>', '&lt;&lt;x&gt;&gt;'],
    ['Liquid', '{{ a }} {% b %}', '&#123;{ a }} &#123;% b %}'],
    ['attribute lists', 'x {:.c}', 'x &#123;:.c}'],
    ['tildes', '~~gone~~', '&#126;&#126;gone&#126;&#126;'],
    ['formulas', '$x$', '&#36;x&#36;'],
    ['carets', 'x^2^', 'x&#94;2&#94;'],
    ['marked text', '==x==', '=&#61;x=&#61;'],
    ['citations and mail addresses', '@key a@b.c', '&#64;key a&#64;b.c'],
    ['bare addresses', 'http://x.y www.x.y', 'http&#58;//x.y www&#46;x.y'],
    ['link definitions', '[a]: b', '\\[a\\]&#58; b'],
    ['emoji names', ':smile: :+1:', '&#58;smile: &#58;+1:'],
  ])('has its %s escaped', (_, text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  test.each([
    ['white space becomes single spaces', ' a\t\n b\r\n\u2028c ', 'a b c'],
    ['control characters are dropped', 'a\u0000b\u001B[31m\u0085c', 'ab\\[31m c'],
    ['marks that turn the direction are dropped', 'a\u202Eb\u2066c\u2069', 'abc'],
    ['halves of surrogate pairs are dropped', 'a\uD83Db', 'ab'],
    ['nothing but white space becomes nothing', ' \u00a0\n', ''],
    ['joiners inside emoji stay', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('is folded: %s', (_, text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  test.each([
    ['C#', 'C\\#'],
    ['C ##', 'C \\#\\#'],
    ['#1 of 2', '#1 of 2'],
    ['Name {#id}', 'Name &#123;#id}'],
  ])('of a heading keeps its number signs and braces: %s', (text, markdown) => {
    expect(escapeText(text, 'heading')).toBe(markdown);
  });

  test.each([
    ['# x', '\\# x'],
    ['- x', '\\- x'],
    ['+ x', '\\+ x'],
    ['1. x', '1&#46; x'],
    ['(iv) x', '(iv&#41; x'],
    ['> x', '&gt; x'],
    [': x', '&#58; x'],
    ['=x', '&#61;x'],
    ['1.5 x', '1&#46;5 x'],
    ['Plain. x', 'Plain. x'],
  ])('at the start of a line begins no other block: %s', (text, markdown) => {
    expect(escapeText(text, 'line-start')).toBe(markdown);
  });
});

describe('an address', () => {
  test.each([
    'https://x.y/a_b/~user/',
    'https://en.wikipedia.org/wiki/Up_(film)',
    'https://x.y/?a=1&b=2&copy=3#part',
    'https://x.y/%20%7B?q=%5B0%5D',
    'https://münchen.example/日本',
    'http://[::1]:8080/',
    'mailto:a@b.c?subject=Hello',
  ])('that no engine misreads comes out untouched: %s', (address) => {
    expect(escapeAddress(address)).toBe(address);
  });

  test.each([
    ['https://x.y/a b', 'https://x.y/a%20b'],
    ['https://x.y/a(b', 'https://x.y/a%28b'],
    ['https://x.y/)(', 'https://x.y/%29%28'],
    ['https://x.y/(a)b)', 'https://x.y/(a)b%29'],
    ['https://x.y/((((a))))', 'https://x.y/(((%28a%29)))'],
    ['https://x.y/?a[0]=*', 'https://x.y/?a%5B0%5D=%2A'],
    ['https://x.y/\'"<>', 'https://x.y/%27%22%3C%3E'],
    ['https://x.y/?\\`|{}^$', 'https://x.y/?%5C%60%7C%7B%7D%5E%24'],
    ['https://x.y/?a&lt;b', 'https://x.y/?a&amp;lt;b'],
    ['https://x.y/a\u00a0\u202Eb', 'https://x.y/a%C2%A0%E2%80%AEb'],
    [' https://x.y/ ', 'https://x.y/'],
  ])('is percent-encoded where the parse would change: %s', (address, printed) => {
    expect(escapeAddress(address)).toBe(printed);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x.y/',
    'https:x.y',
    'https:/x.y',
    'https:\\\\x.y',
    'https://x.y\\@evil.example/',
    'https://',
    'https://x.y/a\nb',
    'https://x.y/\u0000',
    'https://x.y/\uD83D',
    '//x.y/',
    '/path',
    'x.y',
    'mailto:',
    '',
  ])('is refused, and has no Markdown: %j', (address) => {
    expect(isPrintableAddress(address)).toBe(false);
    expect(escapeAddress(address)).toBeNull();
    expect(markdownLink('Title', address)).toBeNull();
  });

  // Node 20's URL.canParse begins to refuse these after some thousand calls.
  test('with an umlaut in its host is printable, however often it is asked', () => {
    const address: string = JSON.parse('"https://m\u00fcnchen.example/"');
    const answers = Array.from({ length: 20_000 }, () => isPrintableAddress(address));
    expect(answers).not.toContain(false);
  });
});

describe('a link', () => {
  const nasty = fc.constantFrom(
    ...'\\`*_{}[]()<>#+-.!|~^$@:&;=%"\' \n\tab1é',
    '](',
    ']:',
    '![',
    '{{',
    '{%',
    '&amp;',
    '&#9;',
    '://',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(nasty).map((parts) => parts.join('')),
  );
  const paths = fc.oneof(
    fc.webPath(),
    fc.array(nasty).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const addresses = fc
    .tuple(fc.constantFrom('https://x.y/', 'http://a.example:80/?q=', 'mailto:a@b.c?subject='), paths)
    .map(([start, path]) => start + path);

  /** Everything that `escapeAddress` may encode, encoded; nothing decoded, so that no two addresses fall together. */
  const encoded = (address: string) =>
    address
      .replace(/^ +| +$/gu, '')
      .replace(/[[\]*'"<>\\`|{}^$()]|\s|[\p{Cf}\p{Z}]/gu, (character) =>
        character.codePointAt(0) === encodeURIComponent(character).codePointAt(0)
          ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
          : encodeURIComponent(character),
      );

  test('reads back as exactly one link with its title and its address', () => {
    fc.assert(
      fc.property(texts, addresses, (title, address) => {
        const markdown = markdownLink(title, address);
        fc.pre(markdown !== null);
        const links = readLinks(markdown);
        expect(links.map(({ kind, text, address: read }) => ({ kind, text, address: encoded(read) }))).toEqual([
          { kind: 'link', text: foldText(title), address: encoded(address) },
        ]);
        expect(links[0]).toMatchObject({ start: 0, end: markdown.length });
      }),
      { numRuns: 1_000, seed: 2 },
    );
  }, 60_000);

  test('never holds a Liquid tag', () => {
    fc.assert(
      fc.property(texts, addresses, (title, address) => {
        expect(markdownLink(title, address) ?? '').not.toMatch(/\{[{%]/u);
      }),
      { seed: 2 },
    );
  });
});
