import type { DeskAction } from './desk-action.ts';

/** As many actions as can be undone. */
const LENGTH = 100;

/** What was done on this desk, and what was undone of it. */
export class History {
  #done: DeskAction[] = [];
  #undone: DeskAction[] = [];

  /** What is done anew takes the place of everything that was undone. */
  add(action: DeskAction): void {
    this.#done = [...this.#done, action].slice(-LENGTH);
    this.#undone = [];
  }

  /** The action to undo, which then can be done again; undefined: there is none. */
  back(): DeskAction | undefined {
    const action = this.#done.pop();
    if (action !== undefined) this.#undone.push(action);
    return action;
  }

  /** The action to do again, which then can be undone; undefined: there is none. */
  forth(): DeskAction | undefined {
    const action = this.#undone.pop();
    if (action !== undefined) this.#done.push(action);
    return action;
  }
}
