import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { type LocalSite, serveWeb } from '../../scripts/play/local-site.ts';
import { BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

const AT = 'https://hostile.example';

const page = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="author" content="Ada Quill">${head}</head><body>${body}</body></html>`;

/** Notes in `hits` whatever of the page's own is called from outside of it. */
const REDEFINED = `<script>
  window.hits = [];
  for (const [owner, name] of [[Array.prototype, 'map'], [Array.prototype, 'flatMap'], [String.prototype, 'trim'],
    [String.prototype, 'replace'], [JSON, 'parse'], [Map.prototype, 'get'], [RegExp.prototype, 'exec'],
    [Document.prototype, 'querySelectorAll'], [Document.prototype, 'getElementsByTagName'], [Element.prototype, 'getAttribute'],
    [Reflect, 'get'], [window, 'DOMParser'], [window, 'URL']]) {
    owner[name] = function () { window.hits.push(name); throw new Error('redefined'); };
  }
  for (const name of ['source', 'author', 'headline', 'agreed', 'names'])
    Object.defineProperty(Object.prototype, name, { configurable: true, get() { window.hits.push(name); return undefined; }, set() {} });
</script>`;

const PAGES = new Map([
  [`${AT}/calm`, page('<title>Calm</title>')],
  [
    `${AT}/great`,
    page(
      '<title>Great page</title>',
      `<h1>Great page</h1><div hidden>${`<p class="by line">${'Text, text. '.repeat(40)}</p>`.repeat(105_000)}</div>`,
    ),
  ],
  [
    `${AT}/many`,
    page(
      `<title>Many things</title>${Array.from({ length: 100_000 }, (_, at) => `<meta name="x${at}" content="y">`).join('')}
       <script type="application/ld+json">{"@type":"Article","author":"Mallory Moe","articleBody":"${'x'.repeat(10_000_000)}"}</script>
       <script type="application/ld+json">{"@graph":[{"@id":"#a","@type":"Article","isPartOf":{"@id":"#a"},"__proto__":{"author":"Mallory Moe"}}]}</script>`,
      '<form><input name="closest"><input name="contains"></form><form name="createTreeWalker"></form><form name="querySelectorAll"></form>',
    ),
  ],
  [`${AT}/long`, page(`<title>Long\u202e title ${'and more '.repeat(120_000)}</title>`)],
  [`${AT}/redefined`, page(`<title>Redefined</title>${REDEFINED}`)],
  // Long enough for every wait here, and an end, so that the browser can be closed.
  [
    `${AT}/endless`,
    page(
      '<title>Endless</title><script>addEventListener("load", () => setTimeout(() => { for (const end = Date.now() + 60_000; Date.now() < end;); }, 100))</script>',
    ),
  ],
]);

describe.each(BROWSERS)('hostile pages in %s', (name) => {
  let stage: Stage;
  let web: LocalSite;
  beforeAll(async () => {
    web = await serveWeb(PAGES);
    stage = await setStage(name, new Map(), { web });
    const tab = await stage.browser.openTab(`${AT}/calm`);
    await (await openPopup(stage, tab)).close();
    await tab.close();
  });
  afterAll(async () => {
    await stage?.end();
    await web?.close();
  });

  /** Opens the popup over a page, writes and saves; what the form held. */
  async function capture(tab: Tab, text: string) {
    const popup = await openPopup(stage, tab);
    const form = await formOf(popup);
    await popup.click('#commentary');
    await popup.type(text);
    await save(popup);
    await popup.close();
    return form;
  }

  test.each([
    ['of 50 MB', 'great', 'Great page', 'Ada Quill'],
    ['with 100,000 meta elements and 10 MB of JSON-LD that refers to itself', 'many', 'Many things', 'Ada Quill'],
  ])('a page %s is captured', async (_, path, title, byline) => {
    const asked = new Set(web.missed);
    const tab = await stage.browser.openTab(`${AT}/${path}`);
    const form = await capture(tab, `${path}.`);
    expect(form.title).toBe(title);
    // A page this great may take longer than the popup waits: then it says so, and has title and address all the same.
    if (!/not answered/.test(form.notes)) expect(form.byline).toContain(byline);
    expect(new Set(web.missed)).toEqual(asked);
    await tab.close();
  });

  test('a title of 1 MB that turns its line around is cut and set right', async () => {
    const tab = await stage.browser.openTab(`${AT}/long`);
    const { title } = await capture(tab, 'long.');
    expect(title).toMatch(/^Long title and more/);
    expect(title.length).toBeLessThanOrEqual(1000);
    const [link] = (await entriesIn(stage.browser)).find(({ commentary }) => commentary === 'long.')?.links ?? [];
    expect(link?.title).toBe(title);
    await tab.close();
  });

  test('a page that has redefined the language is read, and nothing of it is called', async () => {
    const tab = await stage.browser.openTab(`${AT}/redefined`);
    const before = await tab.evaluate<number>('window.hits.length');
    const { title, byline } = await capture(tab, 'redefined.');
    expect({ title, byline }).toMatchObject({ title: 'Redefined', byline: expect.stringContaining('Ada Quill') });
    expect(await tab.evaluate<string[]>(`window.hits.slice(${before})`)).toEqual([]);
    await tab.close();
  });

  test('a page whose script does not end lets the form open, and says that it has not answered', async () => {
    const tab = await stage.browser.openTab(`${AT}/endless`);
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#commentary') && document.querySelector('.note')`, PATIENT);
    await popup.type('endless.');
    expect(await formOf(popup)).toMatchObject({ title: 'Endless', notes: expect.stringMatching(/not answered/) });
    await save(popup);
    await popup.close();
    expect((await entriesIn(stage.browser)).some(({ commentary }) => commentary === 'endless.')).toBe(true);
  });
});
