import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_REFERENCE, DEFAULT_STYLE } from '../../src/domain/house-style.ts';
import { directTemplate } from '../../src/roundup/direct-template.ts';
import { HouseTemplates } from '../../src/roundup/house-templates.ts';
import { Markdown } from '../../src/roundup/markdown.ts';
import { styleFaultOf } from '../../src/roundup/style-fault.ts';

const liquid = new Liquid({ outputEscape: String });
const isDirect = (template: string) => directTemplate(liquid.parse(template), String) !== null;

describe('is printed without liquidjs:', () => {
  test.each([
    ['what a style begins with', DEFAULT_STYLE.link],
    ['its headings', DEFAULT_STYLE.heading],
    ['a reference', DEFAULT_REFERENCE],
    ...Object.entries(DEFAULT_STYLE.shapes),
    ['a condition of several', '{% if not link.tag and shape != "note" or linked == true %}x{% endif %}'],
  ])('%s', (_, template) => {
    expect(isDirect(template)).toBe(true);
  });
});

describe('is left to liquidjs:', () => {
  test.each([
    ['a filter', '{{ link.title | upcase }}'],
    ['a filter that leaves Markdown alone', '{{ link.title | raw }}'],
    ['a filter in a condition', '{% if link.title | size %}x{% endif %}'],
    ['a filter inside of a condition', '{% if linked %}{{ link.title | upcase }}{% endif %}'],
    ['a filter behind else', '{% unless linked %}x{% else %}{{ link.title | upcase }}{% endunless %}'],
    ['a loop', '{% for link in entry.links %}x{% endfor %}'],
    ['a name that is given', '{% assign linked = 1 %}{{ linked }}'],
    ['a count', '{{ entry.links.size }}'],
    ['the first of a list', '{{ entry.links.first }}'],
    ['one of a list', '{{ entry.links[0].title }}'],
    ['a name that is looked up', '{{ link[shape] }}'],
    ['a range', '{{ (1..3) }}'],
    ['nothing by its name', '{% if linked == nil %}x{% endif %}'],
    ['an order', '{% if shape > "a" %}x{% endif %}'],
    ['a search', '{% if shape contains "list" %}x{% endif %}'],
  ])('%s', (_, template) => {
    expect(isDirect(template)).toBe(false);
  });
});

/** Says nothing, but is something that only liquidjs knows. */
const NOTHING = '{% comment %}{% endcomment %}';

/** What an entry prints with this template, or why it cannot, and what it used. */
function print(note: string, words: object, glue = {}) {
  const templates = new HouseTemplates({ ...DEFAULT_STYLE, shapes: { ...DEFAULT_STYLE.shapes, note } });
  const context = { entry: { links: [] }, linked: false, ...words };
  try {
    const text = templates.entry('note', context, [], glue);
    return { text, used: templates.used };
  } catch (error) {
    return { fault: styleFaultOf(error).reason };
  }
}

const name = fc.constantFrom('a', 'b', 'linked', 'entry', 'glue', 'constructor', '__proto__', 'toString', 'length');
const path = fc
  .array(fc.oneof(name, fc.constantFrom('source', 'links', 'lead', 'body', 'after')), { minLength: 1, maxLength: 3 })
  .map((names) => names.join('.'));
const operand = fc.oneof(
  { weight: 4, arbitrary: path },
  fc.constantFrom('"x"', "''", '1', '0', 'true', 'false', 'nil'),
);
const comparison = fc.tuple(operand, fc.constantFrom('==', '!='), operand).map((parts) => parts.join(' '));
const condition = fc
  .array(fc.tuple(fc.constantFrom('and', 'or', 'and not'), fc.oneof(operand, comparison)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.flat().slice(1).join(' '));
const { template } = fc.letrec<{ template: string; node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('text', ' \n', '*a*', '{{ a -}} \n', '\n {%- if b -%} {% endif %}'),
    operand.map((value) => `{{ ${value} }}`),
    condition.map((value) => `{{ ${value} }}`),
    fc
      .tuple(fc.constantFrom('if', 'unless'), condition, tie('template'), condition, tie('template'), tie('template'))
      .map(
        ([tag, one, first, two, second, other]) =>
          `{% ${tag} ${one} %}${first}{% elsif ${two} %}${second}{% else %}${other}{% end${tag} %}`,
      ),
  ),
  template: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
}));
const text = fc.oneof(fc.constantFrom('', 'x', '*x* [y] <b>', 'https://a.example/_x_'), fc.string({ maxLength: 8 }));
const value = fc.oneof(
  text,
  text.map((source) => new Markdown(source)),
  fc.array(fc.constant('x'), { maxLength: 1 }),
  fc.constantFrom(undefined, null, true, false, 0, 1, { a: 'x', source: new Markdown('*x*') }),
);
const words = fc.record({ a: value, b: value, entry: fc.record({ links: value, a: value }) }, { requiredKeys: [] });
const someGlue = fc.dictionary(fc.constantFrom('lead', 'body', 'after', '__proto__'), fc.constantFrom('', '- ', '*'));

test('prints what liquidjs prints, and uses as much of the memory', () => {
  fc.assert(
    fc.property(template, words, someGlue, (printed, given, own) => {
      expect(print(printed, given, own)).toEqual(print(printed + NOTHING, given, own));
    }),
    { numRuns: 1_500 },
  );
});

test('what is too much for liquidjs is too much without it, and said in the same words', () => {
  const words = { a: '['.repeat(600_000), b: new Markdown('x'.repeat(3_000_000)) };
  for (const much of ['{{ a }}{{ a }}', '{{ b }}{{ b }}', '{% if a == b %}{% endif %}'.repeat(9), '{{ b }}{{ a }}']) {
    const { fault, ...printed } = print(much, words);
    expect(printed).toEqual({});
    expect(fault).toMatch(/memory/);
    expect(print(much + NOTHING, words).fault).toBe(fault);
  }
});
