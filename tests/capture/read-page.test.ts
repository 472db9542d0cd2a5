// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

/** What is read from a page with this head and body; always within the bounds of a capture. */
function read(head: string, body = '', language = ''): Capture {
  const html = `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return Capture.parse(readPage(page, 'https://a.example/x'));
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('a page', () => {
  test('with nothing in it gives its address and empty fields', () => {
    expect(read('')).toEqual({
      title: '',
      rawTitle: '',
      authors: [],
      outlet: '',
      publishedOn: '',
      doi: '',
      address: 'https://a.example/x',
      canonical: '',
      language: '',
      description: '',
      selection: '',
      evidence: {},
    });
  });

  test('with Open Graph', () => {
    const head = `<title>Rope | The Tide</title><link rel="canonical" href="https://a.example/rope">
      ${property('og:title', 'Rope &amp; knots')}${property('og:site_name', 'The Tide')}
      ${property('article:published_time', '2031-02-27T10:00:00Z')}${meta('author', 'Ägir Ødegård')}`;
    expect(read(head, '', 'nb')).toMatchObject({
      title: 'Rope & knots',
      authors: ['Ägir Ødegård'],
      outlet: 'The Tide',
      publishedOn: '2031-02-27',
      canonical: 'https://a.example/rope',
      language: 'nb',
    });
  });

  test('of a journal, with citation_*', () => {
    const head = `<title>PDF | Journal</title>${meta('citation_title', 'On rope')}
      ${meta('citation_author', 'Ägir Ødegård')}${meta('citation_author', '李雷')}
      ${meta('citation_journal_title', 'J. Rope')}${meta('citation_publication_date', '2031/02/27')}
      ${property('og:title', 'Something else')}`;
    expect(read(head)).toMatchObject({
      title: 'On rope',
      authors: ['Ägir Ødegård', '李雷'],
      outlet: 'J. Rope',
      publishedOn: '2031-02-27',
    });
  });

  test('that names an author twice names one', () => {
    expect(read(meta('author', 'Ann') + property('article:author', ' Ann ') + meta('author', 'Bo')).authors).toEqual([
      'Ann',
      'Bo',
    ]);
  });

  test('whose author is an address has none', () => {
    expect(read(property('article:author', 'https://www.facebook.com/ann')).authors).toEqual([]);
  });

  test('that spells its names in capitals', () => {
    expect(read('<META NAME="Author" CONTENT="Ann"><META PROPERTY="OG:TITLE" CONTENT="T">')).toMatchObject({
      title: 'T',
      authors: ['Ann'],
    });
  });

  test('whose first title is empty uses the next', () => {
    expect(read(`${property('og:title', '  ')}<title>\n  The\n title </title>`).title).toBe('The title');
  });

  test('without a head', () => {
    const page = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
    expect(Capture.parse(readPage(page, 'https://a.example/x.svg')).title).toBe('');
  });

  test('that a PDF viewer shows says so and no more', () => {
    const page = new DOMParser().parseFromString('<title>viewer</title>', 'text/html');
    Object.defineProperty(Document.prototype, 'contentType', { configurable: true, get: () => 'application/pdf' });
    const contentType = readPage(page, 'https://a.example/x.pdf');
    Reflect.deleteProperty(Document.prototype, 'contentType');
    expect(contentType).toEqual({ contentType: 'application/pdf' });
  });

  test('the selection is given as it stands', () => {
    document.body.innerHTML = '<p id="p">A “knot”.  And\nrope.</p>';
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#p') ?? document.body);
    document.getSelection()?.addRange(range);
    expect(Capture.parse(readPage(document, 'https://a.example/')).selection).toBe('A “knot”.  And\nrope.');
  });

  test('is not touched', () => {
    const page = new DOMParser().parseFromString(`<title> T </title>${meta('author', ' A ')}<p>Text`, 'text/html');
    const before = page.documentElement.outerHTML;
    readPage(page, 'https://a.example/');
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('a hostile page', () => {
  test('with huge values stays within bounds', () => {
    const huge = 'x'.repeat(2_000_000);
    const head = `<title>${huge}</title>${meta('author', huge)}${property('og:site_name', huge)}
      ${meta('date', huge)}<link rel="canonical" href="https://a.example/${huge}">`;
    const found = read(head, '', huge);
    expect(found.title).toHaveLength(1000);
    expect(found.canonical).toHaveLength(8000);
  });

  test('with 10,000 authors names 100', () => {
    const letters = (n: number) => n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    const head = Array.from({ length: 10_000 }, (_, n) => meta('author', `Ann K${letters(n)}k`)).join('');
    expect(read(head).authors).toHaveLength(100);
  });

  test('whose JSON-LD is endless, broken, deep or names prototypes gives what else it says', () => {
    const scripts = [
      `{"@graph":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      '{"@type":"Article","headline":["T"],"author":{"__proto__":{"name":"Mallory"}}}',
      '{"@type":["Article"],"author":[null,7,{"name":{"toString":"x"}}]}',
      '{',
      `{"a":"${'x'.repeat(600_000)}"}`,
    ];
    const head = scripts.map((script) => `<script type="application/ld+json">${script}</script>`).join('');
    expect(read(`${head}${meta('author', 'Ann')}`)).toMatchObject({ title: 'T', authors: ['Ann'] });
  });

  test('whose byline is a form that hides its members is read all the same', () => {
    const body = '<form class="byline"><input name="closest"><input name="querySelector">Ada Quill</form>';
    expect(read('<title>T</title>', body)).toMatchObject({ title: 'T' });
  });

  test.each([
    ['control characters', 'A\u0000B\u0007C\u009dD', 'A B C D'],
    ['line ends and separators', 'A\r\nB\u2028C\u2029D', 'A B C D'],
    ['overrides of the reading direction', 'A\u202egnp.exe\u2066B\u200fC', 'A gnp.exe B C'],
    ['characters that are not seen', 'A\u200bB\u{feff}C\u00adD', 'ABCD'],
    ['joiners that scripts and emoji need stay', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
    ['half a character', 'A\ud83eB', 'A B'],
  ])('loses %s', (_, title, expected) => {
    const page = new DOMParser().parseFromString('<meta property="og:title" content="">', 'text/html');
    page.querySelector('meta')?.setAttribute('content', title);
    expect(Capture.parse(readPage(page, '')).title).toBe(expected);
  });

  test('is never cut through a character', () => {
    expect(read(`<title>${'🦀'.repeat(1000)}</title>`).title).toBe('🦀'.repeat(500));
    expect(read(`<title>x${'🦀'.repeat(1000)}</title>`).title).toBe(`x${'🦀'.repeat(499)}`);
  });

  test.each([
    'title',
    'querySelector',
    'querySelectorAll',
    'contentType',
    'documentElement',
    'getSelection',
    'defaultView',
  ])('cannot hide document.%s behind a form of that name', (name) => {
    const page = new DOMParser().parseFromString(
      `<!doctype html><html lang="en"><head><title>T</title>${meta('author', 'Ann')}</head>
         <body><form name="${name}"></form><img name="${name}" id="${name}"></body></html>`,
      'text/html',
    );
    // What browsers do by themselves ([LegacyOverrideBuiltIns]); jsdom does only some of it.
    Object.defineProperty(page, name, { value: page.querySelector('form'), configurable: true });
    expect(Capture.parse(readPage(page, 'https://a.example/'))).toMatchObject({
      title: 'T',
      authors: ['Ann'],
      language: 'en',
    });
  });
});
