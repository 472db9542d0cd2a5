import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { changeSection, type Newsletter } from '../../src/domain/newsletter.ts';
import { render } from '../../src/roundup/render.ts';
import { styleFaultOf } from '../../src/roundup/style-fault.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { hostileMarkdown } from './hostile-markdown.ts';

const { newsletter, issue, articles, odds } = aNewsletter();

/** What is printed, or the fault of the style that prevents it. */
function printed(entries: readonly Entry[], of: Newsletter): unknown {
  try {
    return render(issue, entries, of);
  } catch (error) {
    return styleFaultOf(error);
  }
}

/** The same from records that nothing can be remembered of. */
const afresh = (entries: readonly Entry[], of: Newsletter) =>
  printed(structuredClone(entries) as Entry[], structuredClone(of));

const styled = (fields: Partial<Newsletter['style']>): Newsletter => ({
  ...newsletter,
  style: { ...newsletter.style, ...fields },
});
const withGlue = (glue: Partial<Newsletter['style']['glue']>) =>
  styled({ glue: { ...newsletter.style.glue, ...glue } });

const newsletters: Newsletter[] = [
  newsletter,
  withGlue({ lead: '{n}. ', byline: ', by ' }),
  styled({ link: '{{ link.title | upcase }} {{ link.address }}' }),
  styled({
    shapes: { ...newsletter.style.shapes, headline: '{% for i in (1..3) %}{{ links }}{% endfor %}{{ commentary }}' },
  }),
  styled({ shapes: { ...newsletter.style.shapes, headline: '{{ links | no_such_filter }}' } }),
  changeSection(newsletter, articles, { glue: { lead: '- ', byline: ' / ' } }, 2_000),
];

const ids = ['a', 'b', 'c', 'd'];
const entry = fc.record({
  id: fc.constantFrom(...ids),
  sectionId: fc.constantFrom(articles, odds, null),
  rank: fc.constantFrom('a0', 'a1', 'a2'),
  shape: fc.constantFrom('headline' as const, 'inline' as const, 'one-liner' as const, 'listing' as const),
  commentary: fc.oneof(hostileMarkdown, fc.constantFrom('', 'Words.', 'See [it](https://a.example/x).')),
  title: fc.constantFrom('A title', 'A *starred* [one]', ''),
  withLink: fc.boolean(),
});
const change = fc.record({ entry, style: fc.nat(newsletters.length - 1), goes: fc.boolean() });

test('after any changes an issue prints as it does from records that were never printed', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 2, maxLength: 12 }), (changes) => {
      const entries = new Map<string, Entry>();
      for (const { entry: now, style, goes } of changes) {
        const { title, withLink, ...fields } = now;
        if (goes && entries.has(now.id)) entries.delete(now.id);
        else
          entries.set(
            now.id,
            anEntry({ ...fields, links: withLink ? [aLink({ address: 'https://a.example/x', title })] : [] }),
          );
        const of = newsletters[style] ?? newsletter;
        expect(printed([...entries.values()], of)).toEqual(afresh([...entries.values()], of));
      }
    }),
    { numRuns: 100 },
  );
});

test('what was printed before counts for the limits of the templates: too much stays too much', () => {
  // Each uses about a third of what all of them may.
  const long = (id: string) => anEntry({ id, sectionId: articles, commentary: id.repeat(1_700_000) });
  const [one, two, three, four] = ids.map(long) as [Entry, Entry, Entry, Entry];
  expect(printed([one, two], newsletter)).toEqual(afresh([one, two], newsletter));
  expect(printed([three, four], newsletter)).toEqual(afresh([three, four], newsletter));
  expect(printed([one, two, three, four], newsletter)).toEqual({
    line: 0,
    column: 0,
    reason: expect.stringContaining('memory'),
  });
  expect(printed([one, two, three, four], newsletter)).toEqual(afresh([one, two, three, four], newsletter));
});

test('a template that asks for the time is asked again', () => {
  const timed = styled({
    shapes: { ...newsletter.style.shapes, note: '{{ "now" | date: "%s" }}000 {{ commentary }}' },
  });
  const note = anEntry({ id: 'a', sectionId: articles, commentary: 'A' });
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
  expect(printed([note], timed)).toMatchObject({ markdown: expect.stringContaining('1000 A') });
  vi.setSystemTime(2_000);
  expect(printed([note], timed)).toMatchObject({ markdown: expect.stringContaining('2000 A') });
  vi.useRealTimers();
});
