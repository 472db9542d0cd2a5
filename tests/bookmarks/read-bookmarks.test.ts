import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableBookmarks } from '../../src/bookmarks/bookmark.ts';
import { readBookmarks } from '../../src/bookmarks/read-bookmarks.ts';
import { entriesCsv } from '../../src/storage/entries-csv.ts';
import { entriesJson } from '../../src/storage/entries-file.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

/** What is read, as far as tests look at it. */
const read = (text: string) =>
  readBookmarks(text).bookmarks.map(({ links, note, tags, savedAt }) => ({
    address: links[0]?.address,
    title: links[0]?.title,
    note,
    tags,
    day: savedAt === null ? null : new Date(savedAt).toISOString().slice(0, 10),
  }));

describe('bookmarks of browsers', () => {
  test('with folders, tags, notes, entities and times', () => {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><A HREF="https://a.example/1?x=1&amp;y=2" ADD_DATE="1661500800" TAGS="rope,knots">Rope &amp; knots 🪢</A>
    <DD>On ropes,
  and &lt;knots&gt;.
    <DT><H3 ADD_DATE="1">Jobs</H3>
    <DL><p>
        <DT><A HREF="https://a.example/2" ADD_DATE="1661500800000">Bench &quot;tech&quot;</A>
        <DT><A HREF="javascript:alert(1)">No page</A>
    </DL><p>
    <DT><A HREF="https://a.example/3">Outside</A>
</DL><p>`;
    expect(read(html)).toEqual([
      {
        address: 'https://a.example/1?x=1&y=2',
        title: 'Rope & knots 🪢',
        note: 'On ropes,\n  and <knots>.',
        tags: ['rope', 'knots'],
        day: '2022-08-26',
      },
      { address: 'https://a.example/2', title: 'Bench "tech"', note: '', tags: ['Jobs'], day: '2022-08-26' },
      { address: 'https://a.example/3', title: 'Outside', note: '', tags: [], day: null },
    ]);
    expect(readBookmarks(html).skipped).toEqual([{ at: 3, text: 'No page', reason: 'not-web' }]);
  });

  test('of Pocket as a page', () => {
    const html = `<!DOCTYPE html><html><body><h1>Unread</h1><ul>
<li><a href="https://a.example/1" time_added="1661500800" tags="rope,sea">Rope</a></li></ul></body></html>`;
    expect(read(html)).toEqual([
      { address: 'https://a.example/1', title: 'Rope', note: '', tags: ['rope', 'sea'], day: '2022-08-26' },
    ]);
  });

  test.each([
    ['0001-01-01T00:00:00Z', '0001-01-01'],
    ['9999-12-31T23:59:59Z', null],
    ['99999999999999999', '5138-11-16'],
  ])('with the time %s, which is kept where its day can be named', (time, day) => {
    const html = `<html><ul><li><a href="https://a.example/1" time_added="${time}">Rope</a></li></ul></html>`;
    expect(read(html)).toMatchObject([{ day }]);
  });

  test('with ten thousand folders in one another, and with scripts, which are letters', () => {
    const deep = `${'<DL><DT><H3>F</H3>'.repeat(10_000)}<DT><A HREF="https://a.example">A<script>x()</script></A>`;
    expect(read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>${deep}`)).toMatchObject([{ address: 'https://a.example' }]);
  });
});

describe('tables', () => {
  test.each([
    [
      'Pocket',
      'title,url,time_added,tags,status\r\n"Rope, a ""history""",https://a.example/1,1661500800,rope|sea,unread\r\n',
      { title: 'Rope, a "history"', tags: ['rope', 'sea'], note: '', day: '2022-08-26' },
    ],
    [
      'Raindrop, with line breaks in a note',
      '\uFEFFid,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Rope,"One\nTwo, three",Text,https://a.example/1,Sea / Knots,"rope, hemp",2022-08-26T08:00:00.000Z,,,false\n',
      { title: 'Rope', tags: ['Sea', 'Knots', 'rope', 'hemp'], note: 'One\nTwo, three', day: '2022-08-26' },
    ],
    [
      'another order, and unfiled',
      'Folder,URL,Title\nUnread,https://a.example/1,Rope\n',
      { title: 'Rope', tags: [], note: '', day: null },
    ],
  ])('%s', (_, csv, expected) => {
    expect(read(csv)).toEqual([{ address: 'https://a.example/1', ...expected }]);
  });

  test('rows without an address are told', () => {
    expect(readBookmarks('url,title\n,Nothing\nplace:sort=8,Recent\nhttps://a.example,A\n').skipped).toEqual([
      { at: 1, text: 'Nothing', reason: 'no-address' },
      { at: 2, text: 'Recent', reason: 'not-web' },
    ]);
  });
});

