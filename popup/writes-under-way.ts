/**
 * As many writes may be under way at once. They queue up in the browser, and those still queued when the popup dies are
 * dropped: measured with 140 keys a second, 309 waited and the last 201 were lost.
 */
const AT_ONCE = 2;

/** What becomes of a write. */
export interface Outcome {
  /** @param isAll nothing else is under way, and nothing was typed since. */
  arrived: (isAll: boolean) => void;
  /** Not told where a later one has arrived: each write has all that was typed. */
  failed: (error: unknown) => void;
  /** It arrived or failed, and has told so. */
  over: () => void;
}

/** The writes of what is typed: a few at once, and at most one that waits for its turn, which has all that was typed till then. */
export class WritesUnderWay {
  readonly #turnOfNext: () => void;
  #underWay = 0;
  /** How many were begun, and the last of them that arrived, and that failed. */
  #begun = 0;
  #arrived = 0;
  #failed = 0;
  #isOneWaiting = false;

  /** @param turnOfNext called when the one that waits may begin. */
  constructor(turnOfNext: () => void) {
    this.#turnOfNext = turnOfNext;
  }

  get areAny(): boolean {
    return this.#underWay > 0;
  }

  /** Something was typed since the last write began. */
  get isOneWaiting(): boolean {
    return this.#isOneWaiting;
  }

  forgetWaiting(): void {
    this.#isOneWaiting = false;
  }

  /** Whether a write may begin now; else its turn comes. `atOnce`: there may be no other moment. */
  mayBegin(atOnce: boolean): boolean {
    this.#isOneWaiting = this.#underWay >= AT_ONCE && !atOnce;
    return !this.#isOneWaiting;
  }

  /** Follows a write that has just begun. */
  add(written: Promise<unknown>, { arrived, failed, over }: Outcome): void {
    this.#underWay += 1;
    this.#begun += 1;
    const turn = this.#begun;
    written
      .then(
        () => {
          // Where a later one has failed, this one mends nothing.
          if (turn < this.#failed) return;
          this.#arrived = turn;
          arrived(this.#underWay === 1 && !this.#isOneWaiting);
        },
        (error) => {
          this.#failed = turn;
          if (turn > this.#arrived) failed(error);
        },
      )
      .finally(() => {
        this.#underWay -= 1;
        if (this.#isOneWaiting) this.#turnOfNext();
        over();
      });
  }
}
