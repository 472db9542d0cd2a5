import { describe, expect, test } from 'vitest';
import { learnStyle, type PastIssue } from '../../src/roundup/learn-style.ts';

/** An issue whose only entry says this. */
const issue = (number: number, commentary: string, byline = 'Ada Quill, The Tide'): PastIssue => ({
  fileName: `${number}.md`,
  markdown: `# Tide #${number}, 2 May 2031\n\nHello.\n\nUntil next week,\nAda\n\n## Rope\n\nAll about rope.\n\n[Knot ${number}](https://tide.example/${number}) - ${byline}\n\n${commentary}\n\n## About\n\nAda writes this.\n`,
});

describe('references back', () => {
  test('are learned with the address of the house’s issues', () => {
    const { style, issueAddress, rules } = learnStyle([
      issue(130, 'See (#[79](https://ada.example/issues/0079)) and (#[101](https://ada.example/issues/0101)).'),
      issue(131, 'As in [#12](https://ada.example/issues/0012), and [3](https://other.example/3).'),
      issue(132, 'Again (#[5](https://ada.example/issues/0005)).'),
    ]);
    expect(style.reference).toBe('(#[{{ issue.number }}]({{ issue.address }}))');
    expect(issueAddress).toBe('https://ada.example/issues/{{ issue.number | prepend: "0000" | slice: -4, 4 }}');
    expect(rules.find(({ name }) => name === 'reference')).toEqual({
      name: 'reference',
      value: '(#[{{ issue.number }}]({{ issue.address }}))',
      count: 3,
      of: 4,
      others: [{ value: '[#{{ issue.number }}]({{ issue.address }})', count: 1 }],
    });
  });

  test('to pages that are not the house’s are none', () => {
    const { style, issueAddress } = learnStyle([
      issue(130, 'See [#7](https://a.example/7).'),
      issue(131, 'See [#8](https://b.example/8) and [#140](https://ada.example/140).'),
    ]);
    expect(issueAddress).toBe('');
    expect(style.reference).toContain('{% if issue.address %}');
  });
});

test('what comes back in the issues is what a new one begins with', () => {
  const { recurring } = learnStyle([issue(130, 'One.'), issue(131, 'Two.'), issue(132, 'Three.')]);
  expect(recurring.letter).toBe('Until next week,\nAda');
  expect([...recurring.intros]).toEqual([['about', 'Ada writes this.']]);
});

test('an outlet is spelled as it was spelled most, and so is “et al”', () => {
  const { outlets, style, rules } = learnStyle([
    issue(130, 'One.', 'Ada Quill *et al*, The Tide'),
    issue(131, 'Two.', 'Ben Reed *et al*, Tide'),
    issue(132, 'Three.', 'Cy Oak and Di Elm, The Tide'),
  ]);
  expect(outlets).toEqual([{ host: 'tide.example', name: 'The Tide', count: 2, of: 3 }]);
  expect(rules.find(({ name }) => name === 'outlet:tide.example')).toMatchObject({
    value: 'The Tide',
    count: 2,
    of: 3,
  });
  expect(style.byline).toMatchObject({ parts: 'author-outlet', etAl: ' *et al*' });
});

test('a habit that has changed is learned as it is of late', () => {
  const bullets = (number: number, bullet: string): PastIssue => ({
    fileName: `${number}.md`,
    markdown: `# Tide #${number}\n\n## Rope\n\n${[1, 2, 3, 4].map((n) => `${bullet} [K${n}](https://a.example/${number}/${n}) - Ada Quill`).join('\n')}\n`,
  });
  const learned = learnStyle([bullets(1, '*'), bullets(2, '*'), bullets(3, '-')]);
  expect(learned.style.glue.lead).toBe('- ');
  expect(learned.rules.find(({ name }) => name === 'glue.lead')).toMatchObject({ value: '- ', count: 4, of: 4 });
});
