import { expect, test } from 'vitest';
import { linkToTab, withAddress } from '../../src/domain/link.ts';

test('a link to a tab prints the clean address and remembers the one that was shown', () => {
  expect(linkToTab({ address: 'https://www.a.example/x?utm_source=n&id=1', title: 'A *title*' })).toEqual({
    address: 'https://www.a.example/x?id=1',
    original: 'https://www.a.example/x?utm_source=n&id=1',
    key: 'a.example/x?id=1',
    title: 'A *title*',
    titleIsMarkdown: false,
    byline: '',
    capture: null,
  });
});

test('an address that was typed is printed as typed, found under its own key, and can be undone', () => {
  const link = linkToTab({ address: 'https://a.example/x?utm_source=n', title: '' });
  const typed = withAddress(link, 'https://b.example/y?utm_source=mine');
  expect(typed).toEqual({
    ...link,
    address: 'https://b.example/y?utm_source=mine',
    original: 'https://a.example/x?utm_source=n',
    key: 'b.example/y',
  });
});
