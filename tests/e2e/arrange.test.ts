import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { downloadInto } from '../../scripts/browsers/download.ts';
import { backlog, issue, newsletter } from '../fixtures/forty.ts';
import { focusProblem, Keys } from './keyboard.ts';
import { BROWSERS, entriesIn, PATIENT, type Stage, seed, setStage } from './stage.ts';

const EXPECTED = readFileSync(new URL('../fixtures/arranged.md', import.meta.url), 'utf8');

const TITLE = 'The Small Hours #134: What we counted';
const SUBTITLE = 'Ledgers, tides & the cost of a “spoon”';
const LETTER = 'Hi!\n\nIt was a week of people who count.  Mostly *themselves*.';
const NOTE = 'A note of my own:  “tools” are what is left when the reason is gone.';

/** The issue as it is to be, section by section; the note that is written on the desk is called `note`. */
const ARRANGED = {
  articles: 'a1 a2 a3 a4 a5 a6',
  tools: 't1 t2 note t3',
  calls: 'c1 c2 c3',
  odds: 'o1 o2 o3 o4 o5 o6 o7 o8 o9',
};

// Each test sets its own stage: a second try starts from the ground, and the other three need not be run again.
describe.each(BROWSERS)('40 entries become an issue in %s', { retry: 1 }, (name) => {
  let stage: Stage;
  let desk: Tab;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roundup-downloads-'));
    stage = await setStage(name, new Map(), { downloads: folder });
    await seed(stage.browser, { newsletters: [newsletter], issues: [issue], entries: backlog(Date.now()) });
    desk = await openDesk();
    await desk.waitFor(`document.querySelectorAll('[data-list="backlog"] [data-entry]').length === 40`, PATIENT);
  });
  afterEach(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openDesk(): Promise<Tab> {
    const tab = await stage.browser.openExtensionPage('desk/desk.html');
    await tab.waitFor(`document.querySelector('[data-list="issue"]')`, PATIENT);
    return tab;
  }

  /** Waits until the sections of a desk hold these entries; `''` is what has no section. */
  async function shows(expected: Record<string, string>, on = desk): Promise<void> {
    const shown = () => on.evaluate(sectionsShown);
    await expect.poll(shown, { timeout: PATIENT.timeout }).toEqual(expected);
  }

  /** What the journeys have in common once everything is in its place. */
  async function isArranged(): Promise<void> {
    await shows(ARRANGED);
    await desk.goto(await desk.url());
    await shows(ARRANGED);
    const other = await openDesk();
    await shows(ARRANGED, other);
    await other.close();
    await desk.bringToFront();
  }

  const findings = (...kinds: string[]) =>
    expect
      .poll(
        () =>
          desk.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('[data-finding]')].map(({ dataset }) => dataset.finding),
          ),
        PATIENT,
      )
      .toEqual(kinds);

  /** The file is the expected one, and what was not taken is where it was. */
  async function isOut(file: string): Promise<void> {
    expect(basename(file)).toBe('roundup-the-small-hours-134.md');
    expect(readFileSync(file, 'utf8')).toBe(EXPECTED);
    const entries = await entriesIn(stage.browser);
    expect(entries).toHaveLength(41);
    const waiting = entries.filter(({ place }) => place === 'backlog').map(({ id }) => id);
    expect(waiting.sort()).toEqual(Array.from({ length: 19 }, (_, at) => `x${at + 1}`).sort());
    expect(entries.filter(({ place }) => place === issue.id)).toHaveLength(22);
  }

  test('by keyboard alone', { timeout: 600_000 }, async () => {
    const keys = new Keys(desk);
    /** Goes to an entry of the list that has the focus, with J and K. */
    const goTo = async (id: string) => {
      const steps = await desk.evaluate(stepsTo, id);
      for (let step = 0; step < Math.abs(steps); step += 1) await keys.press(steps > 0 ? 'j' : 'k');
      await keys.isAt(`[data-entry="${id}"]`);
    };
    /** Presses keys that move something, and waits until it has moved. */
    const move = async (pressed: string) => {
      const before = await desk.evaluate(sectionsShown);
      await keys.press(pressed);
      await expect.poll(() => desk.evaluate(sectionsShown), PATIENT).not.toEqual(before);
    };

    // Down the backlog: what is taken goes with B, three of them at once with X.
    await keys.tabTo('[data-list="backlog"] [data-entry]');
    await keys.isAt('[data-entry="o3"]');
    for (const id of ['o3', 'a2', 'c1']) {
      await goTo(id);
      await move('b');
    }
    for (const id of ['o1', 'o2', 't2']) {
      await goTo(id);
      await keys.press('x');
    }
    await move('b');
    const rest = 'a1 o5 o4 a4 t1 x7 c3 o6 a3 o7 a6 a5 t3 o9 o8 c2'.split(' ');
    for (const id of rest) {
      await goTo(id);
      await move('b');
    }
    await shows({
      articles: 'a2 t2 a1 a4 x7 a3 a6 a5',
      tools: 't1 t3',
      calls: 'c1 c3 c2',
      odds: 'o3 o1 o2 o5 o4 o6 o9 o8',
      '': 'o7',
    });

    // In the issue. One was a mistake, one is in the wrong section, one in none.
    await keys.tabTo('[data-list="issue"] [data-entry]');
    await goTo('x7');
    await move('b');
    await goTo('t2');
    await keys.press('m');
    await keys.isAt('[role="combobox"]');
    await keys.type('Tools');
    await keys.press('Enter');
    await shows({
      articles: 'a2 a1 a4 a3 a6 a5',
      tools: 't1 t3 t2',
      calls: 'c1 c3 c2',
      odds: 'o3 o1 o2 o5 o4 o6 o9 o8',
      '': 'o7',
    });
    await keys.isAt('[data-entry="t2"]');
    await move('Alt+ArrowUp');
    await keys.press('n');
    await keys.isAt('form[data-entry] textarea');
    await keys.type(NOTE);
    await keys.press('Escape');
    await keys.isAt('[data-entry]:not(form)');
    await move('Alt+ArrowUp');
    await goTo('a1');
    await move('Alt+ArrowUp');
    await goTo('a3');
    await move('Alt+ArrowUp');

    // By its grip: taken up, moved, put down; and put back.
    await goTo('a5');
    await keys.press('Tab');
    await keys.isAt('[data-entry="a5"] .grip');
    await keys.press(' ');
    await keys.press('ArrowUp');
    await keys.press('ArrowUp');
    await keys.press('Escape');
    await keys.press(' ');
    await keys.press('ArrowUp');
    await move('Enter');
    await goTo('c3');
    await move('Alt+ArrowDown');

    // Two at once.
    await goTo('o1');
    await keys.press('x');
    await goTo('o2');
    await keys.press('x');
    await move('Alt+ArrowUp');
    await keys.press('Escape');
    await goTo('o4');
    await move('Alt+ArrowUp');
    await goTo('o7');
    await keys.press('m');
    await keys.isAt('[role="combobox"]');
    await keys.type('odds');
    await keys.press('Enter');
    await shows({ ...ARRANGED, odds: 'o1 o2 o3 o4 o5 o6 o9 o8 o7' });
    await keys.isAt('[data-entry="o7"]');
    await keys.press('Tab');
    await keys.press(' ');
    await keys.press('ArrowUp');
    await keys.press('ArrowUp');
    await move('Enter');
    await goTo('o8');
    await move('Alt+ArrowUp');
    await isArranged();

    await keys.tabTo('#issue-title');
    await keys.type(TITLE);
    await keys.tabTo('#issue-subtitle');
    await keys.type(SUBTITLE);
    await keys.tabTo('[aria-label="Edit the letter"]');
    await keys.press('Enter');
    await keys.isAt('#letter-text');
    await keys.type(LETTER);
    await keys.press('Escape');

    await keys.isAt('[aria-label="Edit the letter"]');
    await keys.press('g');
    await keys.press('f');
    await findings('tracking', 'commentary');
    await keys.tabTo('[data-finding="tracking"] .row > button');
    await keys.press('Enter');
    await findings('commentary');
    await keys.tabTo('[data-finding="commentary"] .row > .act:last-of-type');
    await keys.press('Enter');
    await findings();

    await keys.tabTo('.mast-acts > .btn-primary', 'backwards');
    await keys.press('Enter');
    await keys.isAt('[role="dialog"] [data-first]');
    await keys.press('Enter');
    await desk.waitFor(`document.querySelector('.frozen')`, PATIENT);
    await keys.tabTo('.way-download button', 'backwards');
    await keys.press('Enter');
    await keys.isAt('[role="menuitem"]');
    await isOut(await downloadInto(folder, () => keys.press('Enter')));
    expect(keys.problems).toEqual([]);
  });

  test('by mouse', { timeout: 600_000 }, async () => {
    const card = (id: string) => `#issue [data-entry="${id}"]`;
    const waiting = (id: string) => `[data-list="backlog"] [data-entry="${id}"]`;
    const section = (id: string) => `[data-section="${id}"]`;
    /**
     * Does something that moves entries, and waits until they have moved: what comes next must not aim at a page that
     * is still on the move, nor take this move for its own.
     */
    const moves = async (doIt: () => Promise<void>) => {
      const before = await desk.evaluate(sectionsShown);
      await doIt();
      await expect.poll(() => desk.evaluate(sectionsShown), PATIENT).not.toEqual(before);
      await desk.waitFor(isEachOnce, PATIENT);
    };
    /** Presses a button that an entry shows once it is chosen. */
    const press = async (id: string, button: string) => {
      await desk.click(`${card(id)} > :is(h4, .text-one, .text)`);
      await desk.waitFor((chosen) => document.querySelector(chosen), PATIENT, `${card(id)}.is-focus`);
      await desk.click(`${card(id)} [data-act="${button}"]`);
    };
    const act = (id: string, button: string) => moves(() => press(id, button));
    const add = (id: string) => moves(() => desk.click(`${waiting(id)} [data-act="add"]`));
    const drag = async (id: string, to: string, where: 'before' | 'after' | 'on' = 'on') => {
      const inIssue = await desk.evaluate((one) => document.querySelector(one) !== null, card(id));
      await moves(() => desk.drag(inIssue ? `${card(id)} .grip` : `${waiting(id)} .sub`, to, where));
    };

    await drag('a2', section('articles'));
    await drag('a1', card('a2'), 'before');
    await add('a4');
    await add('a3');
    await add('x7');
    await drag('a3', card('a4'), 'before');
    await add('a6');
    await drag('a5', card('a6'), 'before');
    await act('x7', 'backlog');
    await add('t2');
    await shows({ articles: 'a1 a2 a3 a4 a5 a6 t2', tools: '', calls: '', odds: '' });
    await press('t2', 'place');
    await moves(() => desk.click(`${card('t2')} [role="option"]:nth-of-type(2)`));
    await drag('t1', card('t2'), 'before');
    await add('t3');
    await moves(() => desk.click(`${section('tools')} .sec-add > button`));
    await desk.waitFor(`document.activeElement?.closest('form[data-entry]')`, PATIENT);
    await desk.type(NOTE);
    await desk.click('form[data-entry] [data-act="done"]');
    await desk.waitFor(`document.querySelector('form[data-entry]') === null`, PATIENT);
    const noteId = await desk.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('[data-section="tools"] [data-entry]')].at(-1)?.dataset.entry ?? '',
    );
    await act(noteId, 'up');
    await add('c1');
    await add('c3');
    await drag('c2', card('c1'), 'after');
    await shows({ articles: 'a1 a2 a3 a4 a5 a6', tools: 't1 t2 note t3', calls: 'c1 c2 c3', odds: '' });

    // Two at once: the first of them with Ctrl, up to the second with Shift.
    await desk.click(`${waiting('o1')} .sub`, { modifiers: ['Control'] });
    await desk.waitFor((on) => document.querySelector(on), PATIENT, `${waiting('o1')}.is-on`);
    await desk.click(`${waiting('o2')} .sub`, { modifiers: ['Shift'] });
    await desk.waitFor((on) => document.querySelector(on), PATIENT, `${waiting('o2')}.is-on`);
    await moves(() => desk.click('.select-bar .act'));
    await drag('o3', card('o2'), 'after');
    await add('o5');
    await drag('o4', card('o5'), 'before');
    await add('o6');
    await drag('o7', card('o6'), 'after');
    await add('o9');
    await add('o8');
    await act('o8', 'up');
    // Between sections, and back.
    await drag('a1', section('odds'), 'after');
    await drag('a1', card('a2'), 'before');
    // To the backlog and back, by the pointer alone.
    await moves(() => desk.drag(`${card('c2')} .grip`, '#rail-panel'));
    await drag('c2', card('c3'), 'before');
    await isArranged();

    await desk.click('#issue-title');
    await desk.type(TITLE);
    await desk.click('#issue-subtitle');
    await desk.type(SUBTITLE);
    await desk.click('[aria-label="Edit the letter"]');
    await desk.waitFor(`document.activeElement?.id === 'letter-text'`, PATIENT);
    await desk.type(LETTER);
    await desk.click('.sec .ed-foot .btn');

    await desk.click('#pane-panel-preflight');
    await findings('tracking', 'commentary');
    await desk.click('[data-finding="tracking"] .row > button');
    await findings('commentary');
    await desk.click('[data-finding="commentary"] .row > .act:last-of-type');
    await findings();

    await desk.click('.mast-acts > .btn-primary');
    await desk.click('[role="dialog"] .btn-primary');
    await desk.waitFor(`document.querySelector('.frozen')`, PATIENT);
    await desk.click('.way-download button[aria-haspopup="menu"]');
    await isOut(await downloadInto(folder, () => desk.click('.way-download [role="menuitem"]')));
    expect(await desk.evaluate(focusProblem)).toBe('');
  });
});

