import { expect } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import { aPage, formOf, openPopup, PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { readWhole } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';

const PAGES = 120;
const textsOf = (whole: Whole) => records<Entry>(whole, 'entries').map(({ commentary }) => commentary);
const text = (round: number) => `Round ${round}.  “Kept.”`;

/** A page is saved from the popup. What was saved in earlier rounds lies there too. */
export const save: Operation = {
  name: 'save',
  pages: new Map(Array.from({ length: PAGES }, (_, at) => [`/page-${at}`, aPage(`Page ${at}`)] as const)),
  async ready(stage, round) {
    const tab = await stage.browser.openTab(`${stage.site.origin}/page-${round}`);
    const popup = await openPopup(stage, tab);
    await popup.click('#commentary');
    await popup.type(text(round));
    // The last key, too, has been written: what a dying browser takes with it of the keys of its last milliseconds is
    // another matter. Firefox has on the disk what was laid aside only some seconds later.
    await expect.poll(async () => textsOf(await readWhole(popup)), PATIENT).toContain(text(round));
    return {
      surface: popup,
      again: async () => {},
      act: () => popup.press('Control+Enter'),
      acknowledged: `document.querySelector('#undo')`,
      close: async () => {
        await popup.close();
        await tab.close();
      },
    };
  },
  outcome(before, after, round) {
    const states = new Map(records<Entry>(after, 'entries').map(({ commentary, state }) => [commentary, state]));
    const typed = text(round);
    for (const { commentary, state } of records<Entry>(before, 'entries')) {
      if (state === 'kept' && states.get(commentary) !== 'kept')
        throw new HalfDone(`“${commentary}” is not kept any more`);
    }
    const state = states.get(typed);
    if (state === undefined) throw new HalfDone(`what was typed is gone: “${typed}” of ${textsOf(after).join(', ')}`);
    return state === 'kept' ? 'done' : 'nothing';
  },
  async says(stage, beside, outcome, round) {
    const tab = await stage.browser.openTab(`${stage.site.origin}/page-${round}`);
    const popup = await openPopup(stage, tab);
    const words = async () => ({
      text: (await formOf(popup)).commentary,
      isSaved: (await formOf(popup)).notes.includes('In issue 1 since'),
      button: await popup.evaluate<string>(`document.querySelector('#save span').textContent`),
    });
    const isSaved = outcome === 'done';
    const wanted = { text: text(round), isSaved, button: isSaved ? 'Save changes' : 'Save' };
    await expect.poll(words, PATIENT).toEqual(wanted);
    await popup.close();
    await tab.close();
    await deskAgrees(stage.browser, beside);
  },
};
