import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Surface, Tab } from '../../scripts/browsers/browser.ts';
import { until } from '../../scripts/browsers/until.ts';
import { stored } from '../../src/storage/entries.ts';
import { aNewsletter, anEntry } from '../records.ts';
import { axeFaults } from './axe.ts';
import {
  aPage,
  BACKED_UP,
  BROWSERS,
  entriesIn,
  openPopup,
  PATIENT,
  PICTURE,
  type Stage,
  save,
  seed,
  setStage,
} from './stage.ts';

/** Where pictures go, to be looked at: `ROUNDUP_SHOTS=/tmp/shots`. */
const SHOTS = process.env.ROUNDUP_SHOTS;

/** Does something to the browser’s databases; the pages that have them open let go of them. */
async function atDatabase(stage: Stage, work: string): Promise<void> {
  const page = await stage.browser.openExtensionPage('options/options.html#privacy');
  await page.evaluate(
    `new Promise((resolve, reject) => { const request = ${work}; request.onsuccess = () => { request.result?.close?.(); resolve(true); }; request.onerror = () => reject(request.error); })`,
  );
  await page.close();
}

describe.each(BROWSERS)('a database that was lost, in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  beforeAll(async () => {
    stage = await setStage(name, new Map([['/page', aPage('A page')]]));
    const { newsletter, issue, articles } = aNewsletter();
    await seed(stage.browser, {
      newsletters: [newsletter],
      issues: [issue],
      entries: [1, 2, 3].map((n) =>
        stored(
          anEntry({ id: `e${n}`, sectionId: articles, issueId: issue.id, rank: `a${n}`, commentary: `Entry ${n}.` }),
        ),
      ),
    });
    tab = await stage.browser.openTab(`${stage.site.origin}/page`);
    const popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type('Before the loss.');
    await popup.close();
    // The desk backs up by itself when it is open, and notes what there is.
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.room')`, PATIENT);
    await desk.waitFor(BACKED_UP, PATIENT);
    await desk.waitFor(`localStorage.getItem('held')?.includes('"entries":4')`, PATIENT);
    await desk.close();
    await atDatabase(stage, `indexedDB.deleteDatabase('roundup')`);
  });
  afterAll(() => stage?.end());

  const shoot = async (surface: Surface, state: string) => {
    if (SHOTS === undefined) return;
    for (const scheme of ['light', 'dark'] as const) {
      await stage.browser.setColorScheme(scheme);
      await surface.screenshot(join(SHOTS, `lost-${state}-${name}-${scheme}.png`));
    }
    await stage.browser.setColorScheme('light');
  };

  test('the popup begins no first run over it, and what is typed stays aside', async () => {
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#lost-desk')`, PATIENT);
    expect(await popup.evaluate(`document.querySelector('#newsletter')`)).toBeNull();
    await popup.click('#commentary');
    await popup.type('After the loss.');
    expect(await axeFaults(popup)).toEqual([]);
    await shoot(popup, 'popup');
    await popup.close();
    expect(await entriesIn(stage.browser)).toEqual([]);
  });

  test('the desk offers the newest backup before anything is written, and brings everything back', async () => {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#restore')`, PATIENT);
    expect(await desk.evaluate(`document.querySelector('.lost').textContent`)).toContain('there were 4 entries');
    expect(await desk.evaluate(`document.querySelector('#restore').textContent`)).toContain('with 4 entries');
    expect(await axeFaults(desk)).toEqual([]);
    await shoot(desk, 'desk');
    await desk.waitFor(`document.activeElement.id === 'restore'`, PATIENT);
    await desk.press('Enter');
    await desk.waitFor(`document.querySelector('#issue-title')`, PATIENT);
    await desk.close();
    const texts = (await entriesIn(stage.browser)).map(({ commentary }) => commentary).sort();
    expect(texts).toEqual(['Before the loss.', 'Entry 1.', 'Entry 2.', 'Entry 3.'].sort());
    // What was typed meanwhile goes on behind the draft of its page.
    const popup = await openPopup(stage, tab);
    await popup.waitFor(
      `document.querySelector('#commentary').value === 'Before the loss.\\n\\nAfter the loss.'`,
      PATIENT,
    );
    await save(popup);
    await popup.close();
  });

  test('a database that a newer Roundup wrote is shown, can be taken away, and is not written', async () => {
    await atDatabase(stage, `indexedDB.open('roundup', 30)`);
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#newer') && document.querySelector('[data-list="issue"]')`, PATIENT);
    expect(await desk.evaluate(`document.querySelector('#issue-title')`)).toBeNull();
    expect(await axeFaults(desk)).toEqual([]);
    await shoot(desk, 'newer');
    await desk.close();
    const options = await stage.browser.openExtensionPage('options/options.html#backup');
    await options.waitFor(`document.querySelector('#newer') && document.querySelector('#back-up')`, PATIENT);
    await options.click('#back-up');
    await options.waitFor(`document.querySelector('.told')?.textContent.includes('all equal')`, PATIENT);
    await options.close();
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('.note-warn')?.textContent.includes('newer Roundup')`, PATIENT);
    await popup.close();
  });

  test('the desk offers it also where a crash took the note of what there was along', async () => {
    await atDatabase(stage, `indexedDB.deleteDatabase('roundup')`);
    const beside = await stage.browser.openExtensionPage(PICTURE);
    await beside.evaluate(`localStorage.removeItem('held')`);
    await beside.close();
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#restore')?.textContent.includes('4 entries')`, PATIENT);
    await desk.close();
  });

  test('starting empty is a choice, too', async () => {
    await atDatabase(stage, `indexedDB.deleteDatabase('roundup')`);
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#start-empty')`, PATIENT);
    await desk.click('#start-empty');
    await desk.waitFor(`document.querySelector('main h1')?.textContent.includes('no name yet')`, PATIENT);
    await desk.close();
    const popup = await stage.browser.clickToolbarButton(tab);
    await popup.waitFor(`document.querySelector('#newsletter')`, PATIENT);
    await popup.close();
  });
});

