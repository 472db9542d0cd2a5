import { describe, expect, test } from 'vitest';
import { type ImportContext, type ImportFile, nameIn, planImport } from '../../src/roundup/import-plan.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { aNewsletter } from '../records.ts';

const CONTEXT: ImportContext = {
  newsletter: null,
  name: '',
  language: 'en',
  issues: [],
  withStyle: true,
  importId: 'import-1',
  now: Date.UTC(2031, 5, 1),
};

/** A file with an issue of this number. */
function file(
  number: number,
  entries = `[Knot ${number}](https://a.example/${number}) - Ada Quill\n\nOn knots.`,
): ImportFile {
  const markdown = `---\ntitle: "Tide #${number}"\ndate: 2031-05-0${number % 10}\n---\n\n# Tide #${number}\n\n## Rope\n\n${entries}\n`;
  return { path: `posts/${number}.md`, markdown };
}

function plan(files: readonly ImportFile[], context: Partial<ImportContext> = {}) {
  let ids = 0;
  return planImport(files, { ...CONTEXT, ...context }, () => `id-${++ids}`);
}

const fates = (files: readonly ImportFile[], context: Partial<ImportContext> = {}) =>
  plan(files, context).files.map(({ path, refusal }) => [path, refusal]);

describe('a file', () => {
  test('becomes a published issue whose printed text is the file itself', () => {
    const { issues, entries, newsletter, isFounded } = plan([file(2), file(1)]);
    expect(issues).toMatchObject([
      {
        number: 1,
        date: '2031-05-01',
        state: 'published',
        importId: 'import-1',
        printed: { markdown: file(1).markdown },
      },
      { number: 2, date: '2031-05-02', publishedAt: Date.UTC(2031, 4, 2, 12) },
    ]);
    expect(issues[0]?.printed?.entryIds).toEqual([entries[0]?.id]);
    expect(entries[0]).toMatchObject({
      state: 'kept',
      savedAt: Date.UTC(2031, 4, 1, 12),
      importId: 'import-1',
      links: [{ title: 'Knot 1', address: 'https://a.example/1', byline: 'Ada Quill' }],
      commentary: 'On knots.',
    });
    expect([newsletter.name, isFounded]).toEqual(['Tide', true]);
  });

  test.each([
    ['the same text is there', [file(1)], { issues: [{ number: 1, markdown: file(1).markdown }] }, 'there'],
    ['its number is taken by another text', [file(1)], { issues: [{ number: 1, markdown: 'x' }] }, 'number-taken'],
    ['a draft of its number does not count', [file(1)], { issues: [{ number: 1, markdown: null }] }, null],
    ['it has no links', [{ path: 'about.md', markdown: '# About #3\n\n## Us\n\nWe write.\n' }], {}, 'no-issue'],
    [
      'it says no number and no day',
      [{ path: 'x.md', markdown: '## Rope\n\n[K](https://a.example) - B\n' }],
      {},
      'no-number',
    ],
    [
      'it was never published',
      [{ path: '4.md', markdown: '---\ndraft: true\ntitle: "#4"\n---\n\n## R\n\n[K](https://a.example) - B\n' }],
      {},
      'draft',
    ],
  ] as const)('%s', (_, files, context, refusal) => {
    expect(fates([...files, file(9)], context).find(([path]) => path === files[0]?.path)?.[1]).toBe(refusal);
  });

  test('twice is taken once, and of two with one number the first', () => {
    expect(
      fates([file(1), { ...file(1), path: 'copy.md' }, { ...file(1, '[Z](https://z.example)'), path: 'z.md' }]),
    ).toEqual([
      ['posts/1.md', null],
      ['copy.md', 'twice'],
      ['z.md', 'number-taken'],
    ]);
  });

  test('without a day gets that of the issue before it, and it is told that it is guessed', () => {
    const undated = { path: '2.md', markdown: '## Rope\n\n[K](https://b.example) - B\n' };
    expect(plan([file(1), undated]).files.map(({ date, isDateGuessed }) => [date, isDateGuessed])).toEqual([
      ['2031-05-01', false],
      ['2031-05-01', true],
    ]);
  });
});

test('everything that is refused leaves nothing to import', () => {
  const { issues, entries } = plan([file(1)], { issues: [{ number: 1, markdown: file(1).markdown }] });
  expect([issues, entries]).toEqual([[], []]);
});

test('a newsletter and its sections are later than they were, also when the clock was set back', () => {
  const { newsletter } = aNewsletter();
  const ahead = CONTEXT.now + 9000;
  const sections = newsletter.sections.map((one, at) => ({
    ...one,
    ...(at === 0 && { name: 'ROPE' }),
    changedAt: ahead,
  }));
  const taken = plan([file(1), file(2)], { newsletter: { ...newsletter, sections, changedAt: ahead } }).newsletter;
  expect([taken.changedAt, taken.sections.find(({ name }) => name === 'ROPE')?.changedAt]).toEqual([
    ahead + 1,
    ahead + 1,
  ]);
});

test('a newsletter that is there keeps its sections, gets the other names and, if asked, the style', () => {
  const { newsletter } = aNewsletter();
  const own = {
    ...newsletter,
    sections: newsletter.sections.map((one, at) => (at === 0 ? { ...one, name: 'ROPE' } : one)),
  };
  const keeping = plan([file(1), file(2)], { newsletter: own, withStyle: false });
  expect(keeping.newsletter.style).toEqual(own.style);
  expect(keeping.newsletter.sections.map(({ id }) => id)).toEqual(own.sections.map(({ id }) => id));
  expect(keeping.entries[0]?.sectionId).toBe(own.sections[0]?.id);
  expect(keeping.newsletter.learned?.issues).toBe(2);
  expect(plan([file(1), file(2)], { newsletter: own }).newsletter.style).not.toEqual(own.style);
});

test('each entry says where it stands, where it goes and what is wrong with it', () => {
  const entries = [
    '[Knot](https://a.example/1) - Ada Quill\n\nOn knots.',
    '[Job](https://a.example/apply%20now%20please) - Bay\n\nApply.',
    '[Part](broken) - Bay\n\nPart.',
  ].join('\n\n----------\n\n');
  expect(plan([file(1), file(2, entries)]).fates.slice(1)).toMatchObject([
    {
      name: 'Knot',
      path: 'posts/2.md',
      line: 10,
      issueNumber: 2,
      section: 'Rope',
      printedAs: null,
      fault: null,
      ranIn: 1,
    },
    { name: 'Job', line: 16, fault: 'words-in-address', ranIn: null },
    { name: 'Part', line: 22, fault: 'no-address' },
  ]);
});

test.each([
  ['# Tide #12, 2 May 2031', 'Tide'],
  ['# The Tide, Issue 12', 'The Tide'],
  ['---\ntitle: "Tide Weekly 12"\n---\n\nHello', 'Tide Weekly'],
  ['---\ntitle: "#12 - 2 May"\n---\n\nHello', ''],
  ['Hello', ''],
])('the newsletter of %j is called %j', (markdown, name) => {
  expect(nameIn(parseIssue(markdown))).toBe(name);
});
