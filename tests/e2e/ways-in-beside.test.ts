import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Surface, Tab } from '../../scripts/browsers/browser.ts';
import { until } from '../../scripts/browsers/until.ts';
import { axeFaults } from './axe.ts';
import { aPage, BROWSERS, entriesIn, openPopup, PATIENT, type Stage, setStage } from './stage.ts';

/** Where pictures of the states go, to be looked at. */
const FOLDER = process.env.ROUNDUP_SHOTS;

const PARAGRAPH = 'Every lab with a shared freezer has had this argument, and nobody has won it yet. ';

describe.each(BROWSERS)('beside the page in %s', (name) => {
  let stage: Stage;
  let first: Tab;
  let second: Tab;
  let panel: Surface;
  beforeAll(async () => {
    const author = '<meta name="author" content="Orla Fennimore">';
    const pages = ['first', 'second', 'third', 'fourth'].map(
      (path) => [`/${path}`, aPage(`The ${path}`, author)] as const,
    );
    stage = await setStage(name, new Map(pages));
    first = await stage.browser.openTab(`${stage.site.origin}/first`);
    panel = await stage.browser.openBeside(await openPopup(stage, first));
  });
  afterAll(() => stage?.end());

  const title = (text: string) =>
    panel.waitFor((wanted) => document.querySelector<HTMLInputElement>('#title')?.value === wanted, PATIENT, text);

  /** What axe finds in the panel, in both themes; pictures are taken on the way. */
  async function faults(state: string): Promise<string[]> {
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      await stage.browser.setColorScheme(scheme);
      found.push(...(await axeFaults(panel)).map((fault) => `${scheme} ${fault}`));
      if (FOLDER !== undefined) await panel.screenshot(join(FOLDER, `panel-${state}-${scheme}-${name}.png`));
    }
    return found;
  }

  test('the form opens from the popup with what was read', async () => {
    await title('The first');
    await panel.waitFor(`document.querySelector('#byline').value === 'Orla Fennimore'`, PATIENT);
    expect(await faults('fresh')).toEqual([]);
  });

  test('it goes along to another page while nothing is written, as soon as Roundup may see that', async () => {
    second = await stage.browser.openTab(`${stage.site.origin}/second`);
    await panel.waitFor(`document.querySelector('.note')?.textContent.includes('does not see this page')`, PATIENT);
    expect(await faults('unseen')).toEqual([]);
    await (await stage.browser.clickToolbarButton(second)).close();
    await title('The second');
  });

  test('it takes a long commentary: all of it is kept, the form stays whole and nothing runs out of it', async () => {
    await panel.click('#commentary');
    await panel.type(PARAGRAPH.repeat(8));
    await panel.waitFor(`document.querySelector('#keeping')?.textContent === 'Draft kept'`, PATIENT);
    const fits = await panel.evaluate(() => {
      const save = document.querySelector('#save')?.getBoundingClientRect();
      return {
        inSight: (save?.bottom ?? 1e6) <= innerHeight,
        wide: document.documentElement.scrollWidth <= innerWidth,
      };
    });
    expect(fits).toEqual({ inSight: true, wide: true });
    expect(await faults('writing')).toEqual([]);
  });

  test('it stays with the draft when the editor goes to another page, and adds that page when told to', async () => {
    await first.bringToFront();
    await panel.waitFor(`document.querySelector('#elsewhere')`, PATIENT);
    await title('The second');
    expect(await faults('switched')).toEqual([]);
    await panel.click('#add-here');
    await panel.waitFor(`document.querySelectorAll('.links li').length === 2`, PATIENT);
    const draft = await until('The entry with two links', async () =>
      (await entriesIn(stage.browser)).find(({ links }) => links.length === 2),
    );
    expect(draft).toMatchObject({
      state: 'draft',
      commentary: PARAGRAPH.repeat(8),
      links: [{ title: 'The second' }, { title: 'The first' }],
    });
  });

  test('in the popup a page is added to the draft of another and is found from both; undone it is not', async () => {
    const third = await stage.browser.openTab(`${stage.site.origin}/third`);
    let popup = await openPopup(stage, third);
    await popup.click('#commentary');
    await popup.type('Two pages, one thought.');
    await popup.waitFor(`document.querySelector('#keeping')?.textContent === 'Draft kept'`, PATIENT);
    await popup.close();

    const fourth = await stage.browser.openTab(`${stage.site.origin}/fourth`);
    popup = await openPopup(stage, fourth);
    await popup.click('#offer-add');
    await popup.waitFor(`document.querySelector('#commentary').value === 'Two pages, one thought.'`, PATIENT);
    await popup.click('#added button');
    await popup.waitFor(
      `document.querySelector('#commentary').value === '' && !document.querySelector('.links')`,
      PATIENT,
    );
    await popup.close();

    popup = await openPopup(stage, fourth);
    await popup.click('#offer-add');
    await popup.waitFor(`document.querySelectorAll('.links li').length === 2`, PATIENT);
    if (FOLDER !== undefined) await popup.screenshot(join(FOLDER, `popup-addto-${name}.png`));
    await popup.close();
    for (const page of [third, fourth]) {
      popup = await openPopup(stage, page);
      await popup.waitFor(`document.querySelector('#commentary').value === 'Two pages, one thought.'`, PATIENT);
      await popup.close();
    }
  });
});
