import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../src/roundup/parse-issue.ts';

/** The entries of a section that holds this text, as far as they differ from one another. */
function entriesOf(text: string) {
  const [section] = parseIssue(`## Section\n\n${text}\n`).sections;
  return section?.entries.map(({ shape, links, commentary, glue }) => ({
    shape,
    links: links.map(({ title, address, byline, tag, tail }) =>
      [tag, title, address, byline, tail].filter(Boolean).join(' | '),
    ),
    commentary,
    lead: glue.lead,
  }));
}

test('a headline whose byline is no name has the paragraphs below it as its commentary', () => {
  expect(entriesOf('[A](https://a.example) - Damp glue, The card\n\nSee [B](https://b.example).\n\nMore.')).toEqual([
    {
      shape: 'headline',
      links: ['A | https://a.example | Damp glue, The card'],
      commentary: 'See [B](https://b.example).\n\nMore.',
      lead: '',
    },
  ]);
});

test('a definition on the line above an underlined heading is no part of it', () => {
  const { sections } = parseIssue('[1]: https://d.example\nNews\n----\n\n[A](https://a.example)\n');
  expect(sections.map(({ name, heading }) => [name, heading])).toEqual([['News', 'News']]);
});

describe('an entry of a past issue may be', () => {
  test.each([
    ['a link alone', '[A](https://a.example)', 'headline', ['A | https://a.example'], '', ''],
    ['a link with a byline', '[A](https://a.example) - Ada', 'headline', ['A | https://a.example | Ada'], '', ''],
    ['bulleted, by somebody', '- [A](https://a.example) by Ada', 'headline', ['A | https://a.example | Ada'], '', '- '],
    ['bulleted with a plus', '+ [A](https://a.example)', 'headline', ['A | https://a.example'], '', '+ '],
    [
      'a link and a sentence',
      '* [A](https://a.example): Fixes it.',
      'one-liner',
      ['A | https://a.example'],
      'Fixes it.',
      '* ',
    ],
    [
      'a hard break and a text',
      '[A](https://a.example)  \nWords.',
      'headline',
      ['A | https://a.example'],
      'Words.',
      '',
    ],
    [
      'a quote below the link',
      '- [A](https://a.example)\n  > Words.',
      'headline',
      ['A | https://a.example'],
      '> Words.',
      '- ',
    ],
    [
      'a heading as title',
      '### [A](https://a.example)\n\nWords.',
      'headline',
      ['A | https://a.example'],
      'Words.',
      '### ',
    ],
    ['tagged before', '- [video] [A](https://a.example)', 'headline', ['[video] | A | https://a.example'], '', '- '],
    ['tagged behind', '- [A](https://a.example) (ad)', 'headline', ['A | https://a.example | (ad)'], '', '- '],
    ['a link with a footnote', '- [A](https://a.example)[^1]', 'headline', ['A | https://a.example | [^1]'], '', '- '],
    [
      'an advertisement',
      '[A](https://a.example) *SPONSORED*',
      'headline',
      ['A | https://a.example | *SPONSORED*'],
      '',
      '',
    ],
    [
      'a link with another one in brackets',
      '[A](https://a.example) [[PDF](https://b.example)]',
      'headline',
      ['A | https://a.example | [[PDF](https://b.example)]'],
      '',
      '',
    ],
    [
      'by somebody French',
      '- [A](https://a.example) par Ada Quill',
      'headline',
      ['A | https://a.example | Ada Quill'],
      '',
      '- ',
    ],
    [
      'set off by a no-break space',
      '[A](https://a.example) —\u00a0It is new, and good.',
      'one-liner',
      ['A | https://a.example'],
      'It is new, and good.',
      '',
    ],
    [
      'words that link the same page again',
      '- [A](https://a.example): Read [it](https://a.example) now.',
      'one-liner',
      ['A | https://a.example'],
      'Read [it](https://a.example) now.',
      '- ',
    ],
    [
      'tagged behind, before its byline',
      '- [A](https://a.example) [video] - Ada Quill',
      'headline',
      ['A | https://a.example | Ada Quill'],
      '',
      '- ',
    ],
    [
      'a byline behind a comma',
      '- [A](https://a.example), van der Elm',
      'headline',
      ['A | https://a.example | van der Elm'],
      '',
      '- ',
    ],
    [
      'a link that begins a sentence',
      '- [A](https://a.example), being replaced by others',
      'one-liner',
      ['A | https://a.example'],
      '[A](https://a.example), being replaced by others',
      '- ',
    ],
    [
      'a listing',
      '**[A](https://a.example)** - Oslo <br/>\nWords.',
      'listing',
      ['A | https://a.example | Oslo'],
      'Words.',
      '',
    ],
    [
      'a link-led sentence',
      '[A](https://a.example) is new.',
      'one-liner',
      ['A | https://a.example'],
      '[A](https://a.example) is new.',
      '',
    ],
    ['a numbered one', '1. [A](https://a.example)', 'headline', ['A | https://a.example'], '', '1. '],
    ['a local link', '- [A](/a_b)', 'headline', ['A | /a_b'], '', '- '],
  ])('%s', (_, text, shape, links, commentary, lead) => {
    expect(entriesOf(text)).toEqual([{ shape, links, commentary, lead }]);
  });

  test('several headlines over one commentary, each with its byline', () => {
    expect(entriesOf('[A](https://a.example) - Ada<br>\n[B](https://b.example) - Bea\n\nWords.')).toMatchObject([
      { links: ['A | https://a.example | Ada', 'B | https://b.example | Bea'] },
    ]);
  });

  test('text without a link, among others', () => {
    expect(entriesOf('- [A](https://a.example)\n- plain\n- [B](https://b.example)')?.[1]).toEqual({
      shape: 'one-liner',
      links: [],
      commentary: 'plain',
      lead: '- ',
    });
  });
});

