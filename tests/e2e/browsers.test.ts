import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserName, type DrivenBrowser, launch, type Tab } from '../../scripts/browsers/browser.ts';
import { ensureBrowser } from '../../scripts/browsers/install.ts';

const POPUP_HTML = `<!doctype html>
<meta charset="utf-8">
<style>html, body { margin: 0 } body { width: 320px; height: 240px; background: Canvas; color-scheme: light dark }</style>
<textarea id="text"></textarea>
<button id="read">Read the page</button>
<script src="popup.js"></script>`;

const POPUP_JS = `
const api = globalThis.browser ?? globalThis.chrome;
window.seen = [];
// Firefox loads a popup out of sight, where a call of focus() now and then comes to nothing: say it again when shown.
const field = document.querySelector('#text');
field.focus();
addEventListener('focus', () => document.activeElement === document.body && field.focus());
for (const name of ['keydown', 'click', 'compositionstart', 'compositionend']) {
  addEventListener(name, ({ type, key, isTrusted, isComposing, ctrlKey, keyCode }) =>
    seen.push({ type, key, isTrusted, isComposing, ctrlKey, keyCode }));
}
function store(mode) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('fixture', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('titles');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result.transaction('titles', mode, { durability: 'strict' }));
  });
}
window.savedTitle = async () => {
  const asking = (await store('readonly')).objectStore('titles').get('last');
  return new Promise((resolve) => { asking.onsuccess = () => resolve(asking.result); });
};
document.querySelector('#read').addEventListener('click', async () => {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title });
  const saving = await store('readwrite');
  saving.objectStore('titles').put(result, 'last');
  saving.oncomplete = () => { document.body.dataset.saved = result; };
});`;

interface SeenEvent {
  type: string;
  key?: string;
  isTrusted: boolean;
  isComposing?: boolean;
  ctrlKey?: boolean;
  keyCode?: number;
}

function writeExtension(folder: string, scriptInPage = ''): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Fixture',
    version: '1',
    action: { default_popup: 'popup.html' },
    permissions: ['activeTab', 'scripting'],
    browser_specific_settings: { gecko: { id: 'fixture@roundup.test' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'popup.html'), POPUP_HTML + scriptInPage);
  writeFileSync(join(folder, 'popup.js'), POPUP_JS);
}

function pngSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function seen(): SeenEvent[] {
  return (window as unknown as { seen: SeenEvent[] }).seen;
}

function text(): string {
  return document.querySelector('textarea')?.value ?? '';
}

interface SeenPointer {
  type: string;
  over: string;
  /** How far down in what is under the pointer. */
  share: number;
  buttons: number;
  ctrlKey: boolean;
  shiftKey: boolean;
  isTrusted: boolean;
}

/**
 * Runs in the page: a list that scrolls by itself, and a record of what the pointer does on it. Nothing in it can be
 * selected: selected text would be dragged by the browser itself.
 */
function drawList(lines: number): void {
  document.body.innerHTML = `<div style="height: 300px; overflow: auto; user-select: none">${Array.from(
    { length: lines },
    (_, at) => `<div id="line${at}" style="height: 80px">${at}</div>`,
  ).join('')}</div>`;
  const all: SeenPointer[] = [];
  Object.assign(window, { pointers: all });
  for (const name of ['pointerdown', 'pointermove', 'pointerup'] as const) {
    addEventListener(name, ({ type, clientX, clientY, buttons, ctrlKey, shiftKey, isTrusted }) => {
      const under = document.elementFromPoint(clientX, clientY);
      const { top, height } = under?.getBoundingClientRect() ?? { top: 0, height: 1 };
      const share = Math.round(((clientY - top) / height) * 100) / 100;
      all.push({ type, over: under?.id ?? '', share, buttons, ctrlKey, shiftKey, isTrusted });
    });
  }
}

function pointers(): SeenPointer[] {
  return (window as unknown as { pointers: SeenPointer[] }).pointers;
}

