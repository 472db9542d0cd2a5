import type { Issue } from '../../../src/domain/issue.ts';
import type { StoredEntry } from '../../../src/storage/entries.ts';
import { stored } from '../../../src/storage/entries.ts';
import { aLink, aNewsletter, anEntry } from '../../records.ts';
import { PATIENT } from '../stage.ts';
import { deskAgrees } from './desk-says.ts';
import { layDown } from './lying.ts';
import { HalfDone, type Operation, records } from './operation.ts';

const { newsletter, issue: bare, articles, odds } = aNewsletter();
/** A section is left out: what stands there goes back to the backlog when the issue goes out. */
const issue: Issue = { ...bare, letter: 'Hello.', sections: { [odds]: { intro: '', leftOut: true } } };
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    stored(
      anEntry({
        id: `e${at}`,
        newsletterId: newsletter.id,
        issueId: issue.id,
        sectionId: at % 4 === 0 ? odds : articles,
        rank: `a${at.toString(36).padStart(2, '0')}`,
        links: [aLink({ address: `https://e${at}.example/`, title: `Entry ${at}` })],
        commentary: `Words of ${at}.`,
        ...(at % 10 === 9 && { state: 'draft' as const, savedAt: null, rank: '' }),
      }),
    ),
  );

/** An issue of so many entries goes out: its text is frozen, the next one opens, drafts go there, what is left out to the backlog. */
export const publishing = (count: number): Operation => ({
  name: 'publish',
  layDown: (beside) => layDown(beside, { newsletters: [newsletter], issues: [issue], entries: entriesOf(count) }),
  async ready(stage) {
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    const kept = entriesOf(count).filter(({ state }) => state === 'kept').length;
    await desk.waitFor((all) => document.querySelectorAll('#issue [data-entry]').length === all, PATIENT, kept);
    const again = async () => {
      await desk.click('.mast-acts > .btn-primary');
      await desk.waitFor(`document.querySelector('[role="dialog"] [data-first]')`, PATIENT);
    };
    await again();
    return {
      surface: desk,
      again,
      act: () => desk.click('[role="dialog"] [data-first]'),
      acknowledged: `document.querySelector('.toast')?.textContent.includes('Published issue 1')`,
      close: () => desk.close(),
    };
  },
  outcome(before, after) {
    const issues = records<Issue>(after, 'issues');
    const entries = records<StoredEntry>(after, 'entries');
    if (JSON.stringify([issues, entries]) === JSON.stringify([records(before, 'issues'), records(before, 'entries')]))
      return 'nothing';
    const out = issues.find(({ id }) => id === issue.id);
    const next = issues.find(({ id }) => id !== issue.id);
    const wrong = entries.filter((entry) => {
      const wanted = entry.state === 'draft' ? next?.id : entry.sectionId === odds ? null : issue.id;
      return entry.issueId !== wanted;
    });
    const isPrinted = entries.every(
      ({ issueId, commentary }) => issueId !== issue.id || out?.printed?.markdown.includes(commentary),
    );
    if (out?.state === 'published' && next?.state === 'draft' && issues.length === 2 && wrong.length === 0 && isPrinted)
      return 'done';
    throw new HalfDone(`${issues.length} issues, the first ${out?.state}; ${wrong.length} entries in the wrong place`);
  },
  says: ({ browser }, beside, outcome) =>
    deskAgrees(browser, beside, async (desk) => {
      if (outcome === 'done') {
        await desk.click('.issue-facts .switch');
        await desk.click('.issue-facts [role^="menuitem"]:last-child');
        await desk.waitFor(`document.querySelector('.frozen')?.textContent.includes('Issue 1 ')`, PATIENT);
        await desk.waitFor(`document.querySelector('.f-date .v')?.textContent.includes('Published')`, PATIENT);
      } else
        await desk.waitFor(`document.querySelector('.mast-acts > .btn-primary')?.textContent === 'Publish…'`, PATIENT);
    }),
});
