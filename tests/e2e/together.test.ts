import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { until } from '../../scripts/browsers/until.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { type Newsletter, sectionsOf } from '../../src/domain/newsletter.ts';
import { byRank } from '../../src/domain/rank.ts';
import type { Revision } from '../../src/domain/revision.ts';
import { render } from '../../src/roundup/render.ts';
import { type StoredEntry, stored } from '../../src/storage/entries.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';
import { aPage, BROWSERS, openPopup, PATIENT, type Stage, save, seed, setStage } from './stage.ts';

const ACTIONS = 200;
const PAGES = Array.from({ length: 12 }, (_, at) => `/page${at}`);

const { newsletter, issue, articles, odds } = aNewsletter();

/** 16 entries in the two sections of the issue, 8 in the backlog. */
const ENTRIES = Array.from({ length: 24 }, (_, at) =>
  stored(
    anEntry({
      id: `e${at}`,
      newsletterId: newsletter.id,
      issueId: at < 16 ? issue.id : null,
      sectionId: at % 2 === 0 ? articles : odds,
      shape: at % 2 === 0 ? 'headline' : 'one-liner',
      rank: `a${at.toString(36)}`,
      links: [aLink({ address: `https://e${at}.example/`, title: `Entry ${at}` })],
      commentary: `Words of ${at}.`,
      savedAt: 1_000 + at,
    }),
  ),
);

/** Always the same numbers between 0 and 1: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
function chance(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Something done to the entry of the desk that `which` (between 0 and 1) points at: a key, and what is typed after it.
 * What is typed is digits in brackets, which are no keys of the desk: the other desk may take the entry away meanwhile.
 */
interface DeskAct {
  key: string;
  which: number;
  text?: string;
}

const KEYS = [
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'm',
  'b',
  'b',
  'Enter',
  'Enter',
  'Enter',
  'Delete',
  'n',
  'Control+z',
  'Control+z',
  'Control+y',
  'leave-out',
];

