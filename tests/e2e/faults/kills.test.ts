import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, type Stage, setStage } from '../stage.ts';
import { importing } from './import.ts';
import { move } from './move.ts';
import { type Operation, VICTIMS, type Victim } from './operation.ts';
import { publishing } from './publish.ts';
import { restoring } from './restore.ts';
import { noTally, Rounds, type Tally } from './rounds.ts';
import { save } from './save.ts';
import { upgrade } from './upgrade.ts';

const OPERATIONS: readonly Operation[] = [
  save,
  move,
  publishing(60),
  importing(60, 1_500),
  restoring(1_500, 100),
  upgrade,
];

/** As often each victim dies in each operation and browser; with ROUNDUP_WHOLE=1 more than 300 times over all. */
const KILLS: Record<Victim, number> =
  process.env.ROUNDUP_WHOLE === '1' ? { browser: 8, page: 18, background: 5 } : { browser: 1, page: 1, background: 1 };

const lines: Record<string, string | number>[] = [];
afterAll(() => console.table(lines));

describe.each(BROWSERS)('whoever dies in %s', (name) => {
  let stage: Stage;
  afterEach(() => stage?.end());

  describe.each(OPERATIONS)('in the middle of $name', (operation) => {
    beforeEach(async () => {
      stage = await setStage(name, operation.pages ?? new Map());
    });

    test('what was acknowledged is there, nothing is half done, and the page says so', {
      timeout: 1_800_000,
      retry: 0,
    }, async () => {
      const rounds = await Rounds.of(stage, operation);
      await rounds.rehearse();
      const all: Tally[] = [];
      for (const victim of VICTIMS) {
        const tally = noTally();
        all.push(tally);
        // One in each part of the time, so that every step has its turn; where in it is left to chance.
        for (let at = 0; at < KILLS[victim]; at += 1)
          await rounds.killAt(victim, (at + Math.random()) / KILLS[victim], tally);
        const line = lineOf(name, operation.name, victim, tally);
        lines.push(line);
        console.log(Object.values(line).join('  '));
      }
      expect(all.flatMap(({ losses, halfDone, untrue }) => [...losses, ...halfDone, ...untrue])).toEqual([]);
    });
  });
});

function lineOf(browser: string, operation: string, victim: Victim, tally: Tally) {
  const { kills, acknowledged, found, broughtBack, losses, halfDone, untrue } = tally;
  const states = { 'found done': found.done, 'found not begun': found.nothing, 'brought back': broughtBack };
  const counts = { kills, acknowledged, ...states };
  const faults = { losses: losses.length, 'half done': halfDone.length, 'said untrue': untrue.length };
  return { browser, operation, victim, ...counts, ...faults };
}
