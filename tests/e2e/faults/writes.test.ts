import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tab } from '../../../scripts/browsers/browser.ts';
import { halfDone } from '../../fixtures/half-done.ts';
import { BROWSERS, PATIENT, type Stage, setStage } from '../stage.ts';
import { importing } from './import.ts';
import { openBeside, readWhole } from './lying.ts';
import { lyingBuild } from './lying-build.ts';
import type { Operation } from './operation.ts';
import { publishing } from './publish.ts';
import { restoring } from './restore.ts';

/** As small that some get through while one write in ten fails; and what the page says of one that does not. */
const WORKS: readonly { operation: Operation; failed: string }[] = [
  { operation: publishing(12), failed: 'Not kept: the database does not answer.' },
  { operation: importing(2, 4), failed: 'Nothing was added: ' },
  { operation: restoring(8, 6), failed: 'Not restored, and nothing has changed.' },
];

/** As often each of them fails. */
const FAILURES = process.env.ROUNDUP_WHOLE === '1' ? 8 : 1;

describe.each(BROWSERS)('while one write in ten fails, in %s', (name) => {
  let build: string;
  beforeAll(() => {
    build = lyingBuild(name);
  });
  afterAll(() => rmSync(build, { recursive: true, force: true }));

  let stage: Stage;
  let beside: Tab;
  beforeEach(async () => {
    stage = await setStage(name, new Map(), { extension: build });
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.room')`, PATIENT);
    await desk.close();
    beside = await openBeside(stage.browser);
  });
  afterEach(() => stage?.end());

  test.each(WORKS)(
    '$operation.name is done or not begun, the page says which, and what has failed is done by trying again',
    {
      timeout: 900_000,
      retry: 0,
    },
    async ({ operation, failed }) => {
      let failures = 0;
      for (let round = 0; failures < FAILURES; round += 1) {
        await operation.layDown?.(beside);
        const before = await readWhole(beside);
        const outcome = async () => {
          const after = await readWhole(beside);
          expect(halfDone(after)).toEqual([]);
          return operation.outcome(before, after, round);
        };
        const ready = await operation.ready(stage, round);
        const hasFailed = (words: string) =>
          [...document.querySelectorAll('.note-bad')].some(({ textContent }) => textContent.includes(words));
        await ready.surface.evaluate(`lies.failWrites(0.1)`);
        await ready.act();
        await ready.surface.waitFor(`(${ready.acknowledged}) || (${hasFailed})(${JSON.stringify(failed)})`, PATIENT);
        await ready.surface.evaluate(`lies.failWrites(0)`);
        if (await ready.surface.evaluate(hasFailed, failed)) {
          failures += 1;
          expect(await outcome()).toBe('nothing');
          await ready.again();
          await ready.act();
          await ready.surface.waitFor(ready.acknowledged, PATIENT);
          expect(await ready.surface.evaluate(hasFailed, failed)).toBe(false);
        }
        expect(await outcome()).toBe('done');
        await ready.close();
        await operation.says(stage, beside, 'done', round);
      }
    },
  );
});
