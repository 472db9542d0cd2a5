import { describe, expect, test } from 'vitest';
import { ageAt, DAY } from '../../desk/age.ts';
import { backlogGroups } from '../../desk/backlog-groups.ts';
import { placeInAddress } from '../../desk/desk-place.ts';
import { excerptOf } from '../../desk/excerpt-of.ts';
import { frameNames } from '../../desk/frame-names.ts';
import { countsOf, issueWords } from '../../desk/issue-counts.ts';
import { groupsOf, positionOf, slotOf, slotsOf, stepFrom } from '../../desk/issue-order.ts';
import { paragraphsOf, runsOf } from '../../desk/markdown-parts.ts';
import { readDate, readNumber } from '../../desk/read-facts.ts';
import { sourceLabel } from '../../desk/source-label.ts';
import { stillUnsettled } from '../../desk/typing.ts';
import { styleFaultOf } from '../../src/roundup/style-fault.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

test('a frame has the texts it prints and those there are; what every object has is none', () => {
  const frame = '{{ issue.number }}{{ issue.closing }}{{ issue.constructor }}{{ issue.toString }}';
  expect(frameNames(frame, { motto: 'Ahoy', hero: 'https://a.example/', empty: '' })).toEqual(['closing', 'motto']);
});

describe('an age', () => {
  test.each([
    [0, 'day', 0],
    [0.9, 'day', 0],
    [1, 'day', 1],
    [13.9, 'day', 13],
    [14, 'week', 2],
    [50, 'week', 7],
    [91, 'month', 2],
    [364, 'month', 11],
    [365, 'year', 1],
    [-3, 'day', 0],
  ] as const)('of %s days is said in %ss: %s', (days, unit, count) => {
    expect(ageAt(1000 * DAY, 1000 * DAY - days * DAY)).toEqual({ unit, count });
  });
});

test('the backlog has this week’s entries first, then the others, and those of six weeks and more last', () => {
  const now = 1000 * DAY;
  const waiting = (id: string, days: number) => anEntry({ id, savedAt: now - days * DAY });
  const groups = backlogGroups(
    [waiting('old', 42), waiting('new', 0), waiting('earlier', 7), waiting('newer', 6.9)],
    now,
  );
  expect(groups.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    ['this-week', ['new', 'newer']],
    ['earlier', ['earlier']],
    ['old', ['old']],
  ]);
});

describe('a step', () => {
  const { newsletter, issue, articles, odds } = aNewsletter();
  const entries = [
    anEntry({ id: 'a', sectionId: articles, rank: 'a0' }),
    anEntry({ id: 'b', sectionId: articles, rank: 'a1' }),
    anEntry({ id: 'c', sectionId: articles, rank: 'a2' }),
    anEntry({ id: 'd', sectionId: odds, rank: 'a0' }),
    anEntry({ id: 'lost', sectionId: null, rank: 'a0' }),
  ];
  const groups = groupsOf(issue, entries, newsletter);

  test.each([
    ['a', 1, { sectionId: articles, before: 'c' }],
    ['b', 1, { sectionId: articles, before: null }],
    ['c', -1, { sectionId: articles, before: 'b' }],
    ['c', 1, { sectionId: odds, before: 'd' }],
    ['d', -1, { sectionId: articles, before: null }],
    ['a', -1, null],
    ['d', 1, null],
    ['lost', -1, { sectionId: odds, before: null }],
    ['lost', 1, null],
    ['unknown', 1, null],
  ] as const)('of %s by %s', (id, by, destination) => {
    expect(stepFrom(groups, [id], by)).toEqual(destination);
  });

  test.each([
    [['a', 'b'], 1, { sectionId: articles, before: null }],
    [['c', 'b'], -1, { sectionId: articles, before: 'a' }],
    [['a', 'c'], 1, { sectionId: odds, before: 'd' }],
    [['c', 'd'], -1, { sectionId: articles, before: 'b' }],
    [['a', 'b', 'c'], -1, null],
  ] as const)('of %j together by %s', (ids, by, destination) => {
    expect(stepFrom(groups, ids, by)).toEqual(destination);
  });

  test('what is lifted can be put down before each of the others and at the end of each section', () => {
    expect(slotsOf(groups, ['b'])).toEqual([
      { sectionId: articles, before: 'a' },
      { sectionId: articles, before: 'c' },
      { sectionId: articles, before: null },
      { sectionId: odds, before: 'd' },
      { sectionId: odds, before: null },
    ]);
    expect(slotOf(groups, ['b'])).toEqual({ sectionId: articles, before: 'c' });
    expect(slotOf(groups, ['c'])).toEqual({ sectionId: articles, before: null });
    // From the backlog.
    expect(slotOf(groups, ['unknown'])).toEqual({ sectionId: odds, before: null });
  });

  test('leads into an empty section', () => {
    const empty = groupsOf(issue, entries.slice(0, 3), newsletter);
    expect(stepFrom(empty, ['c'], 1)).toEqual({ sectionId: odds, before: null });
  });

  test('starts where the entry stands', () => {
    expect(positionOf(groups, 'b')).toEqual({ group: groups[0], at: 1 });
    expect(positionOf(groups, 'unknown')).toBeUndefined();
  });
});

