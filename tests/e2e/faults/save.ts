import type { Entry } from '../../../src/domain/entry.ts';
import { aPage, openPopup } from '../stage.ts';
import { HalfDone, type Operation, records } from './operation.ts';

const PAGES = 120;
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
    await popup.waitFor(`document.querySelector('#keeping').textContent === 'Draft kept'`);
    return {
      surface: popup,
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
    for (const { commentary, state } of records<Entry>(before, 'entries')) {
      if (state === 'kept' && states.get(commentary) !== 'kept')
        throw new HalfDone(`“${commentary}” is not kept any more`);
    }
    const state = states.get(text(round));
    // The last keys before the save may not have reached the database yet.
    const isAside = records<Entry>(after, 'aside').some(({ commentary }) => commentary === text(round));
    if (state === undefined && !isAside) throw new HalfDone(`what was typed is gone: “${text(round)}”`);
    return state === 'kept' ? 'done' : 'nothing';
  },
};