/** What lies in the journal beside the database. A file may be gone by its turn: the journal is written meanwhile. */
const JOURNAL = `navigator.storage.getDirectory().then((root) => root.getDirectoryHandle('journal')).then(async (folder) => {
  const texts = [];
  for await (const [name, handle] of folder.entries()) texts.push(await handle.getFile().then((file) => file.text(), () => ''));
  return texts.join('\\n');
})`;

describe.each(BROWSERS)('what was written since the newest backup, in %s', (name) => {
  let stage: Stage;
  let before: unknown[];
  const text = 'Since  the “backup”: knöts, 山 and *more*. ';
  beforeAll(async () => {
    stage = await setStage(
      name,
      new Map([
        ['/one', aPage('Page one')],
        ['/two', aPage('Page two')],
        ['/three', aPage('Page three')],
      ]),
    );
    const { newsletter, issue, articles } = aNewsletter();
    await seed(stage.browser, {
      newsletters: [newsletter],
      issues: [issue],
      entries: [1, 2].map((n) =>
        stored(
          anEntry({ id: `e${n}`, sectionId: articles, issueId: issue.id, rank: `a${n}`, commentary: `Entry ${n}.` }),
        ),
      ),
    });
    const backed = await stage.browser.openExtensionPage('desk/desk.html');
    await backed.waitFor(`document.querySelector('.room')`, PATIENT);
    await backed.waitFor(BACKED_UP, PATIENT);
    await backed.close();
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('[data-entry="e1"]')`, PATIENT);
    await desk.evaluate(`document.querySelector('[data-entry="e1"]').focus()`);
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement.matches('form[data-entry] .commentary')`, PATIENT);
    await desk.type(text);
    await desk.waitFor(`${JOURNAL}.then((all) => all.includes('Since  the'))`, PATIENT);
    await desk.close();
    const page = await stage.browser.openTab(`${stage.site.origin}/three`);
    await page.pressCommand('save-later', 'Alt+Shift+L');
    await until('The journal', async () => {
      const beside = await stage.browser.openExtensionPage(PICTURE);
      const all = await beside.evaluate<string>(JOURNAL).finally(() => beside.close());
      return all.includes('Page three');
    });
    await page.close();
    // Closed in the moment of saving, and no other page of Roundup is opened before the loss.
    for (const path of ['one', 'two']) {
      const tab = await stage.browser.openTab(`${stage.site.origin}/${path}`);
      const popup = await openPopup(stage, tab);
      await popup.click('#commentary');
      await popup.type(`${path}: a word.`);
      await save(popup);
      await popup.close();
      await tab.close();
    }
    before = await entriesIn(stage.browser);
    expect(before, JSON.stringify(before)).toHaveLength(5);
  });
  afterAll(() => stage?.end());

  const comesBack = async (said: string, button: string, state: string) => {
    await atDatabase(stage, `indexedDB.deleteDatabase('roundup')`);
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('#restore') && document.querySelector('#since')`, PATIENT);
    expect(await desk.evaluate(`document.querySelector('#since').textContent`)).toBe(said);
    expect(await desk.evaluate(`document.querySelector('#restore').textContent`)).toContain(button);
    expect(await axeFaults(desk)).toEqual([]);
    if (SHOTS !== undefined) {
      for (const scheme of ['light', 'dark'] as const) {
        await stage.browser.setColorScheme(scheme);
        await desk.screenshot(join(SHOTS, `since-${state}-${name}-${scheme}.png`));
      }
      await stage.browser.setColorScheme('light');
      await desk.setWidth(360);
      await desk.screenshot(join(SHOTS, `since-${state}-${name}-360.png`));
      await desk.setWidth(null);
    }
    await desk.click('#restore');
    await desk.waitFor(`document.querySelector('#issue-title')`, PATIENT);
    // What came back is written down like anything else.
    await desk.waitFor(`${JOURNAL}.then((all) => all.includes('Entry 2.'))`, PATIENT);
    await desk.close();
    expect(await entriesIn(stage.browser)).toEqual(before);
  };

  test('comes back with the backup, every text to the letter', async () => {
    expect(before).toContainEqual(expect.objectContaining({ id: 'e1', commentary: expect.stringContaining(text) }));
    await comesBack(
      '4 entries were written or changed after the newest backup. Roundup has them beside the database, and restores them with the backup.',
      'with 2 entries',
      'backup',
    );
  });

  test('comes back where there is no backup', async () => {
    const page = await stage.browser.openExtensionPage('options/options.html#privacy');
    await page.evaluate(
      `navigator.storage.getDirectory().then((root) => root.removeEntry('backups', { recursive: true }))`,
    );
    await page.close();
    await comesBack('Beside the database Roundup has kept 5 entries.', 'Bring back 5 entries', 'alone');
  });
});
