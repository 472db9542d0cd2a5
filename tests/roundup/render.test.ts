import { describe, expect, test } from 'vitest';
import { changeSection, type Newsletter } from '../../src/domain/newsletter.ts';
import { render, renderEntry } from '../../src/roundup/render.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

const { newsletter, issue, articles, odds } = aNewsletter();
const RULE = '\n\n----------\n\n';

const freezer = anEntry({
  id: 'freezer',
  sectionId: articles,
  links: [aLink({ address: 'https://bench.example/freezer', title: 'Who owns it?', byline: 'Orla *et al*, Bench' })],
  commentary: 'Two spaces.  Kept.\n\n- as\n- typed',
});

function roundupOf(...entries: Parameters<typeof render>[1]): string {
  const { markdown } = render(issue, entries, newsletter);
  return markdown.slice(markdown.indexOf('## '));
}

describe('the frame', () => {
  test('holds front matter, the lint comments, the heading and the letter', () => {
    const dated = {
      ...issue,
      number: 133,
      date: '2022-08-20',
      subtitle: 'A "quoted" one',
      letter: 'Hi -  there.\n\nBye.',
    };
    expect(render(dated, [], newsletter).markdown).toBe(
      '---\ntitle: "#133 - 20 Aug 2022"\nsubtitle: "A \\"quoted\\" one"\ndate: 2022-08-20\nlayout: email\n---\n\n' +
        '<!-- markdownlint-disable MD033 -->\n<!-- markdownlint-disable MD049 -->\n\n' +
        '# Small Findings #133, 20 Aug 2022\n\nHi -  there.\n\nBye.\n',
    );
  });

  test('prints the first day of a month as that day, wherever the editor sits', () => {
    expect(render({ ...issue, date: '2022-01-01' }, [], newsletter).markdown).toContain('- 1 Jan 2022"');
  });

  test('prints a picture’s address and a closing text only where there is one', () => {
    const framed = { ...issue, frame: { hero: 'https://a.example/b.jpg', closing: '## That’s it…' } };
    const { markdown } = render(framed, [freezer], newsletter);
    expect(markdown).toContain('layout: email\nhero-img: https://a.example/b.jpg\n---\n');
    expect(markdown.endsWith(`- typed${RULE}## That’s it…\n`)).toBe(true);
    expect(render(issue, [], newsletter).markdown).not.toContain('hero-img');
  });
});

