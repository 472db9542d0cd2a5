import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trustedCanonical } from '../../src/domain/canonical.ts';

const AT = 'https://www.a.example/2022/08/the-long-log';

describe('the address a page gives as its own is followed', () => {
  test.each([
    ['where it is the same', AT, AT, AT],
    ['relative', '/2022/08/the-long-log', `${AT}?ab=hero`, AT],
    ['without www', 'https://a.example/2022/08/the-long-log', AT, 'https://a.example/2022/08/the-long-log'],
    [
      'one level up',
      'https://a.example/blog/the-long-log',
      'https://blog.a.example/the-long-log',
      'https://a.example/blog/the-long-log',
    ],
    ['without what the rules do not know', AT, `${AT}?ab=hero-main-text&wpswitch=1x`, AT],
    ['with a slash more', `${AT}/`, AT, `${AT}/`],
    ['from the page for phones', AT, `${AT}/amp/`, AT],
    ['from the host for phones', AT, 'https://m.a.example/2022/08/the-long-log', AT],
    [
      'with the number’s words',
      'https://a.example/news/4711-the-log',
      'https://a.example/x/4711-the-log',
      'https://a.example/news/4711-the-log',
    ],
    [
      'with its own query',
      'https://a.example/item?id=7',
      'https://a.example/item?id=7&ab=1x',
      'https://a.example/item?id=7',
    ],
    ['without tracking', AT, `${AT}?utm_source=n&fbclid=1`, AT],
    ['and the part of the page is kept', AT, `${AT}#tools`, `${AT}#tools`],
    ['and stays secure', 'http://www.a.example/2022/08/the-long-log', AT, AT],
  ])('%s', (_, canonical, address, expected) => {
    expect(trustedCanonical(canonical, address)).toBe(expected);
  });
});

describe('it is distrusted', () => {
  test.each([
    ['that is none', '', AT],
    ['that is another site’s', 'https://b.example/2022/08/the-long-log', AT],
    [
      'that is a site with the same end',
      'https://nota.example/2022/08/the-long-log',
      'https://a.example/2022/08/the-long-log',
    ],
    ['that is the home page', 'https://www.a.example/', AT],
    ['that is the home page, without a slash', 'https://www.a.example', AT],
    ['that is another article (the one before)', 'https://www.a.example/2022/07/another-log', AT],
    ['that is the section', 'https://www.a.example/2022/08/', AT],
    ['that drops what the page is found by', 'https://a.example/item', 'https://a.example/item?id=7'],
    ['that has another value for it', 'https://a.example/item?id=8', 'https://a.example/item?id=7'],
    ['that drops the page of a list', AT, `${AT}?page=2`],
    ['that drops the page of a list, in the path', AT, `${AT}/page/2`],
    ['that drops the page of an article', AT, `${AT}/2`],
    ['that drops a language', AT, `${AT}?lang=de`],
    ['that drops a gift', AT, `${AT}?unlocked_article_code=1.a`],
    ['that drops a gift of Medium', AT, `${AT}?sk=0f`],
    ['that drops a search', 'https://a.example/find-anything', 'https://a.example/find-anything?q=log'],
    ['that drops a parameter without a value', 'https://a.example/cgi-log.pl', 'https://a.example/cgi-log.pl?7'],
    ['of a route', 'https://a.example/the-app', 'https://a.example/the-app#/log/7'],
    ['that is the page for phones', `${AT}/amp/`, AT],
    ['that is the host for phones', 'https://m.a.example/2022/08/the-long-log', AT],
    [
      'that is where it was made',
      'https://staging.a.example/2022/08/the-long-log',
      'https://a.example/2022/08/the-long-log',
    ],
    ['that is a port', 'https://www.a.example:8080/2022/08/the-long-log', AT],
    ['that is a script', 'javascript:alert(1)', AT],
    ['that is a template', 'https://www.a.example/{{ page.url }}', AT],
    ['with a name and password', 'https://a:b@www.a.example/2022/08/the-long-log', AT],
    ['on a page of the browser', AT, 'about:blank'],
  ])('%s', (_, canonical, address) => {
    expect(trustedCanonical(canonical, address)).toBeNull();
  });

  test('whatever a page says, what is followed is a web address of its site', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (canonical) => {
        const trusted = trustedCanonical(canonical, AT);
        expect(trusted === null || new URL(trusted).hostname.endsWith('a.example')).toBe(true);
      }),
    );
  });
});
