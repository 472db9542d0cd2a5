import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Tab } from '../../scripts/browsers/browser.ts';
import { aPage, BROWSERS, entriesIn, formOf, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

describe.each(BROWSERS)('saving in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  let popup: Popup;
  beforeAll(async () => {
    const paths = ['double', 'held', 'composed', 'again', 'link', 'keys'];
    stage = await setStage(name, new Map(paths.map((path) => [`/${path}`, aPage(path)])));
    tab = await stage.browser.openTab(`${stage.site.origin}/double`);
  });
  afterAll(() => stage?.end());

  async function writeAbout(path: string, text: string) {
    await tab.goto(`${stage.site.origin}/${path}`);
    popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type(text);
  }

  async function entriesSaying(text: string) {
    return (await entriesIn(stage.browser)).filter(({ commentary }) => commentary.includes(text));
  }

  test('a double click on Save makes one entry', async () => {
    await writeAbout('double', 'Clicked twice.');
    await Promise.all([popup.click('#save'), popup.click('#save', { nth: 2 }).catch(() => {})]);
    await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
    expect(await entriesSaying('Clicked twice.')).toMatchObject([{ state: 'kept' }]);
  });

  test('Ctrl+Enter pressed again and again makes one entry', async () => {
    await writeAbout('held', 'Held down.');
    for (let press = 0; press < 5; press += 1) await popup.press('Control+Enter').catch(() => {});
    await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
    expect(await entriesSaying('Held down.')).toMatchObject([{ state: 'kept' }]);
  });

  test('Enter while an input method composes neither saves nor chooses', async () => {
    await writeAbout('composed', 'Then ');
    await popup.compose('日本語');
    await popup.waitFor(`document.querySelector('#commentary').value === 'Then 日本語'`, PATIENT);
    expect(await popup.evaluate(`document.querySelector('#undo') === null`)).toBe(true);
    expect(await entriesSaying('Then 日本語')).toMatchObject([{ state: 'draft' }]);
    await popup.close();
  });

  test('a page of the form that is loaded again finds what was typed, once', async () => {
    const page = await stage.browser.openExtensionPage('popup/popup.html');
    await page.click('#commentary');
    await page.type('Typed once.');
    await page.waitFor(`document.querySelector('#keeping')?.textContent === 'Draft kept'`, PATIENT);
    await page.evaluate('document.isOld = true, void setTimeout(() => location.reload())');
    await page.waitFor(
      `!document.isOld && document.querySelector('#keeping')?.textContent === 'Draft kept' &&
        document.querySelector('#commentary').value.includes('Typed once.')`,
      PATIENT,
    );
    expect(await page.evaluate(`document.querySelector('#commentary').value`)).toBe('Typed once.');
    expect(await entriesSaying('Typed once.')).toMatchObject([{ commentary: 'Typed once.' }]);
    await page.close();
  });

  test('a page that was saved before opens its own entry, and saving it again makes no second one', async () => {
    await writeAbout('again', 'First thoughts.');
    await save(popup);
    await popup.close();
    popup = await openPopup(stage, tab);
    await expect.poll(() => formOf(popup), PATIENT).toMatchObject({ commentary: 'First thoughts.' });
    await popup.click('#commentary');
    await popup.press('Control+End');
    await popup.type(' And second ones.');
    await save(popup);
    expect(await entriesSaying('First thoughts.')).toMatchObject([
      { state: 'kept', commentary: 'First thoughts. And second ones.' },
    ]);
    await popup.close();
  });

  test('one key turns the selected words into the link to this page, and the entry is inline', async () => {
    await writeAbout('link', 'Read these words');
    for (let letter = 0; letter < 'these words'.length; letter += 1) await popup.press('Shift+ArrowLeft');
    await popup.press('Control+k');
    await popup.waitFor(`document.querySelector('#commentary').value.endsWith(')')`, PATIENT);
    await save(popup);
    expect(await entriesSaying('Read [these words]')).toMatchObject([
      { shape: 'inline', commentary: `Read [these words](${stage.site.origin}/link)` },
    ]);
    await popup.close();
  });

  test('the browser has given the popup and the desk their keys', async () => {
    const options = await stage.browser.openExtensionPage('options/options.html');
    const keys = await options.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { commands: { getAll(): Promise<Command[]> } }
      >;
      type Command = { name: string; shortcut: string };
      const commands = await (browser ?? chrome)?.commands.getAll();
      return Object.fromEntries((commands ?? []).map(({ name, shortcut }) => [name, shortcut]));
    });
    await options.close();
    expect(keys).toEqual({
      _execute_action: 'Alt+Shift+E',
      'open-desk': 'Alt+Shift+D',
      'save-later': 'Alt+Shift+L',
    });
  });

  test('everything is done without the mouse: write, choose the section by number, save for later', async () => {
    await tab.goto(`${stage.site.origin}/keys`);
    popup = await openPopup(stage, tab);
    await popup.waitFor(`document.activeElement?.id === 'commentary'`, PATIENT);
    await popup.type('No mouse.');
    for (let tabs = 0; tabs < 6; tabs += 1) {
      if (await popup.evaluate(`document.activeElement?.id === 'section'`)) break;
      await popup.press('Tab');
    }
    await popup.press('2');
    await popup.press('Control+Shift+Enter');
    await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
    expect(await entriesSaying('No mouse.')).toMatchObject([{ state: 'kept', place: 'backlog' }]);
  });
});
