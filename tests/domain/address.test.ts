import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesIn, addressKey, addressToPrint, cleanAddress } from '../../src/domain/address.ts';
import { isWebAddress } from '../../src/domain/web-address.ts';

describe('cleanAddress', () => {
  test.each([
    ['https://a.example/x', 'https://a.example/x', []],
    ['https://a.example/x?utm_source=n&id=7', 'https://a.example/x?id=7', ['utm_source=n']],
    ['https://a.example/x?id=7&utm_source=n', 'https://a.example/x?id=7', ['utm_source=n']],
    ['https://a.example/x?a=1&fbclid=Iw&b=2#part', 'https://a.example/x?a=1&b=2#part', ['fbclid=Iw']],
    ['https://a.example/x?utm_source=n&utm_medium=m', 'https://a.example/x', ['utm_source=n', 'utm_medium=m']],
    ['https://a.example/x?utm_source=n&', 'https://a.example/x', ['utm_source=n']],
    ['https://a.example/x?utm_source', 'https://a.example/x', ['utm_source']],
    ['https://a.example/x?utm_source=n#top', 'https://a.example/x#top', ['utm_source=n']],
  ])('%s is printed as %s', (address, printed, removed) => {
    expect(cleanAddress(address)).toEqual({ address: printed, removed });
  });

  test.each([
    [
      'what is kept is not encoded again',
      'https://a.example/ä b?q=a+b%2fc&x=é&utm_id=1',
      'https://a.example/ä b?q=a+b%2fc&x=é',
    ],
    ['empty and repeated parameters stay', 'https://a.example/?&a&a=&&gclid=1&a', 'https://a.example/?&a&a=&&a'],
    [
      'what counts readers goes from behind a second question mark',
      'https://a.example/?id=7?utm_source=1&q=why?',
      'https://a.example/?id=7&q=why?',
    ],
    [
      'an address inside the query keeps its own',
      'https://a.example/?u=https://b.example/?utm_source=1&v=http%3A%2F%2Fb.example?utm_id=2',
      'https://a.example/?u=https://b.example/?utm_source=1&v=http%3A%2F%2Fb.example?utm_id=2',
    ],
    [
      'an & as it is written in HTML',
      'https://a.example/?id=7&amp;utm_source=n&amp;p=2',
      'https://a.example/?id=7&amp;p=2',
    ],
    ['case does not count', 'https://a.example/?UTM_Source=n&Fbclid=1&ID=7', 'https://a.example/?ID=7'],
    ['a session in the path goes', 'https://a.example/x;jsessionid=4F.n1?id=7', 'https://a.example/x?id=7'],
    ['what only begins alike stays', 'https://a.example/?utmost=1&fbclid2=1', 'https://a.example/?utmost=1&fbclid2=1'],
    [
      'short names are content',
      'https://a.example/?s=1&t=2&ref=3&source=4&src=5',
      'https://a.example/?s=1&t=2&ref=3&source=4&src=5',
    ],
    ['what is no web address stays', 'mailto:a@b.example?utm_source=n', 'mailto:a@b.example?utm_source=n'],
    ['what does not parse stays', 'https://?utm_source=n', 'https://?utm_source=n'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, address, printed) => {
    expect(cleanAddress(address).address).toBe(printed);
  });

  test.each([
    ['https://a.example/x#', 'https://a.example/x', ['#']],
    ['https://a.example/#', 'https://a.example/', ['#']],
    ['https://a.example/x#part', 'https://a.example/x#part', []],
    ['https://a.example/x#:~:text=To%20rotate,recourse.', 'https://a.example/x', ['#:~:text=To%20rotate,recourse.']],
    ['https://a.example/x#part:~:text=a', 'https://a.example/x#part', [':~:text=a']],
    ['https://a.example/x?utm_id=1#:~:text=a', 'https://a.example/x', ['utm_id=1', '#:~:text=a']],
    ['https://a.example/#/route', 'https://a.example/#/route', []],
    ['https://a.example/#!/route?id=7', 'https://a.example/#!/route?id=7', []],
    ['https://a.example/#/route?utm_source=n&id=7', 'https://a.example/#/route?id=7', ['utm_source=n']],
    ['https://a.example/x#part?utm_source=n', 'https://a.example/x#part', ['utm_source=n']],
    ['https://a.example/x#Echobox=1647045869', 'https://a.example/x', ['Echobox=1647045869']],
    ['https://a.example/x#xtor=RSS-8&utm_id=1', 'https://a.example/x', ['xtor=RSS-8', 'utm_id=1']],
    ['https://a.example/x#utm_id=1&part', 'https://a.example/x#part', ['utm_id=1']],
    ['https://x.com/#t=1&s=2', 'https://x.com/#t=1&s=2', []],
    ['https://a.example/##', 'https://a.example/##', []],
  ])('the fragment of %s', (address, printed, removed) => {
    expect(cleanAddress(address)).toEqual({ address: printed, removed });
  });

  test.each([
    ['calendars', 'https://calendar.example/embed?src=team%40a.example'],
    ['Phoronix', 'https://www.phoronix.com/scan.php?page=news_item&px=Linux-6.0'],
    ['a place in a video', 'https://www.youtube.com/watch?v=abc&t=90s&list=PL1'],
    ['a gift of Medium', 'https://medium.com/@ada/x?sk=0123'],
    ['a gift of the New York Times', 'https://www.nytimes.com/x.html?unlocked_article_code=1.a'],
    ['what only begins like Matomo', 'https://a.example/?pk_no=7&pk_id=2'],
    ['a job', 'https://jobs.example/view?jk=1&server=2&job=3&id=4'],
    ['a search', 'https://a.example/search?q=x&s=1&source=web&ref=2'],
  ])('what is essential stays: %s', (_, address) => {
    expect(cleanAddress(address)).toEqual({ address, removed: [] });
  });

  const parameter = fc.oneof(
    fc.constantFrom(
      'utm_source=n',
      'fbclid=1',
      'amp;utm_id=2',
      'id=7?utm_id=3',
      'ref=tldr.tech',
      'at_medium=1',
      'at_x=2',
    ),
    fc.constantFrom('', 'a', 'a=', '=', 'id=1', 'q=%zz', 'q=a+b', 'utm'),
    fc.string({ maxLength: 5 }).map((text) => text.replace(/[#&]/g, '')),
  );
  const address = fc
    .tuple(fc.array(parameter), fc.constantFrom('', '#', '#a', '#a?b&utm_id=1', '#:~:text=a'))
    .map(([parameters, fragment]) => `https://a.example/x?${parameters.join('&')}${fragment}`);

  test('cleaning twice is cleaning once, and never makes another page of it', () => {
    fc.assert(
      fc.property(address, (given) => {
        const once = cleanAddress(given).address;
        expect(cleanAddress(once)).toEqual({ address: once, removed: [] });
        expect(addressKey(once)).toBe(addressKey(given));
      }),
    );
  });

  test('what is printed is the address with pieces left out: in order and in the same spelling', () => {
    fc.assert(
      fc.property(address, (given) => {
        const { address: printed, removed } = cleanAddress(given);
        let at = 0;
        for (const char of printed) {
          at = given.indexOf(char, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
        const cut = removed.join('').length;
        // Beside them go only the characters that divided them.
        expect(given.length - printed.length).toBeGreaterThanOrEqual(cut);
        expect(given.length - printed.length).toBeLessThanOrEqual(cut + removed.length + given.split('&').length);
      }),
    );
  });
});

describe('addressKey', () => {
  const page = 'https://a.example/read/this?id=7&page=2';
  test.each([
    ['http', 'http://a.example/read/this?id=7&page=2'],
    ['www', 'https://www.a.example/read/this?id=7&page=2'],
    ['upper case of the host', 'HTTPS://A.Example/read/this?id=7&page=2'],
    ['the default port', 'https://a.example:443/read/this?id=7&page=2'],
    ['a trailing slash', 'https://a.example/read/this/?id=7&page=2'],
    ['a fragment', 'https://a.example/read/this?id=7&page=2#comments'],
    ['tracking', 'https://a.example/read/this?utm_source=n&id=7&page=2&fbclid=1'],
    ['the order of parameters', 'https://a.example/read/this?page=2&id=7'],
    ['white space around', '  https://a.example/read/this?id=7&page=2\n'],
  ])('%s does not count', (_, address) => {
    expect(addressKey(address)).toBe(addressKey(page));
  });

  test.each([
    ['another parameter', 'https://a.example/read/this?id=8&page=2'],
    ['one parameter less', 'https://a.example/read/this?id=7'],
    ['no parameters', 'https://a.example/read/this'],
    ['case of the path', 'https://a.example/Read/this?id=7&page=2'],
    ['another host', 'https://b.example/read/this?id=7&page=2'],
    ['a subdomain', 'https://blog.a.example/read/this?id=7&page=2'],
    ['another port', 'https://a.example:8080/read/this?id=7&page=2'],
    ['a route in the fragment', 'https://a.example/read/this?id=7&page=2#!/topic/9'],
    ['a route in the fragment, newer', 'https://a.example/read/this?id=7&page=2#/topic/9'],
  ])('%s is another page', (_, address) => {
    expect(addressKey(address)).not.toBe(addressKey(page));
  });

  test('parameters that look like tracking elsewhere are content where they are', () => {
    expect(addressKey('https://cal.example/embed?src=team')).not.toBe(
      addressKey('https://cal.example/embed?src=board'),
    );
  });

  test.each(['mailto:a@b.example', 'about:blank', 'not an address', ''])('%j is its own key', (address) => {
    expect(addressKey(address)).toBe(address);
  });
});

test.each([
  ['https://a.example', true],
  ['HTTP://a.example/x', true],
  [' https://a.example ', true],
  ['https://', false],
  ['https://a b.example', false],
  ['ftp://a.example', false],
  ['javascript:alert(1)//https://a.example', false],
  ['a.example', false],
  ['', false],
])('%j can be opened by readers: %s', (address, expected) => {
  expect(isWebAddress(address)).toBe(expected);
});

describe('addressesIn', () => {
  test.each([
    ['of a link', 'See [this](https://a.example/x) there.', ['https://a.example/x']],
    ['with a title', '[this](https://a.example/x "A title")', ['https://a.example/x']],
    [
      'in pointed brackets',
      '[this](<https://a.example/x>) and <https://b.example/>',
      ['https://a.example/x', 'https://b.example/'],
    ],
    [
      'bare, without the punctuation after it',
      'Look: https://a.example/x. Or https://a.example/y?',
      ['https://a.example/x', 'https://a.example/y'],
    ],
    [
      'bare, in curly quotes',
      '“https://a.example/x”, ‘https://a.example/y’',
      ['https://a.example/x', 'https://a.example/y'],
    ],
    ['emphasised', '*https://a.example/x* __https://a.example/y__', ['https://a.example/x', 'https://a.example/y']],
    ['with balanced parentheses', '[it](https://a.example/Rust_(language)) is', ['https://a.example/Rust_(language)']],
    [
      'with parentheses, bare in parentheses',
      '(https://a.example/Rust_(language))',
      ['https://a.example/Rust_(language)'],
    ],
    ['with a picture’s', '![alt](https://a.example/p.png)', ['https://a.example/p.png']],
    ['of a definition', '[1]: https://a.example/x\n', ['https://a.example/x']],
    ['with an emoji in it', '[x](https://a.example/🦀🦀)🦀 and', ['https://a.example/🦀🦀']],
    ['with an emoji before it', '🦀🦀 (🦀https://a.example/x) 🦀', ['https://a.example/x']],
    [
      'two in one word',
      '[a](https://a.example/x)[b](https://b.example/y)',
      ['https://a.example/x', 'https://b.example/y'],
    ],
    ['with Markdown’s escapes', '[a](https://a.example/x\\_y?a=1&amp;b=2)', ['https://a.example/x_y?a=1&b=2']],
    ['twice', 'https://a.example https://a.example', ['https://a.example', 'https://a.example']],
  ])('%s', (_, text, expected) => {
    expect(addressesIn(text)).toEqual(expected);
  });

  test.each(['', 'no address', 'http: //x', 'https://', 'mailto:a@b.example', 'ftp://a.example'])(
    '%j has none',
    (text) => {
      expect(addressesIn(text)).toEqual([]);
    },
  );

  test('a long text full of brackets takes no long time', () => {
    const text = `https://a.example/${'('.repeat(50_000)} ${'https://a.example)'.repeat(20_000)}`;
    const before = performance.now();
    expect(addressesIn(text)).toHaveLength(20_001);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

test.each([
  ['https://a.example/', 'https://a.example'],
  ['https://a.example/?utm_source=x', 'https://a.example'],
  ['https://a.example/?q=1', 'https://a.example/?q=1'],
  ['https://a.example/#part', 'https://a.example/#part'],
  ['https://a.example/page/', 'https://a.example/page/'],
  ['about:blank', 'about:blank'],
])('%s is printed as %s', (original, printed) => {
  expect(addressToPrint(original).address).toBe(printed);
});