describe('the sections', () => {
  test('stand in their order, apart by a rule; empty ones are left out', () => {
    const spoon = anEntry({ id: 'spoon', sectionId: odds, shape: 'one-liner', commentary: 'Spoons.' });
    expect(roundupOf(spoon)).toBe('## Odds\n\nSpoons.\n');
    expect(roundupOf(spoon, { ...freezer, commentary: 'Cold.' })).toBe(
      `## Articles\n\n[Who owns it?](https://bench.example/freezer) - Orla *et al*, Bench\n\nCold.${RULE}## Odds\n\nSpoons.\n`,
    );
  });

  test('hold their entries by rank, apart by a rule; one-liners and listings apart by an empty line', () => {
    const one = (id: string, rank: string) =>
      anEntry({ id, rank, sectionId: odds, shape: 'one-liner', commentary: `${id}.` });
    const full = { ...freezer, sectionId: odds, rank: 'a3', commentary: 'Cold.' };
    expect(roundupOf(full, one('b', 'a2'), one('a', 'a1'))).toBe(
      `## Odds\n\na.\n\nb.${RULE}[Who owns it?](https://bench.example/freezer) - Orla *et al*, Bench\n\nCold.\n`,
    );
  });

  test('set their entries apart in their own way where they have one', () => {
    const starred: Newsletter = changeSection(newsletter, odds, { separator: '\n\n* * *\n\n' }, 1);
    const one = (id: string) => anEntry({ id, sectionId: odds, shape: 'one-liner', commentary: `${id}.` });
    expect(render(issue, [one('a'), one('b')], starred).markdown).toContain('## Odds\n\na.\n\n* * *\n\nb.\n');
  });

  test('print the intro that this issue has for them, and stay away where it leaves them out', () => {
    const sections = { [articles]: { intro: 'Bit long!', leftOut: false }, [odds]: { intro: '', leftOut: true } };
    const spoon = anEntry({ id: 'spoon', sectionId: odds, shape: 'one-liner', commentary: 'Spoons.' });
    const { markdown } = render({ ...issue, sections }, [spoon], newsletter);
    expect(markdown).toContain('## Articles\n\nBit long!\n');
    expect(markdown).not.toContain('Spoons');
  });

  test('that are gone give their entries to the end of the issue', () => {
    const removed = changeSection(newsletter, articles, { deletedAt: 5 }, 5);
    const spoon = anEntry({ id: 'spoon', sectionId: odds, shape: 'one-liner', commentary: 'Spoons.' });
    const { markdown } = render(issue, [freezer, spoon], removed);
    expect(markdown.slice(markdown.indexOf('## '))).toMatch(/^## Odds\n\nSpoons\.\n\n-{10}\n\n\[Who owns it\?\]/);
  });

  test('have their names escaped', () => {
    const named = changeSection(newsletter, articles, { name: 'C# & {{ site.title }}' }, 1);
    expect(render(issue, [freezer], named).markdown).toMatch(/^## C# & &#123;(\{|&#123;) site\.title }}$/m);
    const sharp = changeSection(newsletter, articles, { name: 'C#' }, 1);
    expect(render(issue, [freezer], sharp).markdown).toContain('## C\\#\n');
  });
});

describe('the shapes', () => {
  const link = aLink({ address: 'https://a.example/x', title: 'Title', byline: 'Ada' });
  const entry = anEntry({ id: 'e', links: [link], commentary: 'Words.' });
  const inText = 'See [these words](https://a.example/x) first.';

  test.each([
    ['headline', entry, '[Title](https://a.example/x) - Ada\n\nWords.'],
    ['headline without commentary', { ...entry, commentary: '' }, '[Title](https://a.example/x) - Ada'],
    [
      'headline with two links',
      { ...entry, links: [link, aLink({ address: 'https://b.example/', title: 'Other' })] },
      '[Title](https://a.example/x) - Ada<br/>\n[Other](https://b.example/)\n\nWords.',
    ],
    ['inline', { ...entry, shape: 'inline' as const, commentary: inText }, inText],
    ['one-liner with its link in the text', { ...entry, shape: 'one-liner' as const, commentary: inText }, inText],
    ['one-liner without it', { ...entry, shape: 'one-liner' as const }, '[Title](https://a.example/x) - Ada - Words.'],
    [
      'one-liner whose address is written escaped in the text',
      {
        ...entry,
        shape: 'one-liner' as const,
        links: [{ ...link, address: "https://a.example/Moore's_law" }],
        commentary: 'See [this](https://a.example/Moore%27s_law).',
      },
      'See [this](https://a.example/Moore%27s_law).',
    ],
    [
      'one-liner of white space',
      { ...entry, shape: 'one-liner' as const, commentary: ' \n' },
      '[Title](https://a.example/x) - Ada',
    ],
    [
      'inline without words',
      { ...entry, shape: 'inline' as const, commentary: '' },
      '[Title](https://a.example/x) - Ada',
    ],
    ['listing', { ...entry, shape: 'listing' as const }, '**[Title](https://a.example/x)** - Ada <br/>\nWords.'],
    ['note', { ...entry, links: [] }, 'Words.'],
    [
      'headline whose page has no title',
      { ...entry, links: [{ ...link, title: '' }] },
      '[a.example/x](https://a.example/x) - Ada\n\nWords.',
    ],
    [
      'headline whose address must not be printed',
      { ...entry, links: [{ ...link, address: 'javascript:alert(1)' }] },
      'Title - Ada\n\nWords.',
    ],
    [
      'headline with a title from a hostile page',
      { ...entry, links: [{ ...link, title: '](https://evil.example) {% include x %} *a*' }] },
      '[\\](https&#58;//evil.example) &#123;% include x %} \\*a\\*](https://a.example/x) - Ada\n\nWords.',
    ],
    [
      'headline with a title that is Markdown',
      { ...entry, links: [{ ...link, title: '*A* `b`', titleIsMarkdown: true }] },
      '[*A* `b`](https://a.example/x) - Ada\n\nWords.',
    ],
  ])('%s', (_, printed, expected) => {
    expect(renderEntry(printed, newsletter)).toBe(expected);
  });
});

test('the rendering says where each entry stands', () => {
  const spoon = anEntry({ id: 'spoon', sectionId: odds, shape: 'one-liner', commentary: 'Spoons.' });
  const { markdown, places } = render({ ...issue, letter: 'Spoons.' }, [spoon, freezer], newsletter);
  expect(places.map(({ entryId, start, end }) => [entryId, markdown.slice(start, end)])).toEqual([
    ['freezer', renderEntry(freezer, newsletter)],
    ['spoon', 'Spoons.'],
  ]);
});

test('a faulty template is named with its line and column', () => {
  const broken: Newsletter = { ...newsletter, style: { ...newsletter.style, heading: 'a\n{% if %}' } };
  expect(() => render(issue, [freezer], broken)).toThrow(/line:2, col:6/);
});

test.each([
  ['a loop without end', '{% for a in (1..1000000000) %}x{% endfor %}'],
  [
    'a doubled string',
    '{% assign a = "xxxxxxxxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
  ],
])('a template cannot hang the page: %s', (_, heading) => {
  const attacking: Newsletter = { ...newsletter, style: { ...newsletter.style, heading } };
  expect(() => render(issue, [freezer], attacking)).toThrow(/limit/);
});

test('a template sees no prototypes', () => {
  const prying: Newsletter = { ...newsletter, style: { ...newsletter.style, heading: '[{{ section.constructor }}]' } };
  expect(render(issue, [freezer], prying).markdown).toContain('[]\n\n');
});
