import { byRank } from '../../../src/domain/rank.ts';
import type { StoredEntry } from '../../../src/storage/entries.ts';
import { stored } from '../../../src/storage/entries.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import { aLink, aNewsletter, anEntry } from '../../records.ts';
import { PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { layDown } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';

const { newsletter, issue, articles, odds } = aNewsletter();
const COUNT = 60;
const MOVED = 3;

const ENTRIES = Array.from({ length: COUNT }, (_, at) =>
  stored(
    anEntry({
      id: `e${String(at).padStart(2, '0')}`,
      newsletterId: newsletter.id,
      issueId: issue.id,
      sectionId: articles,
      rank: `a${at.toString(36).padStart(2, '0')}`,
      links: [aLink({ address: `https://e${at}.example/`, title: `Entry ${at}` })],
      commentary: `Words of ${at}.`,
    }),
  ),
);

const inSection = (whole: Whole, sectionId: string) =>
  records<StoredEntry>(whole, 'entries')
    .filter((entry) => entry.sectionId === sectionId)
    .sort(byRank)
    .map(({ id }) => id)
    .join(' ');

/** Three entries are chosen and go to another section together. */
export const move: Operation = {
  name: 'move',
  layDown: (beside) => layDown(beside, { newsletters: [newsletter], issues: [issue], entries: ENTRIES }),
  async ready(stage) {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor((count) => document.querySelectorAll('#issue [data-entry]').length === count, PATIENT, COUNT);
    const again = async () => {
      await desk.evaluate(`document.querySelector('#issue [data-entry="e00"]').focus()`);
      for (let at = 0; at < MOVED; at += 1) {
        if (at > 0) await desk.press('j');
        await desk.press('x');
      }
      await desk.press('m');
      await desk.waitFor(`document.querySelector('.place [role="listbox"]')`, PATIENT);
    };
    await again();
    return {
      surface: desk,
      again,
      act: () => desk.press('2'),
      acknowledged: `[...document.querySelectorAll('[role="status"]')].some((one) => one.textContent.includes('Moved to'))`,
      close: () => desk.close(),
    };
  },
  outcome(_, after) {
    const moved = ENTRIES.slice(0, MOVED).map(({ id }) => id);
    const rest = ENTRIES.slice(MOVED).map(({ id }) => id);
    const shown = `${inSection(after, articles)} / ${inSection(after, odds)}`;
    if (shown === `${[...moved, ...rest].join(' ')} / `) return 'nothing';
    if (shown === `${rest.join(' ')} / ${moved.join(' ')}`) return 'done';
    throw new HalfDone(`the order is ${shown}`);
  },
  says: ({ browser }, beside) => deskAgrees(browser, beside),
};
