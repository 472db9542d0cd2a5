import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { downloadInto } from '../../scripts/browsers/download.ts';
import { hostileRecords, sealedBackup } from '../fixtures/hostile-contents.ts';
import { expectNoHarm } from './harm.ts';
import { aPage, BROWSERS, KNOWN, PATIENT, type Stage, seed, setStage } from './stage.ts';

/** Parts of the options, by what stands in each when it has come. */
const ROOMS = [
  ['newsletter', '#name'],
  ['style', '#outlets, .note'],
  ['import', '.import-drop, .drop, .last-import'],
  ['backup', '#back-up'],
  ['shortcuts', '.col h2'],
  ['privacy', '.col h2'],
] as const;

// That nothing broke the content policy, nothing was thrown and no request left is asked when the stage ends.
describe.each(BROWSERS)('a sound backup whose every text means harm, in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'roundup-hostile-'));
  const pages = new Map([
    ['/ran', aPage('It ran')],
    ['/runs', aPage('It runs')],
  ]);
  let stage: Stage;
  let desk: Tab;
  beforeAll(async () => {
    stage = await setStage(name, pages, { downloads: folder });
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const there = (page: Tab, selector: string) =>
    page.waitFor((wanted) => document.querySelector(wanted), PATIENT, selector);
  const choose = async (selector: string, shown: string) => {
    await there(desk, selector);
    await desk.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
    await there(desk, shown);
  };
  const openDesk = async () => {
    desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelectorAll('#issue [data-entry]').length > 2`, PATIENT);
  };

  test('is restored, and what it would do is shown before', async () => {
    const backup = join(folder, 'hostile.json');
    const addresses = [...pages.keys()].map((path) => `${stage.site.origin}${path}`);
    writeFileSync(backup, await sealedBackup(hostileRecords(addresses), Date.now()));
    const options = await stage.browser.openExtensionPage('options/options.html#backup');
    await there(options, '#back-up');
    await options.chooseFiles('#restore-file', [backup]);
    await there(options, '#restore-write');
    await expectNoHarm(options);
    await options.click('#restore-write');
    await options.waitFor(`document.querySelector('.told')?.textContent.includes('Restored')`, PATIENT);
    await expectNoHarm(options);
    await options.close();
  });

  test.each(ROOMS)('is text in the options, under %s', async (part, shown) => {
    const options = await stage.browser.openExtensionPage(`options/options.html#${part}`);
    await there(options, shown);
    await expectNoHarm(options);
    await options.close();
  });

  test('is text on the desk: in the issue, its preview, its Markdown and what preflight finds', async () => {
    await openDesk();
    await there(desk, '.read a');
    await expectNoHarm(desk);
    await choose('#pane-panel-markdown', '.md');
    await expectNoHarm(desk);
    await choose('#pane-panel-preflight', '[data-finding]');
    await expectNoHarm(desk);
  });

  test.each(['backlog', 'drafts', 'bin'])('is text in the rail, under %s', async (list) => {
    await choose(`#rail-panel-${list}`, `[data-list="${list}"] [data-entry]`);
    await expectNoHarm(desk);
  });

  test('is text among what a search finds, in the editor, in earlier versions and before publishing', async () => {
    await desk.evaluate(`document.querySelector('#find').focus()`);
    await desk.type('hacked');
    await there(desk, '[data-list="search"] .rail-h');
    await expectNoHarm(desk);
    await desk.press('Escape');
    await desk.evaluate(`document.querySelector('#issue [data-entry]').focus()`);
    await desk.press('Enter');
    await choose('form[data-entry] [data-act="versions"]', '.versions');
    await expectNoHarm(desk);
    await choose('form[data-entry] [data-act="done"]', '#issue article[data-entry], #issue [data-entry]');
    await choose('.mast-acts > .btn-primary', '[role="dialog"]');
    await expectNoHarm(desk);
    await desk.evaluate(`document.querySelector('[role="dialog"] .row .btn').click()`);
    await desk.waitFor(`document.querySelector('[role="dialog"]') === null`, PATIENT);
  });

  test('hands no page a way back that is opened from the preview', async () => {
    await choose('#pane-panel-rendered', '.read a');
    const address = `${stage.site.origin}/runs`;
    await desk.evaluate((to) => document.querySelector<HTMLElement>(`.read a[href="${to}"]`)?.focus(), address);
    await desk.press('Enter');
    const page = await stage.browser.waitForTab('/runs', PATIENT);
    await page.waitFor(`document.title === 'It runs'`, PATIENT);
    expect(await page.evaluate(`[window.opener, document.referrer, history.length]`)).toEqual([null, '', 1]);
    await page.close();
  });

  test('leaves in files whose names are safe, and of which none acts', async () => {
    const take = async (line: number) => {
      const path = await downloadInto(folder, async () => {
        await choose('.way-download > .menu-at > button', '.way-download [role="menuitem"]');
        await desk.click(`.way-download [role="menuitem"]:nth-of-type(${line})`);
      });
      expect(dirname(path)).toBe(folder);
      expect(basename(path)).toMatch(/^(?![-.~])[^\p{C}/\\:*?"<>|]{1,125}\.(?:md|html|json|csv)$/u);
      return readFileSync(path, 'utf8');
    };
    expect(await take(1)).toContain('hacked()');
    const html = await take(2);
    await take(3);
    const { data } = Papa.parse<string[]>(await take(4));
    expect(data.flat().filter((cell) => cell.includes('hacked')).length).toBeGreaterThan(100);
    expect(data.flat().filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell))).toEqual([]);
    // Without the policy it forbids itself everything with, and without pictures, which are the editor's to publish.
    const bare = html.replace(/<meta http-equiv[^>]*>/, '').replaceAll('<img ', '<x-img ');
    expect(bare).not.toBe(html);
    pages.set('/taken', `<script>function hacked() { window.ran = true; }</script>${bare}`);
    const page = await stage.browser.openTab(`${stage.site.origin}/taken`);
    expect(await page.evaluate(`window.ran ?? document.querySelectorAll('a').length > 2`)).toBe(true);
    expect(await page.evaluate(`window.ran ?? 'nothing ran'`)).toBe('nothing ran');
    await page.close();
  });

  test('is text in the popup over a page that it knows', async () => {
    const tab = await stage.browser.openTab(`${stage.site.origin}/ran`);
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#memory') && ${KNOWN}`, PATIENT);
    await expectNoHarm(popup);
    await popup.close();
  });

  test('is text, too, where the newsletter itself cannot be printed', async () => {
    await desk.close();
    await seed(stage.browser, { settings: [{ name: 'currentNewsletter', value: 'refuses' }] });
    await openDesk();
    await expectNoHarm(desk);
    for (const [part, shown] of ROOMS.slice(0, 2)) {
      const options = await stage.browser.openExtensionPage(`options/options.html#${part}`);
      await there(options, shown);
      await expectNoHarm(options);
      await options.close();
    }
  });
});
