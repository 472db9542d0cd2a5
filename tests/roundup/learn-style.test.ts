import { describe, expect, test } from 'vitest';
import { learnStyle } from '../../src/roundup/learn-style.ts';

/** An issue of a newsletter that prints in its own way. */
function issue(number: number, fields: { day: string; date: string; career?: string; rule?: string }) {
  const { day, date, career = 'Your Career', rule = '\n\n* * *\n\n' } = fields;
  const markdown = `---
layout: mail
title: 'Pots ${number}'
date: ${date}
---

# Pots and Pans #${number}, ${day}

Dear all of ${day}.

### Kettles

[One](https://a.example/${number}) by Ada
They whistle.${rule}[Two](https://b.example/${number}) by Bea
They do not.

### ${career}

+ [Three](https://c.example/${number}) | Cid: x
+ [Four](https://d.example/${number}) | Dee: y

### Odds

1. [Five](https://e.example/${number})
2. [Six](https://f.example/${number})
3. [Seven](https://g.example/${number})

`;
  return { fileName: `${number}.md`, markdown };
}

const learned = learnStyle([
  issue(7, { day: '1 Jan 2026', date: '2026-01-01' }),
  issue(8, { day: '8 Jan 2026', date: '2026-01-08', career: 'Your career' }),
  issue(9, { day: '15 Jan 2026', date: '2026-01-15', rule: '\n\n' }),
]);

describe('the house style is learned from past issues', () => {
  test('with the glue that is usual, to the space', () => {
    expect(learned.style.glue).toMatchObject({ heading: '### ', body: '\n', byline: ' by ', end: '\n\n' });
    expect(learned.sections[0]).toMatchObject({ name: 'Kettles', separator: '\n\n* * *\n\n' });
  });

  test('with the sections in their order, under every name they had', () => {
    expect(learned.sections.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Kettles', []],
      ['Your Career', ['Your career']],
      ['Odds', []],
    ]);
  });

  test('with the bullets and the numbers of each section', () => {
    const leads = learned.sections.map(({ glue }) => glue.lead ?? learned.style.glue.lead);
    expect(leads).toEqual(['', '+ ', '{n}. ']);
  });

  test('with the form of titles and dates', () => {
    expect(learned.issueTitle).toBe('Pots and Pans #{{ issue.number }}, {{ issue.date | date: "%-d %b %Y" }}');
    expect(learned.style.frame).toContain(
      "title: {% if issue.front_title %}{{ issue.front_title }}{% else %}'Pots {{ issue.number }}'",
    );
  });

  test('with the evidence of each rule', () => {
    const rule = learned.rules.find(({ name }) => name === 'glue.heading');
    expect(rule).toEqual({ name: 'glue.heading', value: '### ', count: 9, of: 9, others: [] });
  });
});

test('parts of a name are the same section where both are never in one issue', () => {
  const one = (name: string) => ({ fileName: '1.md', markdown: `## ${name}\n\n- [A](https://a.example)\n` });
  const { sections } = learnStyle([one('Products and Working with Communities'), one('Working with Communities')]);
  expect(sections.map(({ name, aliases }) => [name, aliases])).toEqual([
    ['Products and Working with Communities', ['Working with Communities']],
  ]);
});

test('a house that puts bullets before links alone has none before its texts', () => {
  const mixed = (number: number) => ({
    fileName: `${number}.md`,
    markdown: `## Jobs

- [Cook ${number}](https://c.example/${number}) - The Pot
- [Baker ${number}](https://b.example/${number}) - The Pan

Looking for more? [Ask us](https://ask.example/${number}).

## Odds

- Read [this](https://t.example/${number}) too.
- And [that](https://h.example/${number}) as well.
`,
  });
  const { style, sections } = learnStyle([mixed(1), mixed(2)]);
  expect([style.glue.lead, style.glue.textLead]).toEqual(['- ', undefined]);
  expect(sections.map(({ name, glue }) => [name, glue.lead, glue.textLead])).toEqual([
    ['Jobs', undefined, ''],
    ['Odds', undefined, undefined],
  ]);
});