describe.each(BROWSERS)('two desks and a popup on the same data in %s', (name) => {
  let stage: Stage;
  let desks: [Tab, Tab];
  let reading: Tab;
  beforeAll(async () => {
    // What lies in the background works on as it does in a window of its own.
    const args =
      name === 'chromium' ? ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'] : [];
    stage = await setStage(name, new Map(PAGES.map((path) => [path, aPage(`Page ${path}`)] as const)), { args });
    await seed(stage.browser, { newsletters: [newsletter], issues: [issue], entries: ENTRIES });
    const openDesk = async () => {
      const desk = await stage.browser.openExtensionPage('desk/desk.html');
      await desk.waitFor(`document.querySelectorAll('#issue [data-entry]').length === 16`, PATIENT);
      await desk.evaluate(listen);
      return desk;
    };
    desks = [await openDesk(), await openDesk()];
    reading = await stage.browser.openTab(`${stage.site.origin}${PAGES[0]}`);
  });
  afterAll(() => stage?.end());

  test(`after ${ACTIONS} mixed actions all show the same, and nothing is lost or doubled`, {
    timeout: 600_000,
  }, async () => {
    const random = chance(20_261_123);
    const typedInPopup: string[] = [];
    let done = 0;
    const next = () => `[${String(1_000 + done++)}]`;
    const anAct = (): DeskAct => {
      const text = next();
      const key = KEYS[Math.floor(random() * KEYS.length)] ?? '';
      return { key, which: random(), ...((key === 'Enter' || key === 'n') && { text }) };
    };

    /** By real keys, on the desk in front. */
    const doInFront = async (desk: Tab, { key, which, text }: DeskAct) => {
      if (key === 'leave-out') return desk.evaluate(leaveOut, which);
      await desk.evaluate(takeFocus, which);
      await desk.press(key);
      if (key === 'm') await desk.press(which < 0.5 ? '1' : '2');
      if (text === undefined) return;
      if (await desk.evaluate(editorOpens)) {
        await desk.press('Control+End');
        await desk.type(text);
      }
      await desk.press('Escape');
    };
    /** By events from a script, on a desk that is not in front. */
    const doBehind = (desk: Tab, { key, which, text }: DeskAct) =>
      key === 'leave-out' ? desk.evaluate(leaveOut, which) : desk.evaluate(actByScript, key, which, text ?? '');

    // The popup dies as soon as it loses the focus: it is opened for a round, and the desks go on behind it.
    for (let round = 0; done < ACTIONS; round += 1) {
      const [front, behind] = round % 2 === 0 ? desks : [desks[1], desks[0]];
      if (round % 6 === 5) {
        await reading.bringToFront();
        await reading.goto(stage.site.origin + (PAGES[Math.floor(random() * PAGES.length)] ?? ''));
        const popup = await openPopup(stage, reading);
        const text = next();
        await popup.click('#commentary');
        await popup.press('Control+End');
        await Promise.all([popup.type(text), doBehind(front, anAct()), doBehind(behind, anAct())]);
        await popup.waitFor(
          (typed) => document.querySelector<HTMLTextAreaElement>('#commentary')?.value.includes(typed),
          PATIENT,
          text,
        );
        typedInPopup.push(text);
        // Two of three are saved, the others stay drafts.
        if (round % 18 !== 5) await Promise.all([save(popup), doBehind(front, anAct())]);
        await popup.close();
      } else {
        await front.bringToFront();
        await Promise.all([doInFront(front, anAct()), doBehind(behind, anAct())]);
        await Promise.all([doInFront(front, anAct()), doBehind(behind, anAct())]);
      }
    }

    const typed = [...typedInPopup];
    for (const desk of desks) {
      await desk.bringToFront();
      await desk.evaluate(closeEditor);
      await desk.click('#pane-panel-markdown');
      typed.push(...(await desk.evaluate(heard)));
    }
    // Enough was typed for this to mean something.
    expect(typed.length).toBeGreaterThan(30);

    const shown = async (desk: Tab) => ({
      issue: await desk.evaluate(orderShown),
      markdown: await desk.evaluate(markdownShown),
    });
    const inDatabase = async () => {
      const { newsletters, issues, entries } = await desks[0].evaluate(readAll);
      const [papers, draft] = [newsletters[0], issues.find(({ id }) => id === issue.id)];
      if (papers === undefined || draft === undefined) throw new Error('The newsletter is gone.');
      const inIssue = entries.filter(({ place }) => place === issue.id);
      const order = sectionsOf(papers, issue.id).flatMap(({ id }) =>
        inIssue.filter(({ sectionId }) => sectionId === id).sort(byRank),
      );
      return { issue: order.map(({ id }) => id), markdown: render(draft, inIssue, papers).markdown };
    };
    for (const desk of desks) {
      await desk.bringToFront();
      let [onDesk, kept] = [await shown(desk), await inDatabase()];
      await until('The same on the desk as in the database', async () => {
        [onDesk, kept] = [await shown(desk), await inDatabase()];
        return JSON.stringify(onDesk) === JSON.stringify(kept) || undefined;
      }).catch(() => {});
      expect(onDesk).toEqual(kept);
    }

    const { entries, revisions } = await desks[0].evaluate(readAll);
    const ids = entries.map(({ id }) => id).sort();
    expect(ids).toEqual(expect.arrayContaining(ENTRIES.map(({ id }) => id)));
    for (const desk of desks) {
      await desk.bringToFront();
      const listed: string[] = await desk.evaluate(orderShown);
      for (const list of ['backlog', 'drafts', 'bin']) {
        const inIt = entries.filter(({ place }) => place === (list === 'drafts' ? 'draft' : list)).length;
        await desk.click(`#rail-panel-${list}`);
        await desk.waitFor(
          (tab, count) => document.querySelectorAll(`[data-list="${tab}"] [data-entry]`).length === count,
          PATIENT,
          list,
          inIt,
        );
        listed.push(...(await desk.evaluate(railShown)));
      }
      expect(listed.sort()).toEqual(ids);
    }
    const everything = JSON.stringify([entries, revisions]);
    expect(typed.filter((text) => !everything.includes(text))).toEqual([]);
    for (const { id, commentary } of ENTRIES) {
      expect(entries.find((entry) => entry.id === id)?.commentary).toContain(commentary);
    }
  });
});

