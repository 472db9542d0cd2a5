import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPage, BROWSERS, entriesIn, openPopup, type Stage, save, setStage } from './stage.ts';

/** Of every browser; more with ROUNDUP_WHOLE=1. Kills at other moments than right after Save are in `faults`. */
const KILLS = process.env.ROUNDUP_WHOLE === '1' ? 20 : 6;

describe.each(BROWSERS)('a browser that is killed: %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    const pages = Array.from({ length: KILLS }, (_, at) => [`/page-${at}`, aPage(`Page ${at}`)] as const);
    stage = await setStage(name, new Map(pages));
  });
  afterAll(() => stage?.end());

  test(`loses no entry that was saved, in ${KILLS} kills right after Save`, {
    timeout: 1_200_000,
    retry: 0,
  }, async () => {
    const missing: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const tab = await stage.browser.openTab(`${stage.site.origin}/page-${kill}`);
      const popup = await openPopup(stage, tab);
      await popup.click('#commentary');
      await popup.type(`Entry ${kill}.`);
      await save(popup);
      await stage.browser.kill();
      const browser = await stage.again();
      const kept = (await entriesIn(browser))
        .filter(({ state }) => state === 'kept')
        .map(({ commentary }) => commentary);
      for (let saved = 0; saved <= kill; saved += 1) {
        if (!kept.includes(`Entry ${saved}.`)) missing.push(saved);
      }
    }
    console.log(`${name}: ${KILLS} kills, ${new Set(missing).size} entries lost`);
    expect(missing).toEqual([]);
  });
});
