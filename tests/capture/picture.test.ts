// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

function pictureIn(head: string, body = '') {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  return Capture.parse(readPage(page, 'https://tide.example/rope/')).picture;
}

const image = (address: string, alt = '') =>
  `<meta property="og:image" content="${address}"><meta property="og:image:alt" content="${alt}">`;

test.each([
  [
    'a whole address',
    image('https://a.example/p.jpg', 'A knot'),
    { address: 'https://a.example/p.jpg', alt: 'A knot' },
  ],
  ['an address without host', image('/p.jpg'), { address: 'https://tide.example/p.jpg', alt: '' }],
  ['an address without scheme', image('//a.example/p.jpg'), { address: 'https://a.example/p.jpg', alt: '' }],
  [
    'Twitter’s card',
    '<meta name="twitter:image" content="/p.jpg"><meta name="twitter:image:alt" content="A knot">',
    { address: 'https://tide.example/p.jpg', alt: 'A knot' },
  ],
  [
    'JSON-LD',
    '<script type="application/ld+json">{"@type":"Article","image":{"url":"/p.jpg","caption":"A knot"}}</script>',
    { address: 'https://tide.example/p.jpg', alt: 'A knot' },
  ],
  ['a script', image('javascript:alert(1)'), undefined],
  ['a picture inside the page’s text', image('data:image/png;base64,AAAA'), undefined],
  ['nothing', '', undefined],
])('the lead picture of %s', (_, head, expected) => {
  expect(pictureIn(head)).toEqual(expected);
});

test('a picture without words is called what it is called in the page', () => {
  expect(pictureIn(image('/p.jpg?w=1200'), '<img src="/q.jpg" alt="B"><img src="/p.jpg?w=300" alt="A knot">')).toEqual({
    address: 'https://tide.example/p.jpg?w=1200',
    alt: 'A knot',
  });
});
