// @vitest-environment jsdom
import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { aDesk, entryOf, openDesk, press, say } from './desk-fixtures.tsx';

/** Whatever a button would do that has no undo, that leaves this desk, or that is undo itself. */
const NOT_PRESSED = new RegExp(
  [
    ...[say('deskEmptyBin'), say('deskDeleteNow'), say('deskUndo'), say('deskOptions'), say('deskChangeSections')],
    ...[say('deskCopy'), say('deskCopyRich'), say('deskDownload'), say('deskExport')],
  ]
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);

/** An issue with faults of several kinds, what waits beside it, a draft, and one in the bin. */
const aFullDesk = () =>
  aDesk(({ issueId, articles, odds }) => [
    entryOf('First', { issueId, sectionId: articles }),
    entryOf('Second', { issueId, sectionId: articles, commentary: '![](https://p.example/1.png) and ```\nopen' }),
    entryOf('Third', { issueId, sectionId: articles, commentary: '[](https://x.example/?utm_source=mail)' }),
    entryOf('Odd', { issueId, sectionId: odds, shape: 'one-liner' }),
    entryOf('Late', { issueId, sectionId: null, dueOn: '2026-01-01' }),
    entryOf('Later', { sectionId: articles }),
    entryOf('Much later', { sectionId: odds }),
    entryOf('Begun', { issueId, sectionId: odds, state: 'draft', savedAt: null }),
    entryOf('Thrown away', { sectionId: odds, deletedAt: 5 }),
  ]);

const all = <E extends Element = HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
const pick = <T,>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];
const nameOf = (button: HTMLElement) => button.getAttribute('aria-label') ?? button.textContent ?? '';
const moment = () => new Promise((soon) => setTimeout(soon, 0));

/** Everything an editor can see, without the times at which it was written. */
async function everythingIn(db: Database) {
  const records = await Promise.all([db.entries.toArray(), db.issues.toArray(), db.newsletters.toArray()]);
  const known = ({ changedAt: _, editedAt: __, caret: ___, ...record }: Record<string, unknown>) => record;
  return records.map((table) => (table as unknown as Record<string, unknown>[]).map(known));
}

/** Goes to some entry of some list, as Tab and J do, and presses a key there. */
const pressAt = (which: number, key: string, modifiers: KeyboardEventInit = {}) => {
  pick(all('[data-list] [data-entry]:not(form)'), which)?.focus();
  press(key, modifiers);
};

/** Something that somebody does on the desk without looking. */
const DEEDS: Record<string, (which: number, text: string) => void | Promise<void>> = {
  up: (which) => pressAt(which, 'ArrowUp', { altKey: true }),
  down: (which) => pressAt(which, 'ArrowDown', { altKey: true }),
  select: (which) => pressAt(which, 'x'),
  backlog: (which) => pressAt(which, 'b'),
  bin: (which) => pressAt(which, 'Delete'),
  async write(which, text) {
    pressAt(which, 'n');
    await moment();
    type(text);
  },
  async edit(which, text) {
    pressAt(which, 'Enter');
    await moment();
    type(text);
  },
  async place(which) {
    pressAt(which, 'm');
    await moment();
    press(String((which % 3) + 1));
  },
  async lift(which) {
    pick(all('.grip'), which)?.focus();
    press(' ');
    await moment();
    for (let step = 0; step <= which % 4; step += 1) press(which % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    await moment();
    press(which % 5 === 0 ? 'Escape' : 'Enter');
  },
  field(which, text) {
    const field = pick(all('#issue-title, #issue-subtitle, form[data-entry] textarea'), which);
    if (field !== undefined) fireEvent.input(field, { target: { value: text } });
  },
  leave: () => press('Escape'),
  rail: (which) => pick(all('.rail [role="tab"]'), which)?.click(),
  findings: () => all('#pane-panel-preflight')[0]?.click(),
  repair: (which) => pick(all('[data-finding] button:not([disabled])'), which)?.click(),
  async menu(which) {
    pick(all('.mast-issue [aria-haspopup="menu"], .sec [aria-haspopup="menu"]'), which)?.click();
    await moment();
    pick(all('[role^="menuitem"]'), which >> 3)?.click();
  },
  async publish() {
    all('.mast-acts > .btn-primary, .frozen .act')[0]?.click();
    await moment();
    const [yes] = all('[role="dialog"] .btn-primary');
    if (yes === undefined) return;
    const frozen = () => all('.frozen')[0]?.className;
    const before = frozen();
    yes.click();
    // Nobody writes on before the page has turned: what is typed into an issue that is out stays there.
    await waitFor(() => expect(frozen()).not.toBe(before)).catch(() => undefined);
  },
  button(which) {
    const there = all<HTMLButtonElement>('button').filter((button) => !NOT_PRESSED.test(nameOf(button)));
    pick(there, which)?.click();
  },
};

function type(text: string): void {
  const field = document.querySelector('form[data-entry] textarea.commentary');
  if (field !== null) fireEvent.input(field, { target: { value: text } });
}

const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(DEEDS)),
    which: fc.nat(1_000),
    text: fc.constantFrom('Words.', '**Open', '[a](https://a.example/ b)', ' '),
  }),
  // Some of them are two actions: no more than 100 can be undone.
  { minLength: 50, maxLength: 50 },
);

test('whatever is pressed and typed, undone completely, gives the first state again; redone completely, the last one', async () => {
  let changed = 0;
  const told = () => document.querySelector('p.vh[role="status"]')?.textContent?.trim() ?? '';
  const undo = (shiftKey = false) => fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, shiftKey });
  /** One after the other, whatever is pressed meanwhile: the last press has nothing left to do, and says so. */
  const allTheWay = async (shiftKey: boolean, end: string) => {
    for (let times = 0; times <= 100; times += 1) undo(shiftKey);
    await waitFor(() => expect(told()).toBe(end), { timeout: 60_000 });
  };
  await fc.assert(
    fc.asyncProperty(deeds, async (sequence) => {
      const { db } = await aFullDesk();
      openDesk(db);
      await waitFor(() => expect(all('#issue [data-entry]')).toHaveLength(5));
      const first = await everythingIn(db);
      for (const { kind, which, text } of sequence) {
        await DEEDS[kind]?.(which, text);
        for (let turn = 0; turn < 6; turn += 1) await moment();
      }
      // Once everything is done, so is this: it comes behind it.
      undo();
      undo(true);
      await waitFor(() => expect(document.body.textContent).toMatch(AGAIN), { timeout: 60_000 });
      const last = await everythingIn(db);
      changed += JSON.stringify(last) === JSON.stringify(first) ? 0 : 1;
      await allTheWay(false, say('deskNothingToUndo'));
      expect(await everythingIn(db)).toEqual(first);
      await allTheWay(true, say('deskNothingToRedo'));
      expect(await everythingIn(db)).toEqual(last);
      cleanup();
    }),
    { numRuns: RUNS, endOnFailure: true, ...(RUNS === SAMPLE && { seed: 1 }) },
  );
  expect(changed).toBe(RUNS);
}, 1_800_000);

/** The same two each time: what changes without anybody's doing is no test of what they did. */
const SAMPLE = 2;
/** With ROUNDUP_WHOLE=1 many, and others each time. */
const RUNS = process.env.ROUNDUP_WHOLE === '1' ? 30 : SAMPLE;

/** What redo says; what could not be done again wholly is said otherwise. */
const AGAIN = new RegExp(`${say('deskRedone', '.*')}|${say('deskNothingToRedo')}`);
