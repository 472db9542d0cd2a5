import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../../scripts/browsers/browser.ts';
import { type LocalSite, serveWeb } from '../../scripts/play/local-site.ts';
import { aPage, BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

/** The smallest PDF that viewers show. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

describe.each(BROWSERS)('pages of every kind in %s', (name) => {
  let stage: Stage;
  /** Pages that need more than a text: a PDF, and answers that take their time. */
  let server: Server;
  let origin: string;
  const waiting: (() => void)[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'roundup-pages-'));

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/paper.pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
      else if (request.url === '/slow') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write('<!doctype html><title>Slow page</title><p>Begun');
        waiting.push(() => response.end('<meta name="author" content="Late Author"><p>Done'));
      } else if (request.url === '/silent') waiting.push(() => response.end(aPage('Silent page')));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeFileSync(join(folder, 'a-file.html'), aPage('A file'));
    const pages = new Map([
      ['/first', aPage('First')],
      ['/untitled', aPage('')],
      ['/plain', aPage('Plain &amp; simple', '<meta name="author" content="Ada Quill">')],
      ['/tracked?utm_source=x&id=5&utm_medium=y', aPage('Tracked')],
      ['/tracked?utm_source=x&id=6', aPage('Tracked again')],
    ]);
    stage = await setStage(name, pages);
    const tab = await stage.browser.openTab(`${stage.site.origin}/first`);
    await (await openPopup(stage, tab)).close();
    await tab.close();
  });
  afterAll(async () => {
    for (const answer of waiting) answer();
    await stage?.end();
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function writeAbout(url: string, text: string): Promise<{ tab: Tab; popup: Popup }> {
    const tab = await stage.browser.openTab(url, {
      waitUntil: url.endsWith('/silent') || url.endsWith('/slow') ? 'commit' : 'load',
    });
    const popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type(text);
    return { tab, popup };
  }

  async function savedAs(text: string) {
    return (await entriesIn(stage.browser)).find(({ commentary, state }) => commentary === text && state === 'kept');
  }

  test('a plain page gives title and byline', async () => {
    const { tab, popup } = await writeAbout(`${stage.site.origin}/plain`, 'Plain.');
    expect(await formOf(popup)).toMatchObject({ title: 'Plain & simple', byline: 'Ada Quill', notes: '' });
    await save(popup);
    expect((await savedAs('Plain.'))?.links).toMatchObject([{ title: 'Plain & simple', byline: 'Ada Quill' }]);
    await tab.close();
  });

  test('a page without a title is saved under its address', async () => {
    const { tab, popup } = await writeAbout(`${stage.site.origin}/untitled`, 'Nameless.');
    await save(popup);
    expect((await savedAs('Nameless.'))?.links).toMatchObject([{ address: `${stage.site.origin}/untitled` }]);
    await tab.close();
  });

  test('tracking parameters are cut out of the address, said, and put back with one press', async () => {
    const { tab, popup } = await writeAbout(`${stage.site.origin}/tracked?utm_source=x&id=5&utm_medium=y`, 'Tracked.');
    expect((await formOf(popup)).notes).toContain('2 tracking parameters');
    await save(popup);
    expect((await savedAs('Tracked.'))?.links).toMatchObject([{ address: `${stage.site.origin}/tracked?id=5` }]);
    await tab.close();

    const again = await writeAbout(`${stage.site.origin}/tracked?utm_source=x&id=6`, 'Put back.');
    await again.popup.click('.addr-note button');
    await save(again.popup);
    expect((await savedAs('Put back.'))?.links[0]?.address).toBe(`${stage.site.origin}/tracked?utm_source=x&id=6`);
    await again.tab.close();
  });

  test('a page in the PDF viewer is saved with title and address, and it is said why there is no byline', async () => {
    const { tab, popup } = await writeAbout(`${origin}/paper.pdf`, 'Paper.');
    expect((await formOf(popup)).notes).toContain('PDF');
    await save(popup);
    expect((await savedAs('Paper.'))?.links).toMatchObject([{ address: `${origin}/paper.pdf` }]);
    await tab.close();
  });

  test('a file on this computer is told apart, and what is written is kept', async () => {
    const { tab, popup } = await writeAbout(pathToFileURL(join(folder, 'a-file.html')).href, 'File.');
    expect((await formOf(popup)).notes).toMatch(/file|computer/i);
    await save(popup);
    expect(await savedAs('File.')).toBeDefined();
    await tab.close();
  });

  test('a page of the browser takes a note without a link, and says so', async () => {
    const { tab, popup } = await writeAbout(name === 'chromium' ? 'chrome://version/' : 'about:license', 'Note.');
    expect((await formOf(popup)).notes).toMatch(/browser/i);
    await save(popup);
    expect((await savedAs('Note.'))?.links).toEqual([]);
    await tab.close();
  });

  test('the form takes typing while the page has not finished, and a touched field stays', async () => {
    const tab = await stage.browser.openTab(`${origin}/slow`, { waitUntil: 'commit' });
    await tab.waitFor(`location.pathname === '/slow'`, PATIENT);
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#commentary')`, PATIENT);
    await popup.type('Before it is read.');
    await popup.waitFor(`document.querySelector('#byline')`, PATIENT);
    await popup.click('#byline');
    await popup.press('Control+a');
    await popup.type('My own byline');
    for (const answer of waiting.splice(0)) answer();
    await popup.waitFor(`!document.querySelector('.spin')`, PATIENT);
    expect(await formOf(popup)).toMatchObject({ commentary: 'Before it is read.', byline: 'My own byline' });
    await save(popup);
    expect((await savedAs('Before it is read.'))?.links[0]?.byline).toBe('My own byline');
    await tab.close();
  });

  test('a page that does not answer lets the form open, write and save all the same', async () => {
    const tab = await stage.browser.openTab(`${origin}/silent`, { waitUntil: 'commit' });
    const popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type('While it is silent.');
    // Now the page answers after all: nothing that was written moves.
    for (const answer of waiting.splice(0)) answer();
    expect((await formOf(popup)).commentary).toBe('While it is silent.');
    await save(popup);
    expect(await savedAs('While it is silent.')).toBeDefined();
    await tab.close();
  });
});

