import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPage, BROWSERS, formOf, openPopup, PATIENT, type Stage, setStage } from './stage.ts';

const TRIALS = 50;
const CLOSINGS = ['by its key', 'by a click on the page', 'with its tab'] as const;

/** 300 words, every one of them different. */
const TEXT = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

describe.each(BROWSERS)('half-written text in %s', (name) => {
  let stage: Stage;
  beforeAll(async () => {
    const pages = Array.from({ length: TRIALS }, (_, at) => [`/page-${at}`, aPage(`Page ${at}`)] as const);
    stage = await setStage(name, new Map(pages));
  });
  afterAll(() => stage?.end());

  test(`is all there up to the last input event, with section and caret, after ${TRIALS} popups closed at random moments`, {
    timeout: 1_800_000,
    // One loss is a failure, however seldom.
    retry: 0,
  }, async () => {
    const random = numbers(20_261_122);
    const next = () => random.next().value as number;
    const lost: string[] = [];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const closing = CLOSINGS[trial % CLOSINGS.length] ?? 'by its key';
      const typed = TEXT.slice(0, 1 + Math.floor(next() * TEXT.length));
      const url = `${stage.site.origin}/page-${trial}`;
      const tab = await stage.browser.openTab(url);
      const popup = await openPopup(stage, tab);
      // Another section than the one that is offered, so that it must come back from the draft.
      await popup.click('#section');
      await popup.press('3');
      const { section } = await formOf(popup);
      await popup.click('#commentary');
      // Each key is answered only after its input event is over: what is typed here has been put in.
      await popup.type(typed);
      // In every other trial the typing goes on while the popup dies.
      const goesOn = trial % 2 === 1;
      const rest = goesOn ? popup.type(TEXT.slice(typed.length, typed.length + 50)).catch(() => {}) : undefined;
      if (closing === 'by its key') await popup.close();
      else if (closing === 'by a click on the page') await popup.closeByClickOnPage();
      else await tab.close();
      await rest;

      const back = closing === 'with its tab' ? await stage.browser.openTab(url) : tab;
      const reopened = await openPopup(stage, back);
      await reopened.waitFor(`document.querySelector('#commentary').value !== ''`, PATIENT).catch(() => {});
      const form = await formOf(reopened);
      const { commentary } = form;
      const isThere = goesOn ? TEXT.startsWith(commentary) && commentary.startsWith(typed) : commentary === typed;
      const same = isThere && form.section === section && form.caret[0] === commentary.length;
      if (!same)
        lost.push(
          `${trial} ${closing}: ${typed.length} typed, ${form.commentary.length} found, ${form.section}, caret ${form.caret}`,
        );
      await reopened.close();
      await back.close();
    }
    console.log(`${name}: ${TRIALS} popups closed in the middle of writing, ${lost.length} with a loss`);
    expect(lost).toEqual([]);
  });
});