test('an issue counts full entries, one-liners, and the words of commentaries and letter', () => {
  const entries = [
    anEntry({ id: 'a', commentary: 'Three words here.' }),
    anEntry({ id: 'b', shape: 'one-liner', commentary: 'Two words' }),
    anEntry({ id: 'c', shape: 'listing' }),
  ];
  expect(countsOf(entries)).toEqual({ entries: 3, full: 2, oneLiners: 1, words: 5 });
  expect(issueWords({ letter: 'Hello there,', frame: { closing: 'Bye.' } }, entries)).toBe(8);
});

describe('an excerpt', () => {
  test.each([
    ['plain  text\n\nof two', [['plain text of two', false]]],
    [
      'a [link](https://x.example/(y)) in it',
      [
        ['a ', false],
        ['link', true],
        [' in it', false],
      ],
    ],
    ['[*et al*](https://x.example "title")', [['et al', true]]],
    ['![a picture](https://x.example/p.png)after', [['after', false]]],
    ['- one\n- two\n> quoted', [['one two quoted', false]]],
    ['**bold** and _it_ but snake_case', [['bold and it but snake_case', false]]],
    ['a \\* star', [['a * star', false]]],
    ['', []],
  ] as const)('of %j', (commentary, pieces) => {
    expect(excerptOf(commentary)).toEqual(pieces.map(([text, linked]) => ({ text, linked })));
  });

  test('takes no time for a commentary that is nothing but brackets', () => {
    const began = performance.now();
    excerptOf('[(*'.repeat(400_000));
    excerptOf('['.repeat(400_000));
    excerptOf('](('.repeat(400_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('who an entry is from', () => {
  const capture = {
    title: '',
    authors: [],
    outlet: 'Gauge',
    publishedOn: '',
    address: '',
    canonical: '',
    language: '',
    selection: '',
  };
  const address = 'https://www.gauge.example/x';
  test.each([
    ['the outlet that was read', [aLink({ address, capture, byline: 'Ilse' })], 'Gauge'],
    ['else the byline', [aLink({ address, byline: 'Ilse' })], 'Ilse'],
    ['else the host', [aLink({ address })], 'gauge.example'],
    ['nobody, where the address is none', [aLink({ address: 'gauge' })], ''],
    ['nobody, for a note', [], ''],
  ])('is %s', (_, links, label) => {
    expect(sourceLabel({ links })).toBe(label);
  });
});

test.each([
  ['#drafts', { list: 'drafts' }],
  ['#backlog', { list: 'backlog' }],
  ['#bin', { list: 'bin' }],
  ['#entry=3f-2', { entryId: '3f-2' }],
  ['#entry=', null],
  ['#issue', null],
  ['', null],
])('the address %s names %j', (hash, place) => {
  expect(placeInAddress(hash)).toEqual(place);
});

describe('an issue number', () => {
  const { issue } = aNewsletter();
  const others = [issue, { ...issue, id: 'other', number: 7 }, { ...issue, id: 'gone', number: 8, deletedAt: 1 }];
  test.each([
    ['134', { fields: { number: 134 } }],
    [' 2 ', { fields: { number: 2 } }],
    ['1', { fields: { number: 1 } }],
    ['8', { fields: { number: 8 } }],
    ['7', { problem: 'taken' }],
    ['', { problem: 'not-a-number' }],
    ['-1', { problem: 'not-a-number' }],
    ['1.5', { problem: 'not-a-number' }],
    ['12a', { problem: 'not-a-number' }],
  ])('%j is read as %j', (text, read) => {
    expect(readNumber(text, issue.id, others, true)).toEqual(read);
  });
  test.each([
    ['134', { problem: 'unsure' }],
    ['8', { problem: 'unsure' }],
    ['1', { fields: { number: 1 } }],
    ['7', { problem: 'taken' }],
    ['12a', { problem: 'not-a-number' }],
  ])('%j is read as %j while other issues may be missing', (text, read) => {
    expect(readNumber(text, issue.id, others, false)).toEqual(read);
  });
});

test.each([
  ['2024-02-29', { fields: { date: '2024-02-29' } }],
  ['2023-02-29', { problem: 'not-a-day' }],
  ['26 Aug', { problem: 'not-a-day' }],
])('the date %s is read as %j', (text, read) => {
  expect(readDate(text)).toEqual(read);
});

describe('the source of the Markdown', () => {
  const source =
    '---\ntitle: "x"\n\nmore: y\n---\n\n# Heading\n\nA [link](https://x.example/(y)) here.\n\n----------\n\n```\n# no heading\n```\n';

  test('is cut without losing a character', () => {
    const paragraphs = paragraphsOf(source);
    expect(paragraphs.join('')).toBe(source);
    expect(paragraphs[0]).toBe('---\ntitle: "x"\n\nmore: y\n---\n\n');
    expect(
      paragraphs
        .flatMap((text, at) => runsOf(text, at === 0))
        .map(({ text }) => text)
        .join(''),
    ).toBe(source);
  });

  test.each([
    ['# Heading\n\n', [['heading', '# Heading\n\n']]],
    ['----------\n\n', [['unseen', '----------\n\n']]],
    [
      '[a](b) c',
      [
        ['text', '[a]'],
        ['unseen', '(b)'],
        ['text', ' c'],
      ],
    ],
    ['just text', [['text', 'just text']]],
  ] as const)('shows %j by what a reader sees of it', (paragraph, runs) => {
    expect(runsOf(paragraph, false)).toEqual(runs.map(([look, text]) => ({ look, text })));
  });
});

test.each([
  ['undefined filter: nonsense, line:2, col:3', { line: 2, column: 3, reason: 'undefined filter: nonsense' }],
  ['tag "if" not closed, line:1, col:10\n>> 1| {% if', { line: 1, column: 10, reason: 'tag "if" not closed' }],
  ['out of memory', { line: 0, column: 0, reason: 'out of memory' }],
])('the error %j is a fault of the house style', (message, fault) => {
  expect(styleFaultOf(new Error(message))).toEqual(fault);
});

describe('what was typed', () => {
  const typed = { fields: { title: 'mine', letter: 'mine' }, at: 10 };
  test.each([
    ['stays while the database shows an older record', { title: 'old', letter: 'old' }, 9, ['title', 'letter']],
    ['settles field by field as its values are shown', { title: 'mine', letter: 'old' }, 9, ['letter']],
    ['settles when somebody has written since', { title: 'theirs', letter: 'mine' }, 11, []],
    ['stays against another write of the same moment', { title: 'theirs', letter: 'mine' }, 10, ['title']],
  ])('%s', (_, record, writtenAt, open) => {
    expect(Object.keys(stillUnsettled(typed, record, writtenAt).fields)).toEqual(open);
  });
});
