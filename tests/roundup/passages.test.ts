import { describe, expect, test } from 'vitest';
import { markdownPicture, markdownQuote, placeOfDescription, undescribedPicture } from '../../src/roundup/passages.ts';

describe('markdownQuote', () => {
  test.each([
    ['one line', 'Said.', '> Said. ([in context](https://a.example/x))'],
    ['two paragraphs', ' One.\r\n\r\n\r\nTwo.\n', '> One.\n>\n> Two. ([in context](https://a.example/x))'],
    [
      'what Markdown would read',
      '# *No*\n1. list',
      '> \\# \\*No\\*\n> 1&#46; list ([in context](https://a.example/x))',
    ],
    ['what Liquid would run', 'Use {{ page }}', '> Use &#123;{ page }} ([in context](https://a.example/x))'],
  ])('%s', (_, text, expected) => {
    expect(markdownQuote(text, 'in context', 'https://a.example/x')).toBe(expected);
  });

  test.each(['', 'javascript:alert(1)'])('the address “%s” is left out', (address) => {
    expect(markdownQuote('Said.', 'in context', address)).toBe('> Said.');
  });
});

describe('a picture', () => {
  test.each([
    ['A [big] freezer', 'https://a.example/f.png', '![A \\[big\\] freezer](https://a.example/f.png)'],
    ['', 'https://a.example/a b.png', '![](https://a.example/a%20b.png)'],
    ['A freezer', 'data:image/png;base64,AA', null],
  ])('“%s” at %s', (alt, address, expected) => {
    expect(markdownPicture(alt, address)).toBe(expected);
  });

  test.each([
    ['Before ![](https://a.example/f.png) behind', 'https://a.example/f.png', { from: 9, to: 9 }],
    ['![ ](x.png)', 'x.png', { from: 2, to: 3 }],
    ['![A freezer](f.png) and ![](g.png)', 'g.png', { from: 26, to: 26 }],
    ['![A freezer](f.png)', null, null],
    ['[](https://a.example/)', null, null],
  ])('of “%s” the one without a description is %s', (commentary, address, place) => {
    expect(undescribedPicture(commentary)).toBe(address);
    expect(placeOfDescription(commentary)).toEqual(place);
  });
});
