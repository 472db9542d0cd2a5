import { expect, test } from 'vitest';
import { frontMatterOf, withoutFrontMatter } from '../../src/roundup/front-matter.ts';
import { recordsOf } from '../../src/roundup/issue-records.ts';
import { learnStyle } from '../../src/roundup/learn-style.ts';
import { learnedNewsletter } from '../../src/roundup/learned-newsletter.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { render } from '../../src/roundup/render.ts';

const issue = (n: number) => `{
  "title": "Pot Post ${n}",
  "date": "2026-01-${n}T08:00:00Z",
  "author": { "name": "Ada", "mail": "ada@pots.example" },
  "tags": [
    "pots",
    "pans"
  ]
}

Hello.

## Kilns

* [Kiln](https://k.example/${n})
* [Glaze](https://g.example/${n})
`;

const file = (n: number) => ({ fileName: `${n}.md`, markdown: issue(n) });

test('JSON at the head of a file is front matter, field by field', () => {
  const front = frontMatterOf(issue(13));
  expect(front?.fields.map(({ key, value }) => [key, value])).toEqual([
    ['title', '"Pot Post 13"'],
    ['date', '"2026-01-13T08:00:00Z"'],
    ['author', '{ "name": "Ada", "mail": "ada@pots.example" }'],
    ['tags', '[\n    "pots",\n    "pans"\n  ]'],
  ]);
  const whole = front?.fields.map(({ before, key, colon, value, end }) => before + key + colon + value + end).join('');
  expect(`${front?.open}${whole}${front?.close}`).toBe(issue(13).slice(0, front?.end));
});

test('a new issue gets its JSON by the learned style', () => {
  let ids = 0;
  const making = { newId: () => `id-${++ids}`, now: 0 };
  const learned = learnStyle([file(11), file(12)]);
  const made = recordsOf(parseIssue(issue(13), learned), file(13), learnedNewsletter('Pots', learned, making), making);
  expect(made.issue.frame.front).toBeUndefined();
  const printed = render({ ...made.issue, number: 14, date: '2026-01-14' }, made.entries, made.newsletter).markdown;
  expect(JSON.parse(printed.slice(0, frontMatterOf(printed)?.end))).toEqual({
    title: 'Pot Post 14',
    date: '2026-01-14T08:00:00Z',
    author: { name: 'Ada', mail: 'ada@pots.example' },
    tags: ['pots', 'pans'],
  });
});

test('what only looks like JSON is text', () => {
  const text = '{\n  "title": no\n}\n\nHello.\n';
  expect(frontMatterOf(text)).toBeNull();
  expect(withoutFrontMatter(text)).toBe(text);
  expect(parseIssue(text).letter).toBe('{\n  "title": no\n}\n\nHello.');
});
