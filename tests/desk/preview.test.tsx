// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Pane, type PaneTab } from '../../desk/pane.tsx';
import { CommentaryPreview, Preview } from '../../desk/preview.tsx';
import type { Issue } from '../../src/domain/issue.ts';
import { SayProvider } from '../../src/ui/messages.tsx';
import { aNewsletter } from '../records.ts';
import { hostileMarkdown } from '../roundup/hostile-markdown.ts';
import { say } from './desk-fixtures.tsx';

afterEach(cleanup);

const show = (markdown: string, subtitle = '') => render(<Preview markdown={markdown} subtitle={subtitle} />);
const html = () => document.querySelector('.read')?.innerHTML.replace(/ dir="auto"/g, '') ?? '';

describe('the preview shows', () => {
  test('title, subtitle, sections, entries, lists, quotes and rules as a reader gets them', () => {
    show(
      [
        '---\ntitle: "#1"\nsubtitle: "What is new"\n---\n\n<!-- markdownlint-disable -->\n\n# Small Findings #1',
        'Hello.  Two spaces.',
        '----------',
        '## Articles',
        '[Paper](https://a.example/?a=1&b=2) - Author *et al*<br/>\n[Code](https://b.example)',
        '- one\n- **two**\n\n3. three\n\n> quoted `code`\n\n```\ncode\n```',
      ].join('\n\n'),
      'What is new',
    );
    expect(html()).toBe(
      '<h3 class="t1">Small Findings #1</h3><p class="st">What is new</p><p>Hello.  Two spaces.</p><hr>' +
        '<h4 class="t2">Articles</h4>' +
        '<p><a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer" title="https://a.example/?a=1&amp;b=2">Paper</a>' +
        ' - Author <em>et al</em><br>\n' +
        '<a href="https://b.example" target="_blank" rel="noopener noreferrer" title="https://b.example">Code</a></p>' +
        '<ul><li>one</li><li><strong>two</strong></li></ul><ol start="3"><li>three</li></ol>' +
        '<blockquote><p>quoted <code>code</code></p></blockquote><pre><code>code</code></pre>',
    );
  });

  test('a commentary on its own', () => {
    render(<CommentaryPreview text={'One *word*.\n\nTwo.'} />);
    expect(html()).toBe('<p>One <em>word</em>.</p><p>Two.</p>');
  });

  test('the Markdown of a part that only an attack would write', () => {
    show(`One\n\n${'['.repeat(5_000)}\n\nTwo`);
    expect(document.querySelector('.tangled pre')?.textContent?.trim()).toBe('['.repeat(5_000));
    expect([...document.querySelectorAll('.read > p')].map((p) => p.textContent)).toEqual(['One', 'Two']);
  });
});

/** Everything that may be made of a text, with the attributes it may have. */
const ALLOWED: Record<string, readonly string[]> = {
  P: ['dir', 'class'], H3: ['dir', 'class'], H4: ['dir', 'class'], H5: ['dir', 'class'], H6: ['dir', 'class'],
  A: ['href', 'target', 'rel', 'title'], EM: [], STRONG: [], CODE: [], PRE: [], BR: [], HR: [],
  UL: [], OL: ['start'], LI: ['dir'], BLOCKQUOTE: [], SPAN: ['class'], DIV: ['class'],
  IMG: ['src', 'alt', 'referrerpolicy'], BUTTON: ['class', 'type'],
  svg: ['class', 'viewBox', 'aria-hidden'], path: ['d'],
}; // biome-ignore format: a table

