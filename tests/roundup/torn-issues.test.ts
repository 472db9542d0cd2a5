import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/roundup/issue-records.ts';
import { type LearnedStyle, learnStyle } from '../../src/roundup/learn-style.ts';
import { learnedNewsletter } from '../../src/roundup/learned-newsletter.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { render } from '../../src/roundup/render.ts';
import { MORE_NEWSLETTER_FORMS } from '../fixtures/more-newsletter-forms.ts';
import { NEWSLETTER_FORMS } from '../fixtures/newsletter-forms.ts';

/** What a file looks like after somebody has torn it. */
type Tear =
  | { kind: 'drop' | 'double'; at: number }
  | { kind: 'cut'; at: number }
  | { kind: 'swap'; at: number; with: number }
  | { kind: 'write'; at: number; text: string };

const NOISE = [
  ...[' ', '\n', '\n\n', '\t', '\u00a0', '---\n', '***', '* ', '[x]', '](', '**', '<br/>', '## ', '# H\n', '> ', '`'],
  ...[
    '```\n',
    '{% raw %}',
    '{{ x }}',
    '<!--',
    '-->',
    '<div>\n',
    '[1]: https://d.example\n',
    '[a][1]',
    '\r\n',
    '\\',
    '|',
  ],
  ...[
    'https://bare.example/x',
    '<a href="u">w</a>',
    '+++\n',
    '1. ',
    '&amp;',
    '*',
    '_',
    '()',
    '[]()',
    '\u{f0000}',
    '| [t](u) | b |\n|---|---|\n',
    '![p](p.png)\n\n',
    'PS: bye\n\n',
    '2 Feb: [d](d)\n',
    '{n}. ',
  ],
];

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const tear: fc.Arbitrary<Tear> = fc.oneof(
  fc.record({ kind: fc.constantFrom('drop', 'double'), at: place }),
  fc.record({ kind: fc.constant('cut'), at: place }),
  fc.record({ kind: fc.constant('swap'), at: place, with: place }),
  fc.record({ kind: fc.constant('write'), at: place, text: fc.constantFrom(...NOISE) }),
);

function torn(markdown: string, how: Tear): string {
  const from = Math.floor(how.at * markdown.length);
  if (how.kind === 'cut') return markdown.slice(0, from);
  if (how.kind === 'write') return markdown.slice(0, from) + how.text + markdown.slice(from);
  const blocks = markdown.split('\n\n');
  const at = Math.floor(how.at * blocks.length);
  const block = blocks[at] ?? '';
  if (how.kind === 'swap') {
    const other = Math.floor(how.with * blocks.length);
    [blocks[at], blocks[other]] = [blocks[other] ?? '', block];
  } else blocks.splice(at, how.kind === 'drop' ? 1 : 0, ...(how.kind === 'double' ? [block] : []));
  return blocks.join('\n\n');
}

/** The same tears in each normal run; with ROUNDUP_WHOLE=1 many, and others each time. */
const RUNS = process.env.ROUNDUP_WHOLE === '1' ? { numRuns: 600 } : { numRuns: 20, seed: 1 };

/** An issue as its records print it, in a learned style. */
function printedAgain(markdown: string, learned: LearnedStyle): string {
  let ids = 0;
  const making = { newId: () => `id-${++ids}`, now: 0 };
  const parsed = parseIssue(markdown, learned);
  const newsletter = learnedNewsletter('Torn', learned, making);
  const made = recordsOf(parsed, { fileName: '13.md', markdown }, newsletter, making);
  return render(made.issue, made.entries, made.newsletter).markdown;
}

test.each([
  [
    'definitions are letter and closing',
    '[1]: https://d.example\n## One\n\n[a][1] - Ada Quill\n\n[1]: https://d.example\n',
  ],
  ['comments are the first and the last thing', '<!-- c -->\n\n{ x }\n\n<!-- c -->\n\n'],
  ['an intro and the postscript are the same', '## One\n\nPS: bye\n\n## Two\n\n[a](https://a.example)\n\nPS: bye\n\n'],
  ['a definition alone stands behind a rule', '## One\n\n---\n\n[1]: https://d.example\n## Two\n\n'],
])('where %s, an issue is printed as it is', (_, markdown) => {
  for (const { issue } of [...NEWSLETTER_FORMS, ...MORE_NEWSLETTER_FORMS]) {
    const learned = learnStyle([11, 12].map((number) => ({ fileName: `${number}.md`, markdown: issue(number) })));
    expect(printedAgain(markdown, learned)).toBe(markdown);
  }
});

describe('however an issue is torn, its records print it again as it is', () => {
  for (const { name, issue } of [...NEWSLETTER_FORMS, ...MORE_NEWSLETTER_FORMS]) {
    const learned = learnStyle([11, 12].map((number) => ({ fileName: `${number}.md`, markdown: issue(number) })));
    test(name, () => {
      fc.assert(
        fc.property(fc.array(tear, { minLength: 1, maxLength: 5 }), (tears) => {
          const markdown = tears.reduce(torn, issue(13));
          expect(printedAgain(markdown, learned)).toBe(markdown);
        }),
        RUNS,
      );
    });
  }
});