const STORES = {
  chromium: 'https://chromewebstore.google.com/detail/roundup/abcdefghijklmnopabcdefghijklmnop',
  firefox: 'https://addons.mozilla.org/en-US/firefox/addon/roundup/',
};

/** An application: it has gone on to another of its posts, and forgotten what it says to machines. */
const APPLICATION = aPage(
  'Rope, a history | Tide',
  `<meta property="og:title" content="Rope, a history"><meta property="og:url" content="/posts/rope">
   <meta property="og:site_name" content="Tide"><meta name="author" content="Ada Quill"><h1>Rope, a history</h1><p id="by">By Ada Quill</p>
   <script>
     window.go = () => {
       history.pushState(null, '', '/posts/knots');
       document.title = 'Seven knots | Tide';
       document.querySelector('h1').textContent = 'Seven knots';
       document.querySelector('#by').textContent = 'By Ben Reed';
     };
   </script>`,
);

const PAPER = 'https://arxiv.org/pdf/2101.00001v2';

describe.each(BROWSERS)('pages of known hosts in %s', (name) => {
  let stage: Stage;
  let web: LocalSite;
  beforeAll(async () => {
    const pages = [
      [STORES[name], aPage('An add-on')],
      [PAPER, PDF],
      ['https://tide.example/posts/rope', APPLICATION],
    ] as const;
    web = await serveWeb(new Map(pages));
    stage = await setStage(name, new Map(), { web });
  });
  afterAll(async () => {
    await stage?.end();
    await web?.close();
  });

  test('the PDF of a paper is saved as the page about it', async () => {
    const tab = await stage.browser.openTab(PAPER);
    const popup = await openPopup(stage, tab);
    expect((await formOf(popup)).notes).toContain('PDF of a paper');
    await popup.click('#commentary');
    await popup.type('A paper.');
    await save(popup);
    await popup.close();
    const [link] = (await entriesIn(stage.browser)).find(({ commentary }) => commentary === 'A paper.')?.links ?? [];
    expect(link).toMatchObject({
      byline: 'arXiv',
      capture: { doi: '10.48550/arXiv.2101.00001', canonical: 'https://arxiv.org/abs/2101.00001v2' },
    });
    await tab.close();
  });

  test('an application that went on without loading is captured as what it shows now', async () => {
    const tab = await stage.browser.openTab('https://tide.example/posts/rope');
    const first = await openPopup(stage, tab);
    expect(await formOf(first)).toMatchObject({ title: 'Rope, a history', byline: 'Ada Quill, Tide' });
    await first.close();
    await tab.evaluate('go()');
    const popup = await openPopup(stage, tab);
    expect(await formOf(popup)).toMatchObject({ title: 'Seven knots', byline: 'Ben Reed, Tide' });
    await popup.click('#commentary');
    await popup.type('Knots.');
    await save(popup);
    await popup.close();
    const [link] = (await entriesIn(stage.browser)).find(({ commentary }) => commentary === 'Knots.')?.links ?? [];
    expect(link).toMatchObject({ address: 'https://tide.example/posts/knots', title: 'Seven knots' });
    await tab.close();
  });

  test('the add-on store cannot be read: the form says so and saves title and address of the tab', async () => {
    const tab = await stage.browser.openTab(STORES[name]);
    const popup = await openPopup(stage, tab);
    expect((await formOf(popup)).notes).toMatch(/browser (keeps|does not let|guards|lets no)/i);
    await popup.click('#commentary');
    await popup.type('An add-on.');
    await save(popup);
    expect((await entriesIn(stage.browser)).filter(({ commentary }) => commentary === 'An add-on.')).toMatchObject([
      { state: 'kept', links: [{ address: STORES[name] }] },
    ]);
  });
});
