import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../src/roundup/parse-issue.ts';

/** What took minutes each, or never ended, before there were bounds; now all of it together takes a few seconds. */
describe('an issue is read to its end though it holds nothing but', () => {
  test.each([
    ['headings', '## h\n\ntext\n\n'.repeat(5_000)],
    ['spaces behind a link', `[a](http://x.example) -${' '.repeat(190_000)}x`],
    ['words behind a link', `- [a](http://x.example) - ${'Word '.repeat(35_000)}\n\n  text`],
    ['bylines in one line', `[a](http://x.example) by ${'Ada: '.repeat(30_000)}`],
    ['spaces within a line', `Rope: [a](http://x.example) x${' '.repeat(19_000)}x`],
    [
      'spaces behind links with names before them',
      ['Ada Quill', 'Ben Reed'].map((name) => `- ${name}: [a](http://x.example) x${' '.repeat(95_000)}x`).join('\n'),
    ],
    ['tags of HTML that never end', `<div>${'<a '.repeat(60_000)}`],
    ['tags of Jekyll that never end', '{% raw %}\n\n'.repeat(10_000)],
    ['tags behind a link', `[a](http://x.example) ${'#tag '.repeat(6_000)}`],
    ['tags behind a link and its byline', `[a](http://x.example) (Ada Quill) ${'#tag '.repeat(6_000)}`],
    ['lines with a link', '[a](http://x.example/z) - b\n'.repeat(2_400)],
  ])(
    '%s',
    (_, markdown) => {
      const { letter, sections, closing, glue } = parseIssue(markdown);
      const read = letter.length + closing.length + Object.values(glue).join('').length;
      const last = sections.at(-1)?.end ?? 0;
      expect(Math.max(read, last) + closing.length + (glue.end ?? '').length).toBeGreaterThanOrEqual(markdown.length);
    },
    60_000,
  );
});

test.each([50, 51, 6_000])('no tag is lost where %i stand behind a link', (count) => {
  const tags = '#tag '.repeat(count).trim();
  const [entry] = parseIssue(`## Articles\n\n[t](https://a.example) ${tags}\n`).sections[0]?.entries ?? [];
  const [link] = entry?.links ?? [];
  expect(count <= 50 ? link?.tail : entry?.commentary).toBe(count <= 50 ? tags : `[t](https://a.example) ${tags}`);
});