/** What stands in the preview and may not. */
function strangers(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('.read *')) {
    const attributes = ALLOWED[element.tagName];
    if (attributes === undefined) found.push(element.tagName);
    for (const { name, value } of element.attributes) {
      if (!attributes?.includes(name)) found.push(`${element.tagName} ${name}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:)/i.test(value)) found.push(`href ${value}`);
      if (name === 'src' && !/^https?:\/\//i.test(value)) found.push(`src ${value}`);
    }
    if (element.tagName === 'A' && element.getAttribute('rel') !== 'noopener noreferrer') found.push('rel');
  }
  return found;
}

describe('nothing that could act gets through', () => {
  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#10;script:alert(1))',
    '[a](&#x6A;avascript:alert(1))',
    '[a](<javascript:alert(1)>)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:msgbox)',
    '[a](//evil.example)',
    '[a](file:///etc/passwd)',
    '[a][x]\n\n[x]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '![a](javascript:alert(1))',
    '![a](data:image/svg+xml;base64,PHN2Zz4=)',
    '![a](x" onerror="alert(1))',
    '![" onerror="alert(1)](https://a.example/a.png)',
    '[" onclick="alert(1)](https://a.example)',
    '[a](https://a.example "title\\" onmouseover=\\"alert(1)")',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<object data="https://evil.example"></object><embed src=x>',
    '<style>@import "https://evil.example/a.css";</style>',
    '<link rel=stylesheet href="https://evil.example/a.css">',
    '<base href="https://evil.example/"><form action=x><input></form>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<details open ontoggle=alert(1)>',
    '# <a href="javascript:alert(1)">a</a>',
    '```"><script>alert(1)</script>\n```',
    '<!-- --><script>alert(1)</script> -->',
    '<br/onload=alert(1)>',
  ])('%s', (attack) => {
    show(attack, attack);
    expect(strangers()).toEqual([]);
    expect(document.querySelectorAll('script, iframe, object, embed, style, link, base, form, img')).toHaveLength(0);
  });

  test('of whatever is written', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const { unmount } = show(markdown, markdown);
        const found = strangers();
        unmount();
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a picture', () => {
  const withSay = (markdown: string, issue = aNewsletter().issue) => {
    const live = (text: string) => ({
      printed: { rendering: { markdown: text, places: [] }, fault: null },
      proof: null,
    });
    const pane = (text: string, tab: PaneTab = 'rendered', of: Issue = issue) => (
      <SayProvider value={say}>
        <Pane
          printed={live(text)}
          entries={[]}
          issue={of}
          blank={false}
          tab={tab}
          onTab={() => {}}
          preflightTab={null}
          preflightPanel={null}
          onGoTo={() => {}}
        />
      </SayProvider>
    );
    const { rerender } = render(pane(markdown));
    return (text: string, tab?: PaneTab, of?: Issue) => rerender(pane(text, tab, of));
  };
  const sources = () => [...document.querySelectorAll('img')].map((img) => img.getAttribute('src'));

  test('is not loaded until the editor says so, host by host, and shows what it is of', () => {
    withSay('![A *cat*](https://a.example/1.png)\n\n![](https://a.example/2.png)\n\n![A dog](https://b.example/3.png)');
    expect(sources()).toEqual([]);
    expect(screen.getByText('Picture: A cat')).toBeTruthy();
    expect(screen.getByText('Picture from b.example.')).toBeTruthy();
    const [first] = screen.getAllByRole('button', { name: 'Load pictures from a.example' });
    if (first) fireEvent.click(first);
    expect(sources()).toEqual(['https://a.example/1.png', 'https://a.example/2.png']);
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('A cat');
    expect(document.querySelector('img')?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test('stays loaded while the text changes and other tabs are looked at, and not in another issue', () => {
    const show = withSay('![A](https://a.example/1.png)');
    fireEvent.click(screen.getByRole('button', { name: 'Load pictures from a.example' }));
    show('Changed\n\n![A](https://a.example/1.png)', 'markdown');
    show('Changed\n\n![A](https://a.example/1.png)');
    expect(sources()).toEqual(['https://a.example/1.png']);
    show('![A](https://a.example/1.png)', 'rendered', { ...aNewsletter().issue, id: 'another' });
    expect(sources()).toEqual([]);
  });

  test('inside a link can be loaded without following the link', () => {
    withSay('[![A](https://a.example/1.png)](https://b.example)');
    expect(document.querySelector('a button, a .pic')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Load pictures from a.example' }));
    expect(document.querySelector('a > img')).not.toBeNull();
  });

  test('that cannot be loaded is a sentence', () => {
    withSay('![A](https://a.example/1.png)');
    fireEvent.click(screen.getByRole('button', { name: 'Load pictures from a.example' }));
    const picture = document.querySelector('img');
    if (picture) fireEvent.error(picture);
    expect(screen.getByText('The picture from a.example could not be loaded.')).toBeTruthy();
  });
});

describe('while the text changes', () => {
  test('what has not changed keeps its very elements, and so does what was changed', () => {
    const { rerender } = show('One\n\nTwo\n\nThree');
    const before = [...document.querySelectorAll('.read > p')];
    rerender(<Preview markdown={'One\n\nTwo, changed\n\nThree'} subtitle="" />);
    expect([...document.querySelectorAll('.read > p')].map((p, at) => p === before[at])).toEqual([true, true, true]);
    rerender(<Preview markdown={'New\n\nOne\n\nTwo, changed\n\nThree'} subtitle="" />);
    const after = [...document.querySelectorAll('.read > p')];
    expect(after.map((p) => before.indexOf(p))).toEqual([-1, 0, 1, 2]);
    expect(after.map((p) => p.textContent)).toEqual(['New', 'One', 'Two, changed', 'Three']);
  });
});
