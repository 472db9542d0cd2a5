import { expect, test } from 'vitest';
import { learnBylines } from '../../src/roundup/learn-bylines.ts';
import type { ParsedIssue } from '../../src/roundup/parsed-issue.ts';

const issueOf = (links: readonly { address: string; byline: string }[]) =>
  [{ sections: [{ entries: links.map((link) => ({ links: [link] })) }] }] as unknown as ParsedIssue[];
const on = (host: string, ...bylines: string[]) =>
  bylines.map((byline, at) => ({ address: `https://${host}/${at}`, byline }));

test('an outlet is spelled as most bylines of its pages spell it, and where they do not agree it is not learned', () => {
  const { outlets } = learnBylines(
    issueOf([
      ...on('times.example', 'Ada Quill, NYT', 'Ben Reed, NYT', 'Cy Orr, The Times'),
      ...on('tube.example', 'Ada Quill, Bench', 'Ben Reed, Bench', 'Cy Orr, Bay', 'Di Vee, Gauge'),
      ...on('once.example', 'Ada Quill, Once'),
    ]),
  );
  expect(outlets).toEqual([{ host: 'times.example', name: 'NYT', count: 2, of: 3 }]);
});
