// @vitest-environment jsdom
import { cleanup, render as draw } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { Preview } from '../../desk/preview.tsx';
import { DEFAULT_STYLE, HouseStyle } from '../../src/domain/house-style.ts';
import { render } from '../../src/roundup/render.ts';
import { ADDRESSES, ATTACKS } from '../fixtures/attacks.ts';
import { dangersIn } from '../fixtures/dangers.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { hostileMarkdown } from '../roundup/hostile-markdown.ts';

afterEach(cleanup);

/** What prints the entries, in all the ways in which a template may. */
const liquid = fc.constantFrom(
  '{{ link.title }}', '{{ link.title | raw }}', '{{ link.address }}', '{{ link.address | raw }}', '[x]({{ link.address | raw }})',
  '[{{ link.title | raw }}](javascript:{{ link.title }})', '<a href="{{ link.address | raw }}">', '{{ links }}', '{{ byline }}',
  '{{ commentary }}', '{{ commentary | raw }}', '{{ section.name | raw }}', '{{ issue.title | raw }}', '{{ issue.letter }}',
  '{% for section in sections %}{{ section.body }}{% endfor %}', '{% if linked %}a{% else %}b{% endif %}', '{{ glue.lead }}',
  '{{ "<script>hacked()</script>" | raw }}', '{{ "javascript:hacked()" | append: link.address }}', '{{ entry | json }}',
); // biome-ignore format: a list
/** What is none, and none that ends. */
const broken = fc.constantFrom('{{', '}}', '{% if', '{% endif %}', '{{ x | md5 }}', '{% include "x" %}', '{% raw %}');
const attack = fc.oneof(fc.constantFrom(...ATTACKS), hostileMarkdown, fc.string());

/** Half of all templates are as they were, and most of the others can be read. */
const template = (usual: string) => {
  const piece = fc.oneof(
    { weight: 40, arbitrary: fc.oneof(liquid, fc.constant(usual)) },
    // Braces would nearly always be a fault of the template.
    { weight: 40, arbitrary: attack.map((text) => text.replace(/[{}]/g, '')) },
    { weight: 4, arbitrary: fc.oneof(broken, attack) },
  );
  return fc.oneof(
    fc.constant(usual),
    fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  );
};
const each = <T extends Record<string, string>>(texts: T, to: (text: string) => fc.Arbitrary<string>) =>
  fc.record(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, to(text)])));

const { frame, heading, link, shapes, glue } = DEFAULT_STYLE;
const hostileStyle = fc
  .record({
    ...{ frame: template(frame), heading: template(heading), link: template(link), shapes: each(shapes, template) },
    glue: each(glue, (usual) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, attack)),
  })
  // As it comes out of a backup or a learned style.
  .map((style) => HouseStyle.parse({ ...DEFAULT_STYLE, ...style }));
const hostileEntry = fc.record({
  title: attack,
  byline: attack,
  address: fc.constantFrom(...ADDRESSES, 'https://a.example/'),
  commentary: attack,
});

test('whatever a house style says, its issue prints or the style is told to be wrong, and nothing in the preview acts', () => {
  const { newsletter, issue, articles, odds } = aNewsletter();
  let drawn = 0;
  fc.assert(
    fc.property(hostileStyle, fc.array(hostileEntry, { minLength: 4, maxLength: 4 }), attack, (style, given, title) => {
      const entries = given.map(({ commentary, ...link }, at) =>
        anEntry({
          id: `e${at}`,
          issueId: issue.id,
          sectionId: at < 2 ? articles : odds,
          rank: `a${at}`,
          shape: (['headline', 'inline', 'one-liner', 'listing'] as const)[at] ?? 'headline',
          commentary,
          links: [aLink(link)],
        }),
      );
      let markdown: string;
      try {
        ({ markdown } = render({ ...issue, title, letter: title }, entries, { ...newsletter, style }));
      } catch (error) {
        // The template engine's own, which name the template; anything else is a mistake of ours.
        expect(error).toMatchObject({ name: expect.stringMatching(/^(?:Parse|Render|Tokenization|Assertion)Error$/) });
        return;
      }
      drawn += 1;
      const { container, unmount } = draw(<Preview markdown={markdown} subtitle={title} />);
      const dangers = dangersIn(container);
      unmount();
      expect(dangers).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(drawn).toBeGreaterThan(20);
});
