import type { DrivenBrowser, Surface, Tab } from '../../../scripts/browsers/browser.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import type { Stage } from '../stage.ts';

/** What became of an operation that was broken off. */
export type Outcome = 'done' | 'nothing';

/** Something an editor does, made ready and carried out by a journey, again and again. */
export interface Operation {
  name: string;
  /** Pages of the local site that it reads. */
  pages?: ReadonlyMap<string, string>;
  /** What lies in the database before a round; left out: what the rounds before have left. */
  layDown?(beside: Tab): Promise<void>;
  /** Opens the page and goes up to the last step. `round` is never the same twice in a profile. */
  ready(stage: Stage, round: number): Promise<Ready>;
  /** The database is still as an earlier program left it, by whose rules it lies. */
  isOutdated?(whole: Whole): boolean;
  /** Compares what lay there before with what lies there now; throws, in words, where it is neither done nor undone. */
  outcome(before: Whole, after: Whole, round: number): Outcome;
  /** Opens the page again, as the editor does; throws where it says anything else than what became of it. */
  says(stage: Stage, beside: Tab, outcome: Outcome, round: number): Promise<void>;
}

/** A page in which one step is left. */
export interface Ready {
  surface: Surface;
  /** The last key or click. */
  act(): Promise<unknown>;
  /** After it has failed: goes up to the last step once more, in the same page. */
  again(): Promise<void>;
  /** In the page: it says that it is done. */
  acknowledged: string;
  /** The editor closes the page. */
  close(): Promise<void>;
}

/** Who dies. */
export type Victim = 'browser' | 'page' | 'background';

export const VICTIMS: readonly Victim[] = ['browser', 'page', 'background'];

/** Lets somebody die; resolves when they are gone. */
export function kill(victim: Victim, browser: DrivenBrowser, ready: Ready): Promise<void> {
  if (victim === 'browser') return browser.kill();
  return victim === 'page' ? ready.close() : browser.stopBackground();
}

/** The records of a table as of the given kind: what half-done records are is found elsewhere. */
export function records<T>({ tables }: Whole, table: string): T[] {
  return (tables[table] ?? []) as T[];
}

export class HalfDone extends Error {}
