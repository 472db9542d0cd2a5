import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { excerptAround, markedText } from '../../src/domain/found-text.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { docOfEntry, docOfIssue, groupFound, matcherOf, type SearchDoc } from '../../src/domain/search.ts';
import { parseQuery } from '../../src/domain/search-query.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

const { newsletter, issue: open, articles, odds } = aNewsletter();
const out = (number: number): Issue => ({ ...open, id: `out-${number}`, number, state: 'published', publishedAt: 5 });
const issues = [{ ...open, number: 134 }, out(129), out(117)];
const world = { newsletter, issues };

const capture = {
  title: '',
  authors: [],
  outlet: 'Bench & Bay',
  publishedOn: '',
  address: '',
  canonical: '',
  language: '',
  selection: '',
};
const about = (id: string, fields: Partial<Entry> = {}) => anEntry({ id, sectionId: articles, ...fields });
const freezer = about('freezer', {
  issueId: open.id,
  links: [
    aLink({
      address: 'https://www.bench.example/minus-eighty',
      title: 'Who owns the Freezer?',
      byline: 'Orla Fennimore, *Bench & Bay*',
      capture,
    }),
  ],
  commentary: 'Every lab with a shared  freezer has had this argument.',
});
const ice = about('ice', {
  issueId: 'out-129',
  sectionId: odds,
  links: [aLink({ address: 'https://ice.example/', title: 'What ice tells you', byline: 'Søren Ågård' })],
  commentary: 'The frost on a freezer shelf is a calendar.',
});
const later = about('later', { commentary: 'Freezer farms and the café.' });
const begun = about('begun', { state: 'draft', commentary: 'A freezer, begun.' });
const gone = about('gone', { deletedAt: 9, issueId: open.id, commentary: 'Best freezers of the year.' });
const docs = [freezer, ice, later, begun, gone].map(docOfEntry);

const found = (query: string, among: readonly SearchDoc[] = docs) =>
  among.filter(matcherOf(parseQuery(query), world)).map(({ id }) => id);

describe('a search finds', () => {
  test.each([
    ['freezer', ['freezer', 'ice', 'later', 'begun', 'gone']],
    ['FREEZERS', ['gone']],
    ['freezer argument', ['freezer']],
    ['argument freezer', ['freezer']],
    ['freezer nothing', []],
    ['cafe', ['later']],
    ['soren agard', ['ice']],
    ['minus-eighty', ['freezer']],
    ['"shared freezer"', ['freezer']],
    ['“shared freezer”', ['freezer']],
    ['"shared fre', ['freezer']],
    ['"freezer shared"', []],
    // The title ends where the byline begins.
    ['"freezer? orla"', []],
    ['section:odds freezer', ['ice']],
    ['section:art', ['freezer', 'later', 'begun', 'gone']],
    ['section:none', []],
    ['#129', ['ice']],
    ['issue:129', ['ice']],
    ['issue:#134 freezer', ['freezer']],
    ['issue:x', []],
    ['outlet:bench', ['freezer']],
    ['outlet:"Bench & Bay"', ['freezer']],
    ['site:ice.example', ['ice']],
    ['by:fennimore', ['freezer']],
    ['by:“orla fennimore”', ['freezer']],
    ['is:draft', ['begun']],
    ['is:backlog', ['later']],
    ['is:issue', ['freezer']],
    ['is:published', ['ice']],
    ['is:pub', ['ice']],
    ['is:bin freezer', ['gone']],
    ['is:nothing', []],
    ['is:bin is:draft', []],
    // Its value is about to be typed.
    ['freezer section:', ['freezer', 'ice', 'later', 'begun', 'gone']],
    // No filter goes by that name: it is looked for as it stands.
    ['lab:freezer', []],
    ['https://ice.example/', ['ice']],
  ])('by %s exactly %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('in issues what has no entry: title, subtitle, letter, and what was printed before there were records', () => {
    const issue: Issue = {
      ...out(117),
      title: 'The ice issue',
      letter: 'Hello from the cold room.',
      printed: { markdown: 'Rent the second freezer.', style: newsletter.style },
    };
    const withEntries = docOfIssue(issue, true);
    const without = docOfIssue(issue, false);
    expect(found('cold room', [withEntries])).toEqual(['out-117']);
    expect(found('ice is:published #117', [withEntries])).toEqual(['out-117']);
    expect(found('second freezer', [withEntries])).toEqual([]);
    expect(found('second freezer', [without])).toEqual(['out-117']);
  });

  test('what is looked for among 50,000 entries, and nothing else', () => {
    const filler = 'The quiet hour of one microscope without any booking, told by those who waited for it. ';
    const many = Array.from({ length: 50_000 }, (_, at) =>
      docOfEntry(
        about(`e${at}`, {
          sectionId: at % 2 === 0 ? articles : odds,
          commentary: `${filler}Number ${at}.${at % 10_000 === 7 ? ' Über das Éclair.' : ''}`,
        }),
      ),
    );
    expect(found('eclair uber', many)).toEqual(['e7', 'e10007', 'e20007', 'e30007', 'e40007']);
    expect(found('"number 49999."', many)).toEqual(['e49999']);
    expect(found('quiet section:odds', many)).toHaveLength(25_000);
    expect(found('éclairs', many)).toEqual([]);
  });
});

describe('what was found', () => {
  test('stands by where it lies, published issues from the newest, the others from the last saved', () => {
    const more = [
      about('ice-2', { issueId: 'out-117', savedAt: 99_000 }),
      about('later-2', { savedAt: 5_000 }),
      about('lost', { issueId: 'an issue that is gone' }),
    ].map(docOfEntry);
    const groups = groupFound([...docs, ...more], world);
    expect(groups.map(({ name, found: list }) => [name, list.map(({ id }) => id)])).toEqual([
      [`issue:${open.id}`, ['freezer']],
      ['backlog', ['later-2', 'later']],
      ['draft', ['begun']],
      ['published', ['ice', 'ice-2']],
      ['bin', ['gone']],
    ]);
  });
});

const drawn = (pieces: ReturnType<typeof markedText> | null) =>
  pieces?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('') ?? null;

describe('an excerpt', () => {
  test.each([
    ['Freezer farms', ['freezer'], '[Freezer] farms'],
    ['Über Café und Straße', ['cafe', 'strasse'], 'Über [Café] und [Straße]'],
    ['nothing here', ['freezer'], 'nothing here'],
  ])('marks in “%s” %j', (text, words, expected) => {
    expect(drawn(markedText(text, words))).toBe(expected);
  });

  test('begins a few words before the first that was found, and ends between words', () => {
    const text = `${'before '.repeat(30)}the freezer ${'after '.repeat(60)}`;
    const excerpt = drawn(excerptAround(text, ['freezer'])) ?? '';
    expect(excerpt).toMatch(/^…(before )+the \[freezer\] (after )+after…$/);
    expect(excerpt.length).toBeLessThan(180);
  });

  test('is none where nothing was found', () => {
    expect(excerptAround('nothing here', ['freezer'])).toBe(null);
  });

  test('tears no character in two', () => {
    const text = '🧊'.repeat(200);
    const excerpt = drawn(excerptAround(`${text}freezer${text}`, ['freezer'])) ?? '';
    expect(() => encodeURIComponent(excerpt)).not.toThrow();
  });
});
