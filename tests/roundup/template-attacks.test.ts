import { describe, expect, test } from 'vitest';
import { DEFAULT_STYLE } from '../../src/domain/house-style.ts';
import { HouseTemplates } from '../../src/roundup/house-templates.ts';
import { Markdown } from '../../src/roundup/markdown.ts';
import { styleFaultOf } from '../../src/roundup/style-fault.ts';

/** What a frame with this template prints. */
function print(frame: string): string {
  return new HouseTemplates({ ...DEFAULT_STYLE, frame }).frame({ issue: { title: 'T', number: 1 } });
}

const loop = (times: string, body: string) => `{% for i in ${times} %}${body}{% endfor %}`;

describe('is refused, with its place:', () => {
  test.each([
    ['loops in loops', loop('(1..10000)', loop('(1..10000)', 'x')), /render limit/],
    ['loops that do nothing', loop('(1..9000)', loop('(1..9000)', '')), /render limit/],
    ['a huge range', '{{ (1..100000000) | size }}', /memory/],
    ['a loop over a huge range', loop('(1..99999999999)', 'x'), /memory/],
    [
      'text that doubles',
      `{% assign a = "xxxxxxxxxx" %}${loop('(1..100)', '{% assign a = a | append: a %}')}`,
      /memory/,
    ],
    [
      'text that grows by replacing',
      `{% assign a = "aaaa" %}${loop('(1..20)', '{% assign a = a | replace: "a", "aaaaaaaa" %}')}`,
      /memory/,
    ],
    [
      'lists that double',
      `{% assign a = "1,2" | split: "," %}${loop('(1..40)', '{% assign a = a | concat: a %}')}`,
      /memory/,
    ],
    ['a long date', '{{ "2020-01-01" | date: "%1000000000d" }}', /memory/],
    ['a long slice', '{{ "abc" | slice: 0, 1000000000 }}', /memory/],
    ['a table of millions', '{% tablerow a in (1..9000000) cols:1 %}x{% endtablerow %}', /limit/],
    [
      'work that is done again and again',
      loop('(1..1000000)', '{{ "aaaaaaaaaaaaaaaaaaaa" | split: "" | sort | join: "" }}'),
      /limit/,
    ],
    ['an expression for each item', '{% assign a = (1..20000) %}{{ a | where_exp: "x", "a contains x" }}', /where_exp/],
    ['a search by expression', '{% assign a = (1..20000) %}{{ a | find_exp: "x", "a contains -1" }}', /find_exp/],
    ['thousands of filters in one tag', `{% assign a = (1..100000) %}{{ a ${'| sort '.repeat(5000)} }}`, /memory/],
    [
      'thousands of comparisons in one tag',
      `{% assign a = (1..100000) %}{% if ${'a contains "q" or '.repeat(2000)} true %}{% endif %}`,
      /memory/,
    ],
    ['megabytes to escape', `{% assign a = "[" %}${'{% assign a = a | append: a %}'.repeat(22)}{{ a }}`, /memory/],
    ['another file', '{% include "x" %}', /x/],
    ['a file elsewhere', '{% render "../../etc/passwd" %}', /passwd/],
    ['a layout', '{% layout "x" %}', /x/],
    ['a filter that is not there', '{{ 1 | md5 }}', /undefined filter/],
    ['a tag that is not closed', 'Hello\n{% if issue.title', /not closed/],
  ])('%s', (_, frame, reason) => {
    let fault: unknown;
    try {
      print(frame);
    } catch (error) {
      fault = error;
    }
    expect(styleFaultOf(fault).reason).toMatch(reason);
    expect(styleFaultOf(fault).line).toBeGreaterThan(0);
  });

  test.each([
    ['megabytes of plain text', loop('(1..2000)', 'x'.repeat(10_000))],
    ['a template of a megabyte', 'x'.repeat(1_000_000)],
    ['tags nested thousands deep', '{% if true %}'.repeat(7000) + '{% endif %}'.repeat(7000)],
  ])('%s, as a whole', (_, frame) => {
    expect(() => print(frame)).toThrow();
  });
});

describe('a link is printed no further than it may be, though it says its title thousands of times:', () => {
  const link = '{{link.title}}'.repeat(3_500);
  /** What is wrong with a style that prints links so, and how often the title was escaped until that was known. */
  const fault = (template: string, title: string) => {
    let escaped = 0;
    const counting = {
      toString: () => {
        escaped += 1;
        return title;
      },
    };
    const templates = new HouseTemplates({ ...DEFAULT_STYLE, link: template });
    try {
      const said = { title: counting, byline: new Markdown('') };
      templates.entry('headline', { entry: { links: [] }, linked: false }, [{ link: said, glue: undefined }]);
    } catch (error) {
      return { ...styleFaultOf(error), escaped };
    }
    return { escaped };
  };

  test.each([
    // Escaping takes 20 for each character of 20 million; what is one too much is asked for before it is escaped.
    ['10,000 characters', '[_a*]'.repeat(2_000), { column: 1_401, within: 101 }],
    ['100,000 characters', 'words'.repeat(20_000), { column: 141, within: 11 }],
  ])('one of %s', (_, title, { column, within }) => {
    const { escaped, ...said } = fault(link, title);
    expect(said).toEqual({ line: 1, column, reason: expect.stringMatching(/memory/) });
    // A little without liquidjs, and all with it for the place.
    expect(escaped).toBeLessThanOrEqual(within * 1.1);
    expect(fault(`${link}{% comment %}{% endcomment %}`, title)).toMatchObject(said);
  });
});

describe('is harmless:', () => {
  test.each([
    [
      'prototypes',
      '{{ issue.constructor }}{{ issue.__proto__ }}{{ "x".constructor.constructor }}{{ glue.toString }}',
      '',
    ],
    ['what one template counts, another does not see', '{% increment n %}', '0'],
    ['numbers without end', '{{ 1e308 | times: 1e308 }}', '0'],
  ])('%s', (_, frame, printed) => {
    expect(print(frame)).toBe(printed);
    expect(print(frame)).toBe(printed);
  });
});

test('templates that are slow for each entry do not add up', () => {
  const slow = loop('(1..9000)', loop('(1..9000)', ''));
  const templates = new HouseTemplates({ ...DEFAULT_STYLE, heading: slow });
  const before = performance.now();
  for (let entry = 0; entry < 200; entry += 1) expect(() => templates.heading({})).toThrow(/render limit/);
  // 200 times a second would be minutes; all together have one, and this machine may be busy.
  expect(performance.now() - before).toBeLessThan(60_000);
});
