import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { render } from '../../src/roundup/render.ts';
import { verify } from '../../src/roundup/verify.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

const { newsletter, issue, articles } = aNewsletter();

function proofOf(...entries: Entry[]) {
  return verify(render(issue, entries, newsletter), entries);
}

const good = anEntry({
  id: 'good',
  sectionId: articles,
  links: [
    aLink({
      address: 'https://a.example/(x)?q=[1]&copy=2',
      title: 'On [brackets] & *stars*',
      byline: '[Ada](https://ada.example)',
    }),
  ],
  commentary:
    'See ![a picture](https://p.example/1.png), <https://auto.example> and [this][ref].\n\n[ref]: https://ref.example',
});

test('an issue that reads back as written counts its links', () => {
  expect(proofOf(good)).toEqual({ links: 5, differences: [] });
});

test('an inline entry must hold its own link in its text', () => {
  const inline = (commentary: string) =>
    anEntry({
      id: 'i',
      sectionId: articles,
      shape: 'inline',
      links: [aLink({ address: 'https://a.example/' })],
      commentary,
    });
  expect(proofOf(inline('Read [it](https://a.example/).')).differences).toEqual([]);
  expect(proofOf(inline('Read it.')).differences).toEqual([
    { entryId: 'i', kind: 'missing', expected: { text: '', address: 'https://a.example/' }, found: null },
  ]);
});

test('a code fence left open names the entries whose links it swallows', () => {
  const open = { ...good, id: 'open', rank: 'Zz', commentary: '```\ncode' };
  const { differences } = proofOf(open, good);
  expect(new Set(differences.map(({ entryId, kind }) => `${entryId} ${kind}`))).toEqual(new Set(['good missing']));
});

test('a title that is Markdown and not the link’s whole text is named with what was found', () => {
  const odd = anEntry({
    id: 'odd',
    sectionId: articles,
    links: [aLink({ address: 'https://a.example/', title: 'see](https://b.example/) [more', titleIsMarkdown: true })],
  });
  expect(proofOf(odd).differences.map(({ entryId }) => entryId)).toContain('odd');
});

test('an address that must not be printed is named', () => {
  const unsafe = anEntry({
    id: 'u',
    sectionId: articles,
    links: [aLink({ address: 'javascript:alert(1)', title: 'Click' })],
  });
  expect(proofOf(unsafe).differences).toEqual([
    { entryId: 'u', kind: 'unprintable', expected: { text: 'Click', address: 'javascript:alert(1)' }, found: null },
  ]);
});

test('a changed text, address or additional link in the print is a difference', () => {
  const entry = anEntry({
    id: 'e',
    sectionId: articles,
    links: [aLink({ address: 'https://a.example/', title: 'Title' })],
  });
  const rendering = render(issue, [entry], newsletter);
  const tampered = (from: string, to: string) => {
    const markdown = rendering.markdown.replace(from, to);
    const places = rendering.places.map((place) => ({ ...place, end: place.end + to.length - from.length }));
    return verify({ markdown, places }, [entry]).differences.map(({ kind, found }) => [kind, found]);
  };
  expect(tampered('Title', 'Totle')).toEqual([['text', { text: 'Totle', address: 'https://a.example/' }]]);
  expect(tampered('a.example', 'b.example')).toEqual([['address', { text: 'Title', address: 'https://b.example/' }]]);
  expect(tampered('[Title](https://a.example/)', 'Title')).toEqual([['missing', null]]);
  expect(tampered('[Title]', '[x](https://x.example) [Title]')).toEqual([
    ['unexpected', { text: 'x', address: 'https://x.example' }],
  ]);
});

test('a picture that stands for the title is expected there', () => {
  const links = [
    aLink({ address: 'https://a.example/', title: '![A map](https://p.example/map.png)', titleIsMarkdown: true }),
  ];
  const proof = proofOf(anEntry({ id: 'map', sectionId: articles, links, commentary: 'Where it is.' }));
  expect(proof).toEqual({ links: 2, differences: [] });
});

test('a tangle on the last line of an entry is said of that entry', () => {
  const tangled = anEntry({ id: 'tangled', sectionId: articles, rank: 'a1', commentary: `${'> '.repeat(90)}deep` });
  const after = anEntry({ id: 'after', sectionId: articles, rank: 'a2', commentary: 'Plain.' });
  expect(proofOf(tangled, after).differences.map(({ entryId, kind }) => [entryId, kind])).toEqual([
    ['tangled', 'unread'],
  ]);
});

test('a title reads back whatever it is made of, as text and, of plain signs, as Markdown', () => {
  const plain = fc.array(fc.constantFrom(...'aé1.,:;?"’()/-'.split(''), ' ', '  '), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(plain, fc.constantFrom('', '*', '[', '\\', '&amp;'), fc.boolean(), (signs, sign, isMarkdown) => {
      const title = `T${signs.join('')}${isMarkdown ? '' : sign}T`;
      const entry = anEntry({
        id: 'a',
        links: [aLink({ address: 'https://a.example/x', title, titleIsMarkdown: isMarkdown })],
        commentary: 'Words.',
      });
      expect(proofOf(entry).differences).toEqual([]);
    }),
  );
});