test('entries that stand before every heading are a section without a name', () => {
  const text = ['Dear all.', ...['a', 'b', 'c'].map((name) => `[${name}](https://${name}.example)`)].join('\n\n');
  const { letter, sections } = parseIssue(text);
  expect(letter).toBe('Dear all.');
  expect(sections.map(({ name, entries }) => [name, entries.length])).toEqual([['', 3]]);
});

describe('a list of links before the first heading', () => {
  const list = ['a', 'b', 'c'].map((name) => `- [${name}](https://${name}.example)`).join('\n');
  const prose = 'It was a long week, and I was away for most of it, so that here is what else I do:';
  test.each([
    ['without any heading', `${prose}\n\n${list}`, '', 3, prose],
    ['below few words', `Dear all.\n\n${list}`, '\n\n## One', 3, 'Dear all.'],
    ['below a letter', `${prose}\n\n${list}`, '\n\n## One', 0, `${prose}\n\n${list}`],
    ['with words before the links', `Seen:\n\n${list}\n- and [d](https://d.example)`, '\n\n## One', 0, undefined],
    ['of places in the issue', `${list.replaceAll(/\(.*?\)/g, '(#one)')}`, '\n\n## One', 0, undefined],
  ])('%s: %s', (_, text, heading, entries, letter = text) => {
    const { sections, letter: found } = parseIssue(`${text}${heading}\n`);
    expect(found).toBe(letter);
    expect(sections.find(({ name }) => name === '')?.entries.length ?? 0).toBe(entries);
  });
});

test('data at the head of a file are front matter without a fence, too', () => {
  const { front, letter } = parseIssue('Title: Small\nNumber: 7\n\nDear all.\n');
  expect(front?.fields.map(({ key, value }) => [key, value])).toEqual([
    ['Title', 'Small'],
    ['Number', '7'],
  ]);
  expect(letter).toBe('Dear all.');
});
