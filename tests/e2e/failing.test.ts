import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../../scripts/browsers/browser.ts';
import { aPage, BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

const TITLE = 'A page';

/** Extensions with unlimitedStorage meet no quota but the disk's, so the browser's own put is made to fail as on a full disk. */
function fillDisk() {
  const whole = window as unknown as { put: IDBObjectStore['put'] };
  whole.put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

describe.each(BROWSERS)('when nothing can be written, in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  let popup: Popup;
  beforeAll(async () => {
    stage = await setStage(name, new Map([['/page', aPage(TITLE)]]));
    tab = await stage.browser.openTab(`${stage.site.origin}/page`);
    popup = await openPopup(stage, tab);
  });
  afterAll(() => stage?.end());

  test('a full disk is said, the text stays, can be copied as Markdown, and is kept once there is room', async () => {
    await popup.evaluate(fillDisk);
    await popup.click('#commentary');
    await popup.type('No room.');
    await popup.press('Control+Enter');
    await popup.waitFor(`document.querySelector('.note-bad')?.textContent.includes('out of space')`, PATIENT);
    expect((await formOf(popup)).commentary).toBe('No room.');
    await popup.click('.note-bad button');
    await popup.waitFor(`document.querySelector('.note-bad button').textContent.includes('Copied')`, PATIENT);
    await popup.evaluate(() => {
      IDBObjectStore.prototype.put = (window as unknown as { put: IDBObjectStore['put'] }).put;
    });
    await popup.click('#commentary');
    await save(popup);
    expect(await entriesIn(stage.browser)).toMatchObject([{ state: 'kept', commentary: 'No room.' }]);
  });

  test('a letter that a desk could not write before it was closed stands in the next desk, and in the database', async () => {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('[aria-labelledby="letter"] .sec-add')`, PATIENT);
    await desk.evaluate(fillDisk);
    await desk.click('[aria-labelledby="letter"] .sec-add');
    await desk.waitFor(`document.querySelector('#letter-text') === document.activeElement`, PATIENT);
    await desk.type('Good morning.');
    await desk.waitFor(`document.body.textContent.includes('Not kept: the browser is out of space')`, PATIENT);
    await desk.close();
    const next = await stage.browser.openExtensionPage('desk/desk.html');
    const letter = `document.querySelector('[aria-labelledby="letter"] .letter')?.textContent === 'Good morning.'`;
    await next.waitFor(
      `${letter} && !Object.keys(localStorage).some((name) => name.startsWith('unfinished'))`,
      PATIENT,
    );
    await next.close();
  });
});

// Chromium allows no extension in a driven incognito window; over one, its popup writes into the profile like any other.
describe('in a private window of Firefox', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage('firefox', new Map([['/page', aPage(TITLE)]]));
  });
  afterAll(() => stage?.end());

  test('it is said that nothing can be kept, and the entry is copied as Markdown', async () => {
    const tab = await stage.browser.openPrivateWindow(`${stage.site.origin}/page`);
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#title')?.value === '${TITLE}'`, PATIENT);
    expect((await formOf(popup)).notes).toContain('Nothing can be kept in this private window');
    await popup.click('#commentary');
    await popup.type('Privately.');
    await popup.click('#save');
    await popup.waitFor(`document.querySelector('#save').textContent.includes('Copied')`, PATIENT);
    await popup.click('#commentary');
    await popup.press('Control+a');
    await popup.press('Control+v');
    const markdown = `[${TITLE}](${stage.site.origin}/page)\n\nPrivately.`;
    await popup.waitFor(
      (text) => document.querySelector<HTMLTextAreaElement>('#commentary')?.value === text,
      PATIENT,
      markdown,
    );
    await popup.close();
    expect(await entriesIn(stage.browser)).toEqual([]);
  });
});
