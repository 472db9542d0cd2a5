import { excerptOf } from '../../../desk/excerpt-of.ts';
import type { DrivenBrowser, Tab } from '../../../scripts/browsers/browser.ts';
import { until } from '../../../scripts/browsers/until.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { type Issue, openIssue } from '../../../src/domain/issue.ts';
import { Newsletter, sectionsOf } from '../../../src/domain/newsletter.ts';
import { byRank } from '../../../src/domain/rank.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import { PATIENT } from '../stage.ts';
import { readWhole } from './lying.ts';
import { records } from './operation.ts';

/** What an editor reads on the desk. */
interface DeskWords {
  /** The issue that is worked on. */
  issue: string;
  /** Its entries in their order, by id, each with what its card shows of the text. */
  entries: string[];
  backlog: string;
  drafts: string;
  bin: string;
  /** Issues that are called published, as far as the menu offers them. */
  published: string[];
  complaints: string[];
}

/** As many published issues as the menu offers. */
const OFFERED = 30;

/** Opens the desk, as the editor does after whatever happened: it shows what lies there, all of it and nothing else. */
export async function deskAgrees(
  browser: DrivenBrowser,
  beside: Tab,
  further: (desk: Tab) => Promise<void> = async () => {},
): Promise<void> {
  const desk = await browser.openExtensionPage('desk/desk.html');
  try {
    await desk.waitFor(`document.querySelector('.issue-facts .switch')`, PATIENT);
    await desk.click('.issue-facts .switch');
    let differs = '';
    const agrees = async () => {
      // What was laid aside comes home now: what lies there is read anew, too.
      const [says, has] = [await desk.evaluate(wordsOfDesk), wordsFor(await readWhole(beside))];
      differs = differenceOf(says, has);
      return differs === '' || undefined;
    };
    await until('The desk', agrees, PATIENT.timeout).catch((error) => {
      throw new Error(differs, { cause: error });
    });
    await desk.press('Escape');
    await further(desk);
  } finally {
    await desk.close();
  }
}

/** The first thing that is said otherwise than it is, in words; empty: nothing is. */
function differenceOf(says: DeskWords, has: DeskWords): string {
  for (const what of Object.keys(has) as (keyof DeskWords)[]) {
    const [said, wanted] = [[says[what]].flat(), [has[what]].flat()];
    const at = Array.from({ length: Math.max(said.length, wanted.length) }, (_, place) => place).find(
      (place) => said[place] !== wanted[place],
    );
    if (at !== undefined)
      return `${what} ${at}: the desk shows “${said[at]}” of ${said.length}, there is “${wanted[at]}” of ${wanted.length}`;
  }
  return '';
}

/** Runs in the page. */
function wordsOfDesk(): DeskWords {
  const text = (one: Element | null | undefined) => one?.textContent ?? '';
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const count = (list: string) => text(document.querySelector(`#rail-panel-${list} .n`)).replaceAll(',', '');
  return {
    issue: text(document.querySelector('.issue-facts h1 .switch')),
    entries: all('#issue [data-entry]').map(
      (card) => `${card.dataset.entry}: ${text(card.querySelector('.text, .text-one'))}`,
    ),
    backlog: count('backlog'),
    drafts: count('drafts'),
    bin: count('bin'),
    published: all('.issue-facts [role^="menuitem"]')
      .filter((line) => text(line.querySelector('.muted')).startsWith('published, '))
      .map((line) => text(line.querySelector('.grow'))),
    complaints: all('.note-bad, .note-warn, .unexpected')
      .map(text)
      .filter((words) => words !== ''),
  };
}

/** What the desk has to say of what lies there. */
function wordsFor(whole: Whole): DeskWords {
  const chosen = records<{ name: string; value: unknown }>(whole, 'settings').find(
    (one) => one.name === 'currentNewsletter',
  );
  const newsletters = records(whole, 'newsletters').map((record) => Newsletter.parse(record));
  const newsletter = newsletters.find(({ id }) => id === chosen?.value) ?? newsletters[0];
  const issues = records<Issue>(whole, 'issues').filter(({ newsletterId }) => newsletterId === newsletter?.id);
  const issue = openIssue(issues);
  const entries = records<Entry>(whole, 'entries').filter(({ newsletterId }) => newsletterId === newsletter?.id);
  const there = entries.filter(({ deletedAt }) => deletedAt === null);
  const kept = there.filter(({ state }) => state === 'kept');
  const sections = newsletter === undefined ? [] : sectionsOf(newsletter, issue?.id).map(({ id }) => id);
  const place = ({ sectionId }: Entry) => sections.indexOf(sectionId ?? '') + 1 || sections.length + 1;
  const published = issues.filter(({ state, deletedAt }) => state === 'published' && deletedAt === null);
  return {
    issue: `Issue ${issue?.number}`,
    entries: kept
      .filter(({ issueId }) => issueId === issue?.id)
      .sort((one, other) => place(one) - place(other) || byRank(one, other))
      .map(
        ({ id, commentary }) =>
          `${id}: ${excerptOf(commentary)
            .map(({ text }) => text)
            .join('')}`,
      ),
    backlog: String(kept.filter(({ issueId }) => issueId === null).length),
    drafts: String(there.length - kept.length),
    bin: String(entries.length - there.length),
    published: published
      .sort((one, other) => other.number - one.number)
      .slice(0, OFFERED)
      .map(({ number }) => `Issue ${number}`),
    complaints: [],
  };
}