test('Pinboard', () => {
  const posts = [
    {
      href: 'https://a.example/1',
      description: 'Rope',
      extended: 'On  ropes.',
      tags: 'rope sea',
      time: '2022-08-26T08:00:00Z',
    },
  ];
  expect(read(JSON.stringify(posts))).toEqual([
    { address: 'https://a.example/1', title: 'Rope', note: 'On  ropes.', tags: ['rope', 'sea'], day: '2022-08-26' },
  ]);
});

test('a list of addresses, empty lines and spaces left out', () => {
  expect(read(' https://a.example/1 \r\n\r\nhttp://b.example\n').map(({ address }) => address)).toEqual([
    'https://a.example/1',
    'http://b.example',
  ]);
});

describe('Roundup’s own', () => {
  const { newsletter, issue, articles } = aNewsletter();
  const text = fc.string({
    unit: fc.constantFrom(
      ...'a",\n\r\t -+=@\'\u00a0＝＋－＠|;',
      'ü',
      '🪢',
      '\r\n',
      "'=",
      '=1+1',
      '\uFEFF',
      '\0',
      '\u2028',
    ),
    maxLength: 12,
  });
  const entry = fc.record({ commentary: text, byline: text.map((line) => line.replace(/\n/g, ' ')) });

  test('entries come back from JSON as they were', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (given) => {
        const entries = given.map((fields, at) =>
          anEntry({
            id: `e${at}`,
            sectionId: articles,
            commentary: fields.commentary,
            links: [
              aLink({ address: `https://a.example/${at}`, title: 'T', byline: fields.byline }),
              aLink({ address: 'https://b.example' }),
            ],
          }),
        );
        const { bookmarks } = readBookmarks(entriesJson({ newsletters: [newsletter], issues: [issue], entries }, 0));
        expect(bookmarks.map((one) => one.entry)).toEqual(entries);
        expect(bookmarks.every(({ tags }) => tags[0] === 'Articles')).toBe(true);
      }),
    );
  });

  test('the table brings back commentary, byline, section and every link', () => {
    fc.assert(
      fc.property(entry, text, ({ commentary, byline }, title) => {
        const entries = [
          anEntry({
            id: 'e',
            sectionId: articles,
            commentary,
            links: [
              aLink({ address: 'https://a.example', title, byline }),
              aLink({ address: 'https://b.example', title: 'U', byline: title }),
            ],
          }),
        ];
        const [found] = readBookmarks(entriesCsv({ newsletters: [newsletter], issues: [issue], entries })).bookmarks;
        expect(found?.note).toBe(commentary);
        expect(found?.links.map(({ address, title }) => [address, title])).toEqual([
          ['https://a.example', title],
          ['https://b.example', 'U'],
        ]);
        expect(found?.links.map((link) => link.byline)).toEqual([byline, title]);
        expect(found?.tags).toEqual(['Articles']);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('is refused, with what is wrong:', () => {
  test.each([
    ['nothing', '', 'empty', ''],
    ['a page without links', '<html><p>Hello</p></html>', 'empty', ''],
    ['prose', 'Dear editor,\nhow are you?', 'unknown', ''],
    ['a table of something else', 'name,age\nAda,7\n', 'unknown', ''],
    ['JSON of something else', '{"a":1}', 'unknown', ''],
    ['JSON that was cut off', '[{"href":"https://a.example"', 'broken', /./],
    ['a post without an address', '[{"href":"https://a.example"},{"href":7}]', 'broken', '1.href'],
    ['a quote that never ends', 'url,title\nhttps://a.example,"Rope\n', 'broken', /row/],
    ['a later version', '{"format":"roundup-entries","version":2,"newsletters":[],"entries":[]}', 'broken', 'version'],
    ['JSON nested a hundred thousand deep', '['.repeat(100_000), 'broken', /./],
  ])('%s', (_, text, why, place) => {
    let fault: unknown;
    try {
      readBookmarks(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(UnreadableBookmarks);
    expect((fault as UnreadableBookmarks).why).toBe(why);
    expect((fault as UnreadableBookmarks).place).toMatch(place);
  });
});
