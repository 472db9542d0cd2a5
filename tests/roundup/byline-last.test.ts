import { describe, expect, test } from 'vitest';
import { learnStyle } from '../../src/roundup/learn-style.ts';
import { learnedNewsletter } from '../../src/roundup/learned-newsletter.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { renderEntry } from '../../src/roundup/render.ts';
import { aLink, anEntry } from '../records.ts';

const issueOf = (...texts: readonly string[]) =>
  `## Reads\n\n${texts.map((text, at) => `[Title ${at}](https://t${at}.example)\n\n${text}`).join('\n\n')}\n`;

const bylinesIn = (...texts: readonly string[]) =>
  parseIssue(issueOf(...texts)).sections.flatMap(({ entries }) =>
    entries.map(({ links, commentary }) => [links[0]?.byline, commentary]),
  );

describe('names behind the texts of a section', () => {
  test.each([
    ['in italics', 'They lean. *Ada Quill*', 'They sing. *Ben Reed*'],
    ['behind a dash', 'They lean. — Ada Quill', 'They sing. — Ben Reed'],
    ['in parentheses', 'They lean. (Ada Quill)', 'They sing. (by Ben Reed)'],
    ['on a line below', 'They lean.\nBy Ada Quill', 'They sing.\n*via Ben Reed*'],
    ['in a paragraph below', 'They lean.\n\n_– Ada Quill_', 'They sing.\n\n_Ben Reed_'],
  ])('%s are bylines', (_, ...texts) => {
    expect(bylinesIn(...texts)).toEqual([
      ['Ada Quill', 'They lean.'],
      ['Ben Reed', 'They sing.'],
    ]);
  });

  test.each([
    ['that are the last words', 'So says Ada Quill', 'So says Ben Reed'],
    ['of one alone', 'They lean. *Ada Quill*', 'They sing. *Ada Quill*'],
    ['below few of them', 'They lean. *Ada Quill*', 'They sing.', 'They open. *Ben Reed*', 'They close.'],
    ['that are no names', 'They lean. *as ever*', 'They sing. *all day long*'],
    ['with marks that do not close', 'They lean. *Ada Quill', 'They sing. (Ben Reed'],
  ])('%s are none', (_, ...texts) => {
    expect(bylinesIn(...texts)).toEqual(texts.map((text) => ['', text]));
  });
});

test('a new entry gets its byline behind the words, and no other link loses its own', () => {
  const files = ['They lean. *Ada Quill*', 'They sing. *Ben Reed*', 'They open. *Cid Ash*'];
  const issue = { fileName: '1.md', markdown: issueOf(...files) };
  let ids = 0;
  const learned = learnStyle([issue, { ...issue, fileName: '2.md' }]);
  const newsletter = learnedNewsletter('Pots', learned, { newId: () => `id-${++ids}`, now: 0 });
  const links = ['Dee Orr', 'Eve Fox'].map((byline, at) =>
    aLink({ address: `https://n${at}.example`, title: `New ${at}`, byline }),
  );
  const entry = anEntry({ id: 'new', links, commentary: 'They close.', shape: 'headline' });
  const byline = newsletter.style.glue.byline;
  expect(renderEntry({ ...entry, links: links.slice(1) }, newsletter)).toBe(
    '[New 1](https://n1.example)\n\nThey close. *Eve Fox*',
  );
  expect(renderEntry({ ...entry, links: links.slice(1), commentary: '' }, newsletter)).toBe(
    '[New 1](https://n1.example) *Eve Fox*',
  );
  expect(renderEntry(entry, newsletter)).toContain(`[New 0](https://n0.example)${byline}Dee Orr`);
});
