import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { richText } from '../../src/roundup/rich-text.ts';
import { standaloneHtml } from '../../src/roundup/standalone-html.ts';
import { hostileMarkdown } from './hostile-markdown.ts';

describe('Markdown as rich text', () => {
  test.each([
    ['a heading', '## Tools', '<h2>Tools</h2>', 'Tools'],
    [
      'a link with its byline',
      '[Paper](https://a.example/?a=1&b=2) - Author *et al*',
      '<p><a href="https://a.example/?a=1&amp;b=2">Paper</a> - Author <em>et al</em></p>',
      'Paper (https://a.example/?a=1&b=2) - Author et al',
    ],
    ['a link that is its own words', '<https://a.example>', '<p><a href="https://a.example">https://a.example</a></p>', 'https://a.example'],
    ['a mail address', '[Write](mailto:a@b.c)', '<p><a href="mailto:a@b.c">Write</a></p>', 'Write (a@b.c)'],
    ['emphasis', '*a* **b** ***c***', '<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>', 'a b c'],
    ['code', '`<a>`\n\n```\n<b>\n  c\n```', '<p><code>&lt;a&gt;</code></p>\n<pre><code>&lt;b&gt;\n  c</code></pre>', '<a>\n\n<b>\n  c'],
    ['a list', '- a\n  b\n- c\n  1. d', '<ul>\n<li>a\nb</li>\n<li>c\n<ol>\n<li>d</li>\n</ol></li>\n</ul>', '- a b\n- c\n  1. d'],
    ['a list that begins elsewhere', '3. a\n\n4. b', '<ol start="3">\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ol>', '3. a\n\n4. b'],
    ['a quotation', '> a\n>\n> b', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>', '> a\n>\n> b'],
    ['a picture', '![A "cat"](https://a.example/1.png)', '<p><img src="https://a.example/1.png" alt="A &quot;cat&quot;"></p>', 'A "cat" (https://a.example/1.png)'],
    ['a picture that nobody can fetch', '![A cat](cat.png)', '<p>A cat</p>', 'A cat'],
    ['a line break', 'a<br/>\nb\\\nc', '<p>a<br>\nb<br>c</p>', 'a\nb\nc'],
    ['a rule', 'a\n\n----------\n\nb', '<p>a</p>\n<hr>\n<p>b</p>', 'a\n\n----------\n\nb'],
    ['HTML as text', 'Vec<Self> & <b>c</b>', '<p>Vec&lt;Self&gt; &amp; &lt;b&gt;c&lt;/b&gt;</p>', 'Vec<Self> & <b>c</b>'],
    ['no front matter, no comments', '---\ntitle: a\n---\n\n<!-- b -->\n\nc', '<p>c</p>', 'c'],
    ['text byte for byte', 'Two  spaces, “quotes” - 雨 🌧', '<p>Two  spaces, “quotes” - 雨 🌧</p>', 'Two  spaces, “quotes” - 雨 🌧'],
  ])('%s', (_, markdown, html, plain) => {
    expect(richText(markdown)).toEqual({ html, plain });
  }); // biome-ignore format: a table
});

/** Everything that may be in it, with the attributes it may have. */
const ALLOWED: Record<string, readonly string[]> = {
  H1: [], H2: [], H3: [], H4: [], H5: [], H6: [], P: [], BLOCKQUOTE: [], UL: [], OL: ['start'], LI: [], PRE: [], CODE: [],
  HR: [], BR: [], EM: [], STRONG: [], A: ['href'], IMG: ['src', 'alt'],
}; // biome-ignore format: a table

/** What is in an element and may not be. */
function strangersIn(root: Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const attributes = ALLOWED[element.tagName];
    if (attributes === undefined) found.push(element.tagName);
    for (const { name, value } of element.attributes) {
      if (!attributes?.includes(name)) found.push(`${element.tagName} ${name}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:)/i.test(value)) found.push(`href ${value}`);
      if (name === 'src' && !/^https?:\/\//i.test(value)) found.push(`src ${value}`);
    }
  }
  return found;
}

const { window } = new JSDOM('');
const bodyOf = (html: string) => new window.DOMParser().parseFromString(html, 'text/html').body;

test('whatever is written, nothing else ever gets into the HTML', () => {
  fc.assert(
    fc.property(hostileMarkdown, (markdown) => {
      expect(strangersIn(bodyOf(richText(markdown).html))).toEqual([]);
    }),
    { numRuns: 700 },
  );
});

test('every word of a text arrives in both', () => {
  const markdown = '# One\n\n- two *three*\n\n  > four [five](https://a.example)\n\n`six` <seven>\n\n```\neight\n```';
  const { html, plain } = richText(markdown);
  for (const word of ['One', 'two', 'three', 'four', 'five', 'six', '<seven>', 'eight']) {
    expect(bodyOf(html).textContent).toContain(word);
    expect(plain).toContain(word);
  }
});

describe('an issue as one HTML file', () => {
  const page = (fields: Partial<Parameters<typeof standaloneHtml>[0]> = {}) => {
    const html = standaloneHtml({ markdown: '# Title\n\nText.', title: 'T', subtitle: '', language: 'en', ...fields });
    return new window.DOMParser().parseFromString(html, 'text/html');
  };

  test('has a title, a language, a direction and the text', () => {
    expect(page({ markdown: 'No heading', title: 'A <b> & c' }).title).toBe('A <b> & c');
    const document = page({ subtitle: 'Sub </p><script>', language: 'en-GB' });
    expect(document.title).toBe('Title');
    expect(document.documentElement.lang).toBe('en-GB');
    expect(document.documentElement.dir).toBe('ltr');
    expect([...document.body.children].map((element) => element.outerHTML)).toEqual([
      '<h1>Title</h1>',
      '<p class="subtitle">Sub &lt;/p&gt;&lt;script&gt;</p>',
      '<p>Text.</p>',
    ]);
  });

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['az-Arab', 'rtl'],
    ['de', 'ltr'],
    ['not a language"><script>', 'ltr'],
    ['', 'ltr'],
  ])('in %s runs %s', (language, dir) => {
    expect(page({ language }).documentElement.dir).toBe(dir);
    expect(page({ language }).querySelector('script')).toBeNull();
  });

  test('loads nothing but its pictures, and runs nothing', () => {
    const policy = page().querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; img-src https: http:; style-src 'unsafe-inline'");
    expect(page().querySelectorAll('script, link, [style], [class]:not(.subtitle)')).toHaveLength(0);
  });

  test('holds nothing else, whatever is written', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        expect(strangersIn(page({ markdown, title: markdown }).body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
