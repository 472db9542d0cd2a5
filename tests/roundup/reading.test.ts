import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { Reading, read } from '../../src/roundup/reading.ts';
import { readingBlocks } from '../../src/roundup/reading-tree.ts';
import { reachingLine as line } from './hostile-markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...runs: object[]) => ({ kind: 'paragraph', runs });

describe('a reader gets', () => {
  test.each([
    [
      'a paragraph with a link',
      '[Paper](https://a.example) - *A*',
      [
        paragraph({ kind: 'link', address: 'https://a.example', runs: [text('Paper')] }, text(' - '), {
          kind: 'emphasis',
          runs: [text('A')],
        }),
      ],
    ],
    ['no front matter', '---\ntitle: "A"\n---\n\n# B\n', [{ kind: 'heading', depth: 1, runs: [text('B')] }]],
    ['no comments', '<!-- markdownlint-disable MD033 -->\n\nA <!-- aside -->B', [paragraph(text('A '), text('B'))]],
    [
      'a line break for <br/>',
      '[A](https://a.example)<br/>\n[B](https://b.example)',
      [
        paragraph({ kind: 'link', address: 'https://a.example', runs: [text('A')] }, { kind: 'break' }, text('\n'), {
          kind: 'link',
          address: 'https://b.example',
          runs: [text('B')],
        }),
      ],
    ],
    [
      'other HTML as the text it is',
      'Use <Self> <b>here</b>',
      [
        paragraph(
          text('Use '),
          { kind: 'html', text: '<Self>' },
          text(' '),
          { kind: 'html', text: '<b>' },
          text('here'),
          { kind: 'html', text: '</b>' },
        ),
      ],
    ],
    [
      'a script as the text it is',
      '<script>\nalert(1)\n\nalert(2)</script>',
      [paragraph({ kind: 'html', text: '<script>\nalert(1)\n\nalert(2)</script>' })],
    ],
    [
      'only the words of a link that leads nowhere a newsletter may',
      '[A](javascript:alert(1)) [B](data:text/html,x)',
      [paragraph(text('A'), text(' '), text('B'))],
    ],
    [
      'only the description of a picture that is not on the web',
      '![A](data:image/svg+xml,x)',
      [paragraph({ kind: 'picture', address: null, description: 'A' })],
    ],
    [
      'tight and loose lists',
      '- a\n- b\n\nc\n\n3. d\n\n4. e',
      [
        { kind: 'list', first: null, tight: true, items: [[paragraph(text('a'))], [paragraph(text('b'))]] },
        paragraph(text('c')),
        { kind: 'list', first: 3, tight: false, items: [[paragraph(text('d'))], [paragraph(text('e'))]] },
      ],
    ],
    [
      'reference links, wherever they are defined',
      '[A][one]\n\n[one]: https://a.example\n\n[one]: https://b.example\n\n[One]',
      [
        paragraph({ kind: 'link', address: 'https://a.example', runs: [text('A')] }),
        paragraph({ kind: 'link', address: 'https://a.example', runs: [text('One')] }),
      ],
    ],
    [
      'an open fence to the end',
      'a\n\n```\nb\n\nc\n\n# d',
      [paragraph(text('a')), { kind: 'code', text: 'b\n\nc\n\n# d' }],
    ],
  ])('%s', (_, markdown, blocks) => {
    expect(read(markdown)).toEqual(blocks);
  });

  test('the source of what only an attack would write', () => {
    const attack = `${'['.repeat(5_000)}a`;
    expect(read(`One\n\n${attack}\n\nTwo`)).toEqual([
      paragraph(text('One')),
      { kind: 'source', text: `${attack}\n\n` },
      paragraph(text('Two')),
    ]);
  });

  test('the source of what lies behind the longest text that is parsed', () => {
    const blocks = read('line\n\n'.repeat(30_000));
    expect(new Set(blocks.slice(0, -1).map(({ kind }) => kind))).toEqual(new Set(['paragraph']));
    expect(blocks.at(-1)?.kind).toBe('source');
  });
});

test('cut into parts, a text reads as it does in one piece', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const markdown = lines.join('\n');
      fc.pre(!/^---\n/u.test(markdown));
      expect(read(markdown)).toEqual(readingBlocks(fromMarkdown(markdown)));
    }),
    { numRuns: 3_000 },
  );
});

test('read again after changes, a text reads as if it were read for the first time', () => {
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 15 }), { maxLength: 5 }), (versions) => {
      const reading = new Reading();
      for (const lines of versions) {
        const markdown = lines.join('\n');
        expect(reading.parts(markdown).flatMap(({ blocks }) => blocks)).toEqual(read(markdown));
      }
    }),
    { numRuns: 500 },
  );
});

test('what has not changed is the very same object as before', () => {
  const reading = new Reading();
  const before = reading.parts('One\n\nTwo\n\nThree');
  const after = reading.parts('One\n\nTwo, changed\n\nThree');
  expect(after.map(({ blocks }, at) => blocks === before[at]?.blocks)).toEqual([true, false, true]);
});
