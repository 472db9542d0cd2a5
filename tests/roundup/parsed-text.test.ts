import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { linksInTree } from '../../src/roundup/links-in-tree.ts';
import { parsedText } from '../../src/roundup/parsed-text.ts';
import { readLinks } from '../../src/roundup/read-links.ts';
import { read } from '../../src/roundup/reading.ts';
import { readingBlocks } from '../../src/roundup/reading-tree.ts';
import { reachingLine } from './hostile-markdown.ts';

/** So long that what is known of other texts may go. */
const LONG = `${'A paragraph of an issue. '.repeat(400)}[A link](https://a.example).\n\n`;

const text = fc
  .tuple(fc.boolean(), fc.array(reachingLine, { maxLength: 15 }))
  .map(([isLong, lines]) => (isLong ? LONG : '') + lines.join('\n'))
  .filter((markdown) => !/^---\n/u.test(markdown));

test('whatever was parsed before, and whoever asks first, a text has the links and blocks of one piece', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 6 }), (texts) => {
      for (const [markdown, linksFirst] of texts) {
        const root = fromMarkdown(markdown);
        const found = { links: linksFirst ? readLinks(markdown) : [], blocks: read(markdown) };
        if (!linksFirst) found.links = readLinks(markdown);
        const links = linksInTree(root).sort((one, other) => one.start - other.start);
        expect(found).toEqual({ links, blocks: readingBlocks(root) });
      }
    }),
    { numRuns: 300 },
  );
});

test.each(['<script>', '<style>'])('no letter that only looks like one of it ends a %s', (begin) => {
  // A long s, which is an s to who does not care about case.
  const end = begin.replace('<', '</').replace('s', '\u017f');
  const markdown = `${begin}\n\n${end} [a](https://a.example)\n\n[b](https://b.example)\n`;
  expect(readLinks(markdown)).toEqual(linksInTree(fromMarkdown(markdown)));
});

test('of a text that changes only what has changed is parsed', () => {
  const before = parsedText(`${LONG}One\n\nTwo\n\nThree`).parts.slice(-3);
  readLinks('A short text in between.');
  const after = parsedText(`${LONG}One\n\nTwo, changed\n\nThree`).parts.slice(-3);
  expect(after.map(({ part }, at) => part === before[at]?.part)).toEqual([true, false, true]);
});
