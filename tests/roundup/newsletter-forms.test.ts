import { describe, expect, test } from 'vitest';
import { wordsLost } from '../../scripts/reprint/figures.ts';
import { partsOf, reprint } from '../../scripts/reprint/reprint.ts';
import { learnStyle, type PastIssue } from '../../src/roundup/learn-style.ts';
import { FURTHER_NEWSLETTER_FORMS } from '../fixtures/further-newsletter-forms.ts';
import { MORE_NEWSLETTER_FORMS } from '../fixtures/more-newsletter-forms.ts';
import { NEWSLETTER_FORMS } from '../fixtures/newsletter-forms.ts';
import { ODD_NEWSLETTER_FORMS } from '../fixtures/odd-newsletter-forms.ts';
import { OTHER_NEWSLETTER_FORMS } from '../fixtures/other-newsletter-forms.ts';

/** An entry as the table says it: its shape, its links as title, address and byline, and its commentary. */
type Told = [shape: string, links: string[], commentary: string];

interface Parts {
  sections: {
    name: string;
    intro: string;
    entries: { shape: string; links: { title: string; url: string; byline: string }[]; commentary: string }[];
  }[];
}

function told({ sections }: Parts): Record<string, Told[]> {
  return Object.fromEntries(
    sections.map(({ name, intro, entries }) => [
      intro === '' ? name : `${name} / ${intro}`,
      entries.map(
        ({ shape, links, commentary }): Told => [
          shape,
          links.map(({ title, url, byline }) => [title, url, byline].join(' | ')),
          commentary,
        ],
      ),
    ]),
  );
}

describe('an issue in the style of its siblings is printed again byte for byte, from its parts', () => {
  const all = [
    ...NEWSLETTER_FORMS,
    ...MORE_NEWSLETTER_FORMS,
    ...FURTHER_NEWSLETTER_FORMS,
    ...ODD_NEWSLETTER_FORMS,
    ...OTHER_NEWSLETTER_FORMS,
  ];
  for (const { name, issue, sections } of all) {
    test(name, async () => {
      const file = (number: number): PastIssue => ({ fileName: `${number}.md`, markdown: issue(number) });
      const learned = learnStyle([file(11), file(12)]);
      const own = file(13);
      const printed = await reprint(learned, own);
      expect(told(partsOf(printed) as Parts)).toEqual(sections(13));
      expect(printed.markdown).toBe(own.markdown);
      expect(wordsLost(own.markdown, printed.markdown)).toBe(0);
    });
  }
});
