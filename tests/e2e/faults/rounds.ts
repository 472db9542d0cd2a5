import type { Tab } from '../../../scripts/browsers/browser.ts';
import { halfDone, type Whole } from '../../fixtures/half-done.ts';
import { PATIENT, type Stage } from '../stage.ts';
import { openBeside, readWhole } from './lying.ts';
import { HalfDone, kill, type Operation, type Outcome, type Ready, type Victim } from './operation.ts';

/** What was found after the kills of one kind. */
export interface Tally {
  kills: number;
  /** The page had said that it was done. */
  acknowledged: number;
  /** It was found done, or found not begun. */
  found: Record<Outcome, number>;
  /** The browser itself had thrown the whole database away, and the program brought it back. */
  broughtBack: number;
  losses: string[];
  halfDone: string[];
  /** The page, opened again, said something else than what lies there. */
  untrue: string[];
}

export const noTally = (): Tally => ({
  kills: 0,
  acknowledged: 0,
  found: { done: 0, nothing: 0 },
  broughtBack: 0,
  losses: [],
  halfDone: [],
  untrue: [],
});

/** The page of one profile beside the program, which is opened again after the browser was killed. */
export class Rounds {
  readonly #stage: Stage;
  readonly #operation: Operation;
  #beside: Tab;
  #round = 0;
  /** Of the rehearsal: how long it takes until the page says that it is done. Only spreads the kills. */
  #usual = 0;

  private constructor(stage: Stage, operation: Operation, beside: Tab) {
    this.#stage = stage;
    this.#operation = operation;
    this.#beside = beside;
  }

  static async of(stage: Stage, operation: Operation): Promise<Rounds> {
    // The program makes its database.
    const desk = await stage.browser.openExtensionPage('desk/desk.html');
    await desk.waitFor(`document.querySelector('.room')`, PATIENT);
    await desk.close();
    return new Rounds(stage, operation, await openBeside(stage.browser));
  }

  /** Carries the operation out undisturbed, twice, because the first time is slower: it must be done, and wholly. */
  async rehearse(): Promise<void> {
    for (let time = 0; time < 2; time += 1) {
      const { before, ready } = await this.#ready();
      const begun = performance.now();
      await ready.act();
      await ready.surface.waitFor(ready.acknowledged, PATIENT);
      this.#usual = performance.now() - begun;
      const outcome = await this.#judge(before);
      await ready.close();
      if (outcome !== 'done') throw new Error(`${this.#operation.name} does nothing, undisturbed.`);
    }
  }

  /** Lets a victim die at a moment between the last step (0) and somewhat after the usual end (1). */
  async killAt(victim: Victim, moment: number, tally: Tally): Promise<void> {
    const { before, ready } = await this.#ready();
    let isAcknowledged = false;
    let isOver = false;
    const watching = (async () => {
      while (!isOver && !isAcknowledged) {
        isAcknowledged =
          (await ready.surface.evaluate<boolean>(`!!(${ready.acknowledged})`).catch(() => false)) && !isOver;
      }
    })();
    // What dies does not answer any more.
    const acting = ready.act().catch(() => {});
    await new Promise((after) => setTimeout(after, moment * 1.3 * this.#usual));
    const dying = kill(victim, this.#stage.browser, ready);
    if (victim === 'background') {
      await dying;
      await acting;
      // Nothing lives in the background: whatever becomes of it, the page finishes what it does.
      await ready.surface.waitFor(ready.acknowledged, PATIENT);
      await watching;
      await ready.close();
    } else {
      isOver = true;
      await dying;
      await Promise.all([acting, watching]);
    }
    if (victim === 'browser') this.#beside = await openBeside(await this.#stage.again());
    tally.kills += 1;
    if (isAcknowledged) tally.acknowledged += 1;
    try {
      if (victim === 'browser' && (await this.#isThrownAway(before))) {
        await this.#bringBack();
        tally.broughtBack += 1;
      }
      const outcome = await this.#judge(before);
      tally.found[outcome] += 1;
      if (isAcknowledged && outcome === 'nothing') tally.losses.push(`round ${this.#round}, ${victim}`);
      await this.#operation
        .says(this.#stage, this.#beside, outcome, this.#round)
        .catch((error) => tally.untrue.push(`round ${this.#round}, ${victim}, found ${outcome}: ${error}`));
    } catch (error) {
      if (!(error instanceof HalfDone)) throw error;
      tally.halfDone.push(`round ${this.#round}, ${victim}: ${error.message}`);
    }
  }

  async #ready(): Promise<{ before: Whole; ready: Ready }> {
    this.#round += 1;
    await this.#operation.layDown?.(this.#beside);
    const before = await readWhole(this.#beside);
    return { before, ready: await this.#operation.ready(this.#stage, this.#round) };
  }

  /**
   * Whether nothing at all is left. Chromium deletes the folder of an origin's IndexedDB as a whole where, after a crash,
   * it takes what lies there for damaged (crbug.com/146284): nothing of ours can hinder it, and it is ours to notice.
   */
  async #isThrownAway(before: Whole): Promise<boolean> {
    const rows = ({ tables }: Whole) => Object.values(tables).reduce((sum, all) => sum + all.length, 0);
    return rows(before) > 0 && rows(await readWhole(this.#beside)) === 0;
  }

  /** As the editor does: the desk says what is lost, and offers the newest backup. */
  async #bringBack(): Promise<void> {
    const desk = await this.#stage.browser.openExtensionPage('desk/desk.html');
    try {
      await desk.waitFor(`document.querySelector('#restore')`, PATIENT);
      await desk.click('#restore');
      await desk.waitFor(`document.querySelector('#issue-title')`, PATIENT);
    } catch (error) {
      throw new HalfDone(`all is gone, and the desk does not bring it back: ${error}`);
    } finally {
      await desk.close();
    }
  }

  async #judge(before: Whole): Promise<Outcome> {
    const after = await readWhole(this.#beside);
    const wrong = this.#operation.isOutdated?.(after) ? [] : halfDone(after);
    if (wrong.length > 0) throw new HalfDone(wrong.slice(0, 5).join('; '));
    return this.#operation.outcome(before, after, this.#round);
  }
}