// What follows runs in the page.

/** Remembers the texts that have arrived in a field whole. */
function listen(): void {
  const all = new Set<string>();
  Object.assign(window, { heard: all });
  addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      for (const text of target.value.match(/\[\d{4}\]/g) ?? []) all.add(text);
    },
    true,
  );
}

function heard(): string[] {
  return [...(window as unknown as { heard: Set<string> }).heard];
}

function takeFocus(which: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-list] [data-entry]:not(form)')];
  all[Math.floor(which * all.length)]?.focus();
}

/** Waits for the editor; false: the other desk has taken the entry away, or there is nothing to edit. */
async function editorOpens(): Promise<boolean> {
  const end = performance.now() + 1_000;
  while (performance.now() < end) {
    if (document.activeElement?.matches('form[data-entry] .commentary')) return true;
    await new Promise((soon) => setTimeout(soon, 10));
  }
  return false;
}

async function actByScript(chord: string, which: number, text: string): Promise<void> {
  const all = [...document.querySelectorAll<HTMLElement>('[data-list] [data-entry]:not(form)')];
  const entry = all[Math.floor(which * all.length)];
  const press = (keys: string, on: Element) => {
    const parts = keys.split('+');
    const key = parts.pop() ?? '';
    const held = { altKey: parts.includes('Alt'), ctrlKey: parts.includes('Control') };
    on.dispatchEvent(new KeyboardEvent('keydown', { key, ...held, bubbles: true, cancelable: true }));
  };
  if (entry === undefined) return;
  entry.focus();
  const end = performance.now() + 1_000;
  if (chord === 'm') {
    // Its buttons are drawn when it has been chosen; where the other desk has taken it away, they never are.
    const act = `[data-act="${which < 0.5 ? 'up' : 'down'}"]`;
    while (entry.querySelector(act) === null && entry.isConnected && performance.now() < end) {
      await new Promise((soon) => setTimeout(soon, 10));
    }
    entry.querySelector<HTMLElement>(act)?.click();
  } else press(chord, entry);
  if (text === '') return;
  let field: HTMLTextAreaElement | null = null;
  while (field === null && performance.now() < end) {
    await new Promise((soon) => setTimeout(soon, 10));
    field = document.querySelector<HTMLTextAreaElement>('form[data-entry] .commentary');
  }
  if (field === null) return;
  field.value += text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  press('Escape', field);
}

function leaveOut(which: number): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const menu = sections[Math.floor(which * sections.length)]?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
  menu?.click();
  setTimeout(() => document.querySelector<HTMLElement>('[role="menu"] [role="menuitem"]')?.click(), 20);
}

function closeEditor(): void {
  document.querySelector<HTMLElement>('form[data-entry] [data-act="done"]')?.click();
}

function orderShown(): string[] {
  return [...document.querySelectorAll<HTMLElement>('#issue [data-entry]')].map(({ dataset }) => dataset.entry ?? '');
}

function railShown(): string[] {
  return [...document.querySelectorAll<HTMLElement>('#rail-panel [data-entry]')].map(
    ({ dataset }) => dataset.entry ?? '',
  );
}

function markdownShown(): string {
  return document.querySelector('.md')?.textContent ?? '';
}

interface Everything {
  newsletters: Newsletter[];
  issues: Issue[];
  entries: StoredEntry[];
  revisions: (Revision & { entry: Entry })[];
}

function readAll(): Promise<Everything> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('roundup');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tables = ['newsletters', 'issues', 'entries', 'revisions'] as const;
      const transaction = opening.result.transaction(tables);
      const asked = tables.map((table) => [table, transaction.objectStore(table).getAll()] as const);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(Object.fromEntries(asked.map(([table, { result }]) => [table, result])) as unknown as Everything);
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}
