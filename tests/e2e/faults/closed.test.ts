import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Surface, Tab } from '../../../scripts/browsers/browser.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { stored } from '../../../src/storage/entries.ts';
import { halfDone } from '../../fixtures/half-done.ts';
import { aLink, aNewsletter, anEntry } from '../../records.ts';
import { aPage, BROWSERS, openPopup, PATIENT, type Stage, setStage } from '../stage.ts';
import { layDown, openBeside, readWhole } from './lying.ts';
import { lyingBuild } from './lying-build.ts';
import { records } from './operation.ts';

const { newsletter, issue, articles } = aNewsletter();
const ENTRY = stored(
  anEntry({
    id: 'a',
    newsletterId: newsletter.id,
    issueId: issue.id,
    sectionId: articles,
    links: [aLink({ address: 'https://a.example/', title: 'Entry a' })],
    commentary: 'Words.',
  }),
);

describe.each(BROWSERS)('a database that the browser closes, in %s, takes', (name) => {
  let build: string;
  let stage: Stage;
  let beside: Tab;
  beforeAll(async () => {
    build = lyingBuild(name);
    stage = await setStage(name, new Map([['/page', aPage('A page')]]), { extension: build });
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.room')`, PATIENT);
    await desk.close();
    beside = await openBeside(stage.browser);
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(build, { recursive: true, force: true });
  });
  beforeEach(() => layDown(beside, { newsletters: [newsletter], issues: [issue], entries: [ENTRY] }));

  const entryWith = async (commentary: string) =>
    records<Entry>(await readWhole(beside), 'entries').find((entry) => entry.commentary === commentary);
  const isThere = async (text: string) => (await entryWith(text)) !== undefined;
  /** Between two keys, then with a key on its way: what is typed behind it is there, and the page says what is not. */
  async function closeUnder(page: Surface, begun: string): Promise<string> {
    expect(await page.evaluate<number>('lies.closeNow()')).toBeGreaterThan(0);
    await page.type(' After.');
    await expect.poll(() => isThere(`${begun} After.`), PATIENT).toBe(true);
    await page.evaluate('lies.closeAtNextWrite()');
    await page.type('!');
    const isSaid = () => page.evaluate<boolean>(`document.querySelector('.note-bad') !== null`);
    await expect.poll(async () => (await isThere(`${begun} After.!`)) || isSaid(), PATIENT).toBe(true);
    await page.type('?');
    await expect.poll(() => isThere(`${begun} After.!?`), PATIENT).toBe(true);
    await page.waitFor(`!document.querySelector('.note-bad')`, PATIENT);
    return `${begun} After.!?`;
  }

  test('nothing of what is typed on the desk, which goes on', async () => {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#issue [data-entry="a"]')`, PATIENT);
    await desk.evaluate(`document.querySelector('#issue [data-entry="a"]').focus()`);
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement?.matches('form[data-entry] .commentary')`, PATIENT);
    await desk.press('Control+End');
    const text = await closeUnder(desk, 'Words.');
    await desk.press('Escape');
    await desk.waitFor(
      (shown) => document.querySelector('#issue [data-entry="a"] .text')?.textContent === shown,
      PATIENT,
      text,
    );
    expect(halfDone(await readWhole(beside))).toEqual([]);
    await desk.close();
  });

  test('nothing of what is written in the popup, which saves it', async () => {
    const tab = await stage.browser.openTab(`${stage.site.origin}/page`);
    const popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type('Half a thought.');
    await expect.poll(() => isThere('Half a thought.'), PATIENT).toBe(true);
    const text = await closeUnder(popup, 'Half a thought.');
    await popup.evaluate('lies.closeAtNextWrite()');
    await popup.press('Control+Enter');
    await popup.waitFor(`document.querySelector('.note-bad, #undo')`, PATIENT);
    if (await popup.evaluate<boolean>(`document.querySelector('#undo') === null`)) {
      expect((await entryWith(text))?.state).toBe('draft');
      await popup.press('Control+Enter');
      await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
    }
    expect((await entryWith(text))?.state).toBe('kept');
    expect(halfDone(await readWhole(beside))).toEqual([]);
    await popup.close();
    await tab.close();
  });
});
