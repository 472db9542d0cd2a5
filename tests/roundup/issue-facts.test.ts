import { expect, test } from 'vitest';
import { factsOf } from '../../src/roundup/issue-facts.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';

test.each([
  [
    'the subject of a mail',
    '---\nsubject: "Letters — #8"\npublish_date: 2023-04-02T09:00:00Z\n---\n\nHi.\n',
    8,
    '2023-04-02',
  ],
  ['a French heading', '# La lettre nº 14\n\n## Lire\n\n4 May 2024\n', 14, '2026-01-02'],
  ['a field of its own', 'Issue: 9\nDate: 2022-01-15\n\nHi.\n', 9, '2022-01-15'],
  ['a heading with a day', '# Pots #7, 1 Jan 2025\n\nHi.\n\n## One\n', 7, '2026-01-02'],
  ['nothing but the name of the file', 'Hi.\n', 20260102, '2026-01-02'],
])('number and day of an issue are read off %s', (_, markdown, number, date) => {
  expect(factsOf(parseIssue(markdown), '2026-01-02.md')).toEqual({ number, date });
});
