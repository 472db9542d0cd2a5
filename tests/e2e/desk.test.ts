import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { aPage, BROWSERS, entriesIn, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

const NAMES = ['One', 'Two', 'Three'];

describe.each(BROWSERS)('the desk in %s', (name) => {
  let stage: Stage;
  let reading: Tab;
  let desk: Tab;
  beforeAll(async () => {
    stage = await setStage(name, new Map(NAMES.map((title) => [`/${title}`, aPage(title)] as const)));
    reading = await stage.browser.openTab(`${stage.site.origin}/One`);
    await (await openPopup(stage, reading)).close();
    desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.click('#pane-panel-markdown');
  });
  afterAll(() => stage?.end());

  /** The titles of the issue in the order of the page; empty once they are as expected. */
  const shows = (...titles: string[]) =>
    desk.waitFor(
      (expected) =>
        [...document.querySelectorAll('#issue [data-entry] h4')].map((title) => title.textContent).join() === expected,
      PATIENT,
      titles.join(),
    );
  /** The titles as they stand in the Markdown beside it. */
  const prints = (...titles: string[]) =>
    desk.waitFor(
      (expected) =>
        (document.querySelector('.md')?.textContent?.match(/(?<=\[)(One|Two|Three)(?=\])/g) ?? []).join() === expected,
      PATIENT,
      titles.join(),
    );

  test('shows an entry as soon as it is saved in the popup, without being loaded again', async () => {
    for (const title of NAMES) {
      await reading.bringToFront();
      await reading.goto(`${stage.site.origin}/${title}`);
      const popup = await openPopup(stage, reading);
      await popup.click('#commentary');
      await popup.type(`About ${title}.`);
      await save(popup);
      await popup.close();
    }
    await desk.bringToFront();
    await shows('One', 'Two', 'Three');
    await desk.click('#pane-panel-markdown');
    await prints('One', 'Two', 'Three');
  });

  test('moves entries by key, prints the new order, and undoes it', async () => {
    await desk.click('#issue [data-entry] h4');
    await desk.press('Alt+ArrowDown');
    await shows('Two', 'One', 'Three');
    await desk.press('Alt+ArrowDown');
    await shows('Two', 'Three', 'One');
    await prints('Two', 'Three', 'One');
    await desk.press('Control+z');
    await shows('Two', 'One', 'Three');
    await desk.press('Control+z');
    await shows('One', 'Two', 'Three');
    await prints('One', 'Two', 'Three');
  });

  test('puts an entry into the backlog and back', async () => {
    await desk.click('#issue [data-entry] h4');
    await desk.press('b');
    await shows('Two', 'Three');
    await prints('Two', 'Three');
    await desk.click('button[aria-label^="Add to issue"]');
    await shows('Two', 'Three', 'One');
    await prints('Two', 'Three', 'One');
  });

  test('deletes with undo', async () => {
    await desk.click('#issue [data-entry] h4');
    await desk.press('Delete');
    await shows('Three', 'One');
    expect((await entriesIn(stage.browser)).find(({ commentary }) => commentary === 'About Two.')?.place).toBe('bin');
    await desk.bringToFront();
    await desk.press('Control+z');
    await shows('Two', 'Three', 'One');
  });

  test('keeps what is typed into an entry, to the letter, and prints it', async () => {
    await desk.click('#issue [data-entry] h4');
    await desk.press('Enter');
    await desk.waitFor(`document.activeElement?.tagName === 'TEXTAREA'`, PATIENT);
    await desk.press('Control+End');
    await desk.type('  Two spaces,\nand “quotes”.');
    const text = 'About Two.  Two spaces,\nand “quotes”.';
    await desk.waitFor((typed) => document.querySelector('.md')?.textContent?.includes(typed), PATIENT, text);
    await desk.press('Escape');
    expect((await entriesIn(stage.browser)).map(({ commentary }) => commentary)).toContain(text);
  });
});
