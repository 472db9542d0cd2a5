import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenBrowser } from '../../scripts/browsers/browser.ts';
import { distOf } from '../../scripts/build.ts';
import { type LocalSite, serveWeb } from '../../scripts/play/local-site.ts';
import { captureOf } from '../../scripts/reading/fields.ts';
import { encodingOf } from '../../scripts/reading/saved-page.ts';
import type { Capture } from '../../src/domain/capture.ts';
import judged from '../fixtures/judged-pages.json' with { type: 'json' };
import { BROWSERS, entriesIn, openPopup, PATIENT, type Stage, setStage } from './stage.ts';

const FOLDER = new URL('../../../shared/pages', import.meta.url).pathname;

/** With ROUNDUP_WHOLE=1 every page, which takes long; else one of each sort: news, blogs, a paper, other scripts. */
const isWhole = process.env.ROUNDUP_WHOLE === '1';
const SAMPLE = ['002', 'aktualne', 'ietf-1', 'keep-tabular-data', 'medium-3', 'nytimes-4', 'qq', 'toc-missing'];

const PAGES = Object.entries(judged)
  .filter(([name]) => isWhole || SAMPLE.includes(name))
  .map(([name, { url }], at, all) => {
    // Browsers go to some hosts by https alone; and two pages may have been at one address.
    const address = url.replace(/^http:/, 'https:');
    const isTwice = all.findIndex(([, other]) => other.url === url) < at;
    return { name, url: isTwice ? `${address}?again` : address, file: join(FOLDER, name, 'source.html') };
  })
  // What is not UTF-8 would be served as such.
  .filter(({ file }) => existsSync(file) && encodingOf(readFileSync(file)) === 'utf-8');

/** The pages' own scripts would change them before they are read, and what they load would come from elsewhere. */
const STILL = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** What is injected, as an expression. */
const injected = (browser: DrivenBrowser) => {
  const dist = distOf(browser.name === 'firefox' ? 'firefox' : 'chrome');
  const source = readFileSync(join(dist, 'src/capture/read-page.js'), 'utf8');
  const call = /roundupCapture\.readPage\(document,\s*location\.href\);?\s*$/;
  expect(source).toMatch(call);
  return `(() => { ${source.replace(call, '')}; const read = () => roundupCapture.readPage(document, location.href);
    const before = document.documentElement.outerHTML;
    const times = Array.from({ length: 5 }, () => { const start = performance.now(); read(); return performance.now() - start; });
    return { first: times[0], time: times.sort((a, b) => a - b)[2], isSame: document.documentElement.outerHTML === before };
  })()`;
};

interface Measured {
  first: number;
  time: number;
  isSame: boolean;
}

describe.skipIf(PAGES.length === 0)('judged pages, read by the command and by the popup', () => {
  let web: LocalSite;
  const expected = new Map<string, Capture>();
  beforeAll(async () => {
    for (const { name, url, file } of PAGES) expected.set(name, captureOf(file, url));
    web = await serveWeb(new Map(PAGES.map(({ url, file }) => [url, readFileSync(file, 'utf8')])), STILL);
  }, 600_000);
  afterAll(() => web?.close());

  describe.each(BROWSERS)('in %s', (name) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(name, new Map(), { web });
    });
    afterAll(() => stage?.end());

    test('give the same fields, page for page, and no page is changed (all of them with ROUNDUP_WHOLE=1)', {
      timeout: isWhole ? 7_200_000 : 600_000,
    }, async () => {
      const script = injected(stage.browser);
      const measured: Measured[] = [];
      for (const { name: page, url } of PAGES) {
        const tab = await stage.browser.openTab(url);
        measured.push(await tab.evaluate<Measured>(script));
        const popup = await openPopup(stage, tab);
        await popup.click('#commentary');
        await popup.type(`${page}.`);
        await popup.waitFor(`document.querySelector('#commentary').value.endsWith('.')`, PATIENT);
        await popup.close();
        await tab.close();
      }
      const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(1);
      console.log(
        `${name}: ${measured.length} pages, median ${median(measured.map(({ time }) => time))} ms, the first time ${median(measured.map(({ first }) => first))} ms`,
      );
      expect(measured.filter(({ isSame }) => !isSame)).toEqual([]);
      const captured = new Map((await entriesIn(stage.browser)).map((entry) => [entry.commentary, entry.links[0]]));
      for (const { name: page } of PAGES) {
        const { capture } = captured.get(`${page}.`) as unknown as { capture: Capture };
        expect({ page, ...capture }).toEqual({ page, ...expected.get(page) });
      }
    });
  });
});
