import type { Tab } from '../../scripts/browsers/browser.ts';
import { PATIENT } from './stage.ts';

/** A state of the desk: how to get there from a desk that has just been loaded over `fixtures/busy.ts`. */
export interface DeskState {
  name: string;
  /** Shows which part of the page, where there is only room for one. */
  view: 'issue' | 'backlog' | 'preview' | 'preflight';
  /** Only where there are grips: in one column entries move by their buttons. */
  wide?: true;
  enter: (desk: Tab) => Promise<void>;
}

const there = (selector: string) => (desk: Tab) =>
  desk.waitFor((wanted) => document.querySelector(wanted), PATIENT, selector);

/** Gives an entry the focus, as Tab does. */
async function at(desk: Tab, entryId: string): Promise<void> {
  await desk.evaluate((id) => document.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus(), entryId);
}

async function press(desk: Tab, keys: readonly string[], shown: string): Promise<void> {
  for (const key of keys) await desk.press(key);
  await there(shown)(desk);
}

/** Opens the menu of a button and waits for it. */
const menu = (button: string) => async (desk: Tab) => {
  await there(button)(desk);
  await desk.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>(wanted)];
    all.find((one) => one.checkVisibility())?.click();
  }, button);
  await there('[role="menu"]')(desk);
};

/** Chooses a line of the menu of the issue by its words. */
async function chooseIssueLine(desk: Tab, words: string): Promise<void> {
  await menu('.issue-facts .switch')(desk);
  await desk.evaluate((wanted) => {
    const lines = [...document.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    lines.find((line) => line.textContent?.includes(wanted))?.click();
  }, words);
}

const ENTRY = 'quiet';

async function searchFor(desk: Tab, words: string): Promise<void> {
  await desk.press('/');
  await desk.waitFor(`document.activeElement?.id === 'find'`, PATIENT);
  await desk.type(words);
  await there('[data-list="search"] .rail-h')(desk);
}

async function showPublished(desk: Tab): Promise<void> {
  await chooseIssueLine(desk, 'Issue 83');
  await there('.frozen')(desk);
}

async function showNewsletter(desk: Tab, line: 'first' | 'last'): Promise<void> {
  await menu('.mast-id .switch')(desk);
  await desk.evaluate(
    (which) => document.querySelector<HTMLElement>(`.mast-id [role^="menuitem"]:${which}-of-type`)?.click(),
    line,
  );
}

/** Every state of the desk, those of the mockups first. */
export const DESK_STATES: readonly DeskState[] = [
  { name: 'busy', view: 'issue', enter: (desk) => at(desk, ENTRY) },
  {
    name: 'edit',
    view: 'issue',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['Enter'], 'form[data-entry] .commentary');
    },
  },
  {
    name: 'move',
    view: 'issue',
    wide: true,
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['Tab', ' ', 'ArrowDown'], '.move-bar');
    },
  },
  {
    name: 'markdown',
    view: 'preview',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['g', 'm'], '.md');
    },
  },
  {
    name: 'preflight',
    view: 'preflight',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['g', 'f'], '[data-finding]');
    },
  },
  { name: 'search', view: 'backlog', enter: (desk) => searchFor(desk, 'catalogue') },
  { name: 'search-nothing', view: 'backlog', enter: (desk) => searchFor(desk, 'zeppelin') },
  {
    name: 'drafts',
    view: 'backlog',
    enter: async (desk) => {
      await desk.evaluate(`document.querySelector('#rail-panel-drafts').click()`);
      await there('[data-list="drafts"] [data-entry]')(desk);
    },
  },
  {
    name: 'bin',
    view: 'backlog',
    enter: async (desk) => {
      await desk.evaluate(`document.querySelector('#rail-panel-bin').click()`);
      await there('[data-list="bin"] [data-entry]')(desk);
    },
  },
  {
    name: 'publish',
    view: 'issue',
    enter: async (desk) => {
      await desk.evaluate(`document.querySelector('.mast-acts > .btn-primary').click()`);
      await there('[role="dialog"]')(desk);
    },
  },
  { name: 'published', view: 'issue', enter: showPublished },
  {
    name: 'reopen',
    view: 'issue',
    enter: async (desk) => {
      await showPublished(desk);
      await desk.evaluate(`document.querySelector('.frozen .act').click()`);
      await there('[role="dialog"]')(desk);
    },
  },
  {
    name: 'keys',
    view: 'issue',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['?'], '.keys-dialog');
    },
  },
  {
    name: 'selected',
    view: 'issue',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['x', 'j', 'x'], '.select-bar');
    },
  },
  {
    name: 'place',
    view: 'issue',
    enter: async (desk) => {
      await at(desk, ENTRY);
      await press(desk, ['m'], '.place [role="listbox"]');
    },
  },
  {
    name: 'versions',
    view: 'issue',
    enter: async (desk) => {
      await at(desk, 'key');
      await press(desk, ['Enter'], '[data-act="versions"]');
      await desk.evaluate(`document.querySelector('[data-act="versions"]').click()`);
      await there('.versions')(desk);
    },
  },
  {
    name: 'letter',
    view: 'issue',
    enter: async (desk) => {
      await desk.evaluate(`document.querySelector('[aria-label="Edit the letter"]').click()`);
      await there('#letter-text')(desk);
    },
  },
  {
    name: 'add-section',
    view: 'issue',
    enter: async (desk) => {
      await desk.evaluate(`document.querySelector('.sec-more .act').click()`);
      await there('.add-section input')(desk);
      await press(desk, ['Enter'], '.add-section [aria-invalid="true"]');
    },
  },
  { name: 'menu-newsletter', view: 'issue', enter: menu('.mast-id .switch') },
  { name: 'menu-issue', view: 'issue', enter: menu('.issue-facts .switch') },
  { name: 'menu-section', view: 'issue', enter: menu('.sec-add [aria-haspopup="menu"]') },
  { name: 'menu-download', view: 'issue', enter: menu(':is(.way-download, .way-export) button') },
  {
    name: 'facts',
    view: 'issue',
    enter: async (desk) => {
      await chooseIssueLine(desk, 'Number, date');
      await there('.facts-form')(desk);
    },
  },
  {
    name: 'toast',
    view: 'issue',
    // A section is left out, and the next time taken in again.
    enter: async (desk) => {
      await menu('.sec:last-of-type .sec-add [aria-haspopup="menu"]')(desk);
      await desk.evaluate(`document.querySelector('[role="menuitem"]').click()`);
      await there('.toast')(desk);
    },
  },
  {
    name: 'empty',
    view: 'issue',
    enter: async (desk) => {
      await showNewsletter(desk, 'last');
      await there('.start')(desk);
    },
  },
];

/** Loads the desk and waits until everything on it is drawn, preflight and what was read back too. */
export async function loadBusyDesk(desk: Tab): Promise<void> {
  const load = async () => {
    // Else a reload would show the issue that was shown last.
    await desk.evaluate(`history.replaceState(null, '')`);
    await desk.goto(await desk.url());
    await desk.waitFor(`document.querySelector('.start, [data-entry="key"]')`, PATIENT);
  };
  await load();
  if (await desk.evaluate(`document.querySelector('.start') !== null`)) {
    await showNewsletter(desk, 'first');
    await there('[data-entry="key"]')(desk);
    await load();
  }
  await desk.waitFor(`document.querySelector('.proof') && document.querySelector('.flags .flag')`, PATIENT);
}

/** Where there is room for one part of the page only, chooses it with the tabs at the foot. */
export async function showView(desk: Tab, view: DeskState['view']): Promise<void> {
  await desk.evaluate((at) => {
    const tab = document.querySelectorAll<HTMLElement>('.bottom button')[at];
    if (tab?.checkVisibility() && tab.getAttribute('aria-current') === null) tab.click();
  }, ['issue', 'backlog', 'preview', 'preflight'].indexOf(view));
}
