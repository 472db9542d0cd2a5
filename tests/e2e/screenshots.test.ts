import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { busy } from '../fixtures/busy.ts';
import { DESK_STATES, loadBusyDesk, showView } from './desk-states.ts';
import { type Stage, seed, setStage } from './stage.ts';

/** Where the pictures go: `ROUNDUP_SHOTS=/tmp/shots npm run journeys -- screenshots`. Without it nothing is done. */
const FOLDER = process.env.ROUNDUP_SHOTS;

// To be looked at beside the mockups; there is nothing to be compared by a machine.
describe.skipIf(FOLDER === undefined).each([360, 768, 1440])('pictures of the desk, %i pixels wide', (width) => {
  let stage: Stage;
  let desk: Tab;
  beforeAll(async () => {
    mkdirSync(FOLDER ?? '', { recursive: true });
    stage = await setStage('chromium', new Map());
    await seed(stage.browser, busy(Date.now()));
    desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.setWidth(width);
  });
  afterAll(() => stage?.end());

  test.each(['light', 'dark'] as const)('%s', { timeout: 600_000 }, async (scheme) => {
    await stage.browser.setColorScheme(scheme);
    for (const { name, view, wide, enter } of DESK_STATES) {
      if (wide && width === 360) continue;
      await loadBusyDesk(desk);
      await enter(desk);
      await showView(desk, view);
      // What moves comes to rest first.
      await desk.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => true));
      await desk.screenshot(join(FOLDER ?? '', `desk-${width}-${name}-${scheme}.png`));
    }
  });
});