// Each test starts its own browser: a second try starts from the ground.
describe.each<BrowserName>(['chromium', 'firefox'])('%s', { retry: 1 }, (name) => {
  let executable: string;
  let folder: string;
  let extension: string;
  let site: Server;
  let address: string;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    executable = (await ensureBrowser(name)).executable;
    folder = mkdtempSync(join(tmpdir(), 'roundup-fixture-'));
    extension = join(folder, 'extension');
    writeExtension(extension);
    site = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Page ${request.url}</title><p>Words.`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  }, 300_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    site.closeAllConnections();
    await new Promise((resolve) => site.close(resolve));
  });

  const start = (options: { profile?: string; extension?: string } = {}) =>
    launch({ browser: name, executable, extension, headless: true, ...options });

  describe('with one page open', () => {
    let tab: Tab;

    beforeEach(async () => {
      browser = await start();
      tab = await browser.openTab(`${address}/one`);
    }, 60_000);

    afterEach(() => browser.close(), 60_000);

    it('opens the popup with the right to read the page behind it', async () => {
      const popup = await browser.clickToolbarButton(tab);
      await popup.click('#read');
      await popup.waitFor(() => document.body.dataset.saved);
      expect(await popup.evaluate(() => document.body.dataset.saved)).toBe('Page /one');
      expect((await popup.evaluate(seen)).filter(({ type }) => type === 'click')).toEqual([
        expect.objectContaining({ isTrusted: true }),
      ]);
    });

    it('types any text with real keys, 2,000 characters within seconds', async () => {
      const popup = await browser.clickToolbarButton(tab);
      const words = `Zwei Zeilen,\n“curly”  😀 日本語. ${'Lorem ipsum dolor sit amet. '.repeat(72)}`.slice(0, 2000);
      const before = performance.now();
      await popup.type(words);
      expect(performance.now() - before).toBeLessThan(15_000);
      expect(await popup.evaluate(text)).toBe(words);
      const keys = (await popup.evaluate(seen)).filter(({ type }) => type === 'keydown');
      expect(keys).toHaveLength([...words].length);
      expect(keys.every(({ isTrusted }) => isTrusted)).toBe(true);
    });

    it('presses keys together with modifiers', async () => {
      const popup = await browser.clickToolbarButton(tab);
      await popup.type('ab');
      await popup.press('Control+Enter');
      await popup.press('Shift+ArrowLeft');
      expect(await popup.evaluate(seen)).toContainEqual(
        expect.objectContaining({ type: 'keydown', key: 'Enter', ctrlKey: true, isTrusted: true }),
      );
      await popup.type('c');
      expect(await popup.evaluate(text)).toBe('ac');
    });

    it('moves the focus with Tab', async () => {
      const popup = await browser.clickToolbarButton(tab);
      await popup.press('Tab');
      await popup.waitFor(() => document.activeElement?.id === 'read');
    });

    it('composes as an input method does, with an Enter that is composing', async () => {
      const popup = await browser.clickToolbarButton(tab);
      await popup.compose('日本語');
      expect(await popup.evaluate(text)).toBe('日本語');
      const events = await popup.evaluate(seen);
      expect(events.map(({ type }) => type)).toEqual(['compositionstart', 'keydown', 'compositionend']);
      expect(events[1]).toMatchObject({ key: 'Enter', isComposing: true, isTrusted: true });
    });

    it('takes a picture of the popup alone, at its size', async () => {
      const popup = await browser.clickToolbarButton(tab);
      await popup.waitFor(() => innerWidth === 320 && innerHeight === 240);
      await popup.screenshot(join(folder, 'popup.png'));
      expect(pngSize(join(folder, 'popup.png'))).toEqual({ width: 320, height: 240 });
    });

    it('loses the popup when it is closed, when the page is clicked and when the tab is closed', async () => {
      const first = await browser.clickToolbarButton(tab);
      await first.close();
      expect(await first.isOpen()).toBe(false);
      const second = await browser.clickToolbarButton(tab);
      await second.closeByClickOnPage();
      expect(await second.isOpen()).toBe(false);
      const third = await browser.clickToolbarButton(tab);
      await tab.close();
      expect(await third.isOpen()).toBe(false);
      await expect(third.evaluate(text)).rejects.toThrow();
    });

    it('ends typing with an error when the popup closes under it', async () => {
      const popup = await browser.clickToolbarButton(tab);
      // More than a quick machine can type before the popup is closed.
      const typing = popup.type('x'.repeat(50_000)).then(
        () => 'typed to the end',
        () => 'ended with an error',
      );
      await popup.waitFor(() => (document.querySelector('textarea')?.value.length ?? 0) > 20);
      await popup.close();
      expect(await typing).toBe('ended with an error');
    });

    it('drags with the mouse, in steps, to the part of the target that is named', async () => {
      await tab.evaluate(drawList, 40);
      const drops = async () => (await tab.evaluate(pointers)).filter(({ type }) => type === 'pointerup');
      await tab.drag('#line0', '#line3', 'before');
      await tab.drag('#line0', '#line3');
      await tab.drag('#line0', '#line3', 'after');
      expect((await drops()).map(({ over, share }) => [over, share])).toEqual([
        ['line3', 0.25],
        ['line3', 0.5],
        ['line3', 0.75],
      ]);
      const all = await tab.evaluate(pointers);
      expect(all.every(({ isTrusted }) => isTrusted)).toBe(true);
      const first = all.slice(
        all.findIndex(({ type }) => type === 'pointerdown'),
        all.findIndex(({ type }) => type === 'pointerup'),
      );
      expect(first[0]).toMatchObject({ type: 'pointerdown', over: 'line0', buttons: 1 });
      expect(first.slice(1).every(({ type, buttons }) => type === 'pointermove' && buttons === 1)).toBe(true);
      expect(first.length).toBeGreaterThan(10);
    });

    it('drags to what has to be scrolled to, up and down', async () => {
      await tab.evaluate(drawList, 40);
      await tab.drag('#line0', '#line39', 'after');
      await tab.drag('#line38', '#line1', 'before');
      const ends = (await tab.evaluate(pointers)).filter(({ type }) => type !== 'pointermove');
      expect(ends.map(({ over }) => over)).toEqual(['line0', 'line39', 'line38', 'line1']);
    });

    it('lets go of what it drags where there is no such target, and says so', async () => {
      await tab.evaluate(drawList, 3);
      await expect(tab.drag('#line0', '#nowhere', 'on', { timeout: 200 })).rejects.toThrow(
        /drop on #nowhere, which is not there/,
      );
      expect((await tab.evaluate(pointers)).at(-1)?.type).toBe('pointerup');
    });

    it('makes the page as narrow as a phone, and as wide as the window again', async () => {
      const width = await tab.evaluate<number>('innerWidth');
      await tab.setWidth(360);
      expect(await tab.evaluate('innerWidth')).toBe(360);
      await tab.screenshot(join(folder, 'narrow.png'));
      expect(pngSize(join(folder, 'narrow.png')).width).toBe(360);
      await tab.setWidth(null);
      await tab.waitFor((before) => innerWidth === before, {}, width);
    });

    it('clicks with modifiers held', async () => {
      await tab.evaluate(drawList, 3);
      await tab.click('#line1', { modifiers: ['Control'] });
      await tab.click('#line2', { modifiers: ['Shift'] });
      const presses = (await tab.evaluate(pointers)).filter(({ type }) => type === 'pointerdown');
      expect(presses.map(({ over, ctrlKey, shiftKey }) => ({ over, ctrlKey, shiftKey }))).toEqual([
        { over: 'line1', ctrlKey: true, shiftKey: false },
        { over: 'line2', ctrlKey: false, shiftKey: true },
      ]);
    });

    it('finds a tab that the popup has opened', async () => {
      const popup = await browser.clickToolbarButton(tab);
      // Not before the answer is there: the new tab takes the popup away.
      await popup.evaluate((url: string) => void setTimeout(() => window.open(url), 0), `${address}/two`);
      const opened = await browser.waitForTab('/two');
      await opened.waitFor(() => document.title === 'Page /two');
    });

    it('shows tab and popup in the dark', async () => {
      const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
      await browser.setColorScheme('dark');
      const popup = await browser.clickToolbarButton(tab);
      await popup.waitFor(dark);
      await tab.waitFor(dark);
      await browser.setColorScheme('light');
      await popup.waitFor(`!(${dark})()`);
    });

    it('names what was waited for in vain', async () => {
      await expect(tab.waitFor('window.never', { timeout: 100 })).rejects.toThrow(/window\.never.*within 100 ms/);
    });

    it('refuses an address that does not answer', async () => {
      const closed = createServer();
      await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
      const { port } = closed.address() as AddressInfo;
      await new Promise((resolve) => closed.close(resolve));
      await expect(browser.openTab(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    });

    it('has no violations to tell of where there are none', async () => {
      await browser.openExtensionPage('popup.html');
      expect(await browser.violations()).toEqual([]);
    });
  });

  it('tells of scripts that the content policy stops, and of uncaught exceptions', async () => {
    const broken = join(folder, 'broken');
    writeExtension(broken, '<script>window.inline = true</script><script src="throws.js"></script>');
    writeFileSync(join(broken, 'throws.js'), 'throw new Error("planted");');
    browser = await start({ extension: broken });
    try {
      const tab = await browser.openTab(`${address}/one`);
      await browser.clickToolbarButton(tab);
      await expect.poll(() => browser.violations()).toContainEqual(expect.stringMatching(/Content.Security.Policy/));
      await expect.poll(() => browser.violations()).toContainEqual(expect.stringContaining('planted'));
    } finally {
      await browser.close();
    }
  }, 60_000);

  it('tells of them, too, once it was killed', async () => {
    const broken = join(folder, 'broken');
    writeExtension(broken, '<script src="throws.js"></script>');
    writeFileSync(join(broken, 'throws.js'), 'document.title = "thrown"; throw new Error("planted — “so”");');
    browser = await start({ extension: broken, profile: join(folder, `killed-${name}`) });
    const page = await browser.openExtensionPage('popup.html');
    await page.waitFor(`document.title === 'thrown'`);
    await expect.poll(() => browser.violations()).not.toEqual([]);
    await browser.kill();
    expect(await browser.violations()).toContainEqual(expect.stringContaining('planted — “so”'));
  }, 60_000);

  it('keeps the data of the extension over a kill', async () => {
    const profile = join(folder, `profile-${name}`);
    browser = await start({ profile });
    const { extensionOrigin } = browser;
    try {
      const popup = await browser.clickToolbarButton(await browser.openTab(`${address}/kept`));
      await popup.click('#read');
      await popup.waitFor(() => document.body.dataset.saved);
    } finally {
      await browser.kill();
    }
    expect(existsSync(profile)).toBe(true);
    browser = await start({ profile });
    try {
      expect(browser.extensionOrigin).toBe(extensionOrigin);
      const page = await browser.openExtensionPage('popup.html');
      expect(await page.evaluate('savedTitle()')).toBe('Page /kept');
    } finally {
      await browser.close();
    }
  }, 120_000);

  it.runIf(name === 'firefox')(
    'opens the popup over a page in a private window',
    async () => {
      browser = await start();
      try {
        const tab = await browser.openPrivateWindow(`${address}/private`);
        const popup = await browser.clickToolbarButton(tab);
        expect(await popup.evaluate('browser.extension.inIncognitoContext')).toBe(true);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});