/** Runs in the page: the entries of every section of the issue in their order; what has a random id is called `note`. */
function sectionsShown(): Record<string, string> {
  const names = [...document.querySelectorAll<HTMLElement>('[data-list="issue"] > section')].map((section) => {
    const entries = [...section.querySelectorAll<HTMLElement>('[data-entry]')].map(
      ({ dataset }) => dataset.entry ?? '',
    );
    return [section.dataset.section ?? '', entries.map((id) => (id.length > 3 ? 'note' : id)).join(' ')] as const;
  });
  return Object.fromEntries(names);
}

/** Runs in the page: how many entries further down (or, negative, up) one stands in the list that has the focus. */
function stepsTo(id: string): number {
  const list = document.activeElement?.closest('[data-list]');
  const ids = [...(list?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map(({ dataset }) => dataset.entry);
  const from = document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry;
  if (!ids.includes(id)) throw new Error(`${id} is not in the list that has the focus: ${ids.join(' ')}`);
  return ids.indexOf(id) - ids.indexOf(from);
}

/** Runs in the page: whether every entry stands in one list; issue and backlog are not drawn anew in the same moment. */
function isEachOnce(): boolean {
  const ids = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map(({ dataset }) => dataset.entry);
  return new Set(ids).size === ids.length;
}
