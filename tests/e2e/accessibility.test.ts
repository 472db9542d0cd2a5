import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Popup, Surface, Tab } from '../../scripts/browsers/browser.ts';
import { aPage, BROWSERS, openPopup, PATIENT, type Stage, save, setStage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every fault that axe finds, in words. */
async function faults(surface: Surface): Promise<string[]> {
  await surface.evaluate(`(() => { ${AXE}; window.axe = axe; })()`);
  const { violations } = await surface.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.parse(JSON.stringify({ violations })))`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

describe.each(BROWSERS)('axe finds nothing in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  beforeAll(async () => {
    const pages = new Map(['light', 'dark'].map((scheme) => [`/${scheme}`, aPage(`A page in the ${scheme}`)] as const));
    stage = await setStage(name, pages);
    tab = await stage.browser.openTab(`${stage.site.origin}/light`);
  });
  afterAll(() => stage?.end());

  async function popupOf(scheme: 'light' | 'dark'): Promise<Popup> {
    await stage.browser.setColorScheme(scheme);
    await tab.goto(`${stage.site.origin}/${scheme}`);
    return stage.browser.clickToolbarButton(tab);
  }

  test('in the first run', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      const popup = await popupOf(scheme);
      await popup.waitFor(`document.querySelector('#newsletter')`, PATIENT);
      expect(await faults(popup)).toEqual([]);
      await popup.close();
    }
    await (await openPopup(stage, tab)).close();
  });

  test.each(['light', 'dark'] as const)(
    'in the popup, %s: fresh, choosing a section, writing each shape, saved',
    async (scheme) => {
      await (await popupOf(scheme)).close();
      const popup = await openPopup(stage, tab);
      expect(await faults(popup)).toEqual([]);
      await popup.click('#section');
      await popup.waitFor(`document.querySelector('[role="listbox"]')`, PATIENT);
      expect(await faults(popup)).toEqual([]);
      await popup.press('Escape');
      await popup.click('#commentary');
      await popup.type('Words.');
      for (const shape of ['inline', 'one-liner', 'listing', 'headline']) {
        await popup.click(`label:has(input[name="shape"][value="${shape}"])`);
        expect(await faults(popup)).toEqual([]);
      }
      await save(popup);
      expect(await faults(popup)).toEqual([]);
      await popup.close();
    },
  );

  test.each(['light', 'dark'] as const)('on the desk, %s: reading and editing', async (scheme) => {
    await stage.browser.setColorScheme(scheme);
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('[data-entry]') && document.querySelector('.proof')`, PATIENT);
    expect(await faults(desk)).toEqual([]);
    await desk.click('[data-entry]');
    await desk.press('Enter');
    await desk.waitFor(`document.querySelector('[data-entry] textarea')`, PATIENT);
    expect(await faults(desk)).toEqual([]);
    await desk.close();
  });

  test.each(['light', 'dark'] as const)('in the options, %s', async (scheme) => {
    await stage.browser.setColorScheme(scheme);
    const options = await stage.browser.openExtensionPage('options/options.html');
    await options.waitFor(`document.querySelector('table')`, PATIENT);
    expect(await faults(options)).toEqual([]);
    await options.close();
  });
});
