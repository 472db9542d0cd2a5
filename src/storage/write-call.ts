/** Between all pages, and all connections of one page. */
const channelOf = (database: string) => new BroadcastChannel(`roundup-writes/${database}`);

/**
 * Says that a write begins, before the database is asked for it: it waits for every transaction that reads what it is to
 * change, and one that reads everything takes seconds. Only waiting hangs on it; who does not hear it does nothing wrong.
 */
export class WriteCall {
  readonly #database: string;
  #channel: BroadcastChannel | undefined;

  constructor(database: string) {
    this.#database = database;
  }

  call(): void {
    this.#channel ??= unheld(channelOf(this.#database));
    this.#channel.postMessage(null);
  }
}

/** So long nobody must have written for it to be quiet, in milliseconds. */
const QUIET = 1_000;
/** Quiet is waited for so many times as long at most. */
const MOST = 30;

/** Hears that somebody begins to write, from when it is made until it is closed. */
export class WriteWatch {
  readonly #channel: BroadcastChannel;
  #isCalled = false;

  constructor(database: string) {
    this.#channel = channelOf(database);
    this.#channel.onmessage = () => {
      this.#isCalled = true;
    };
  }

  /** Whether somebody has begun to write since it was last quiet. */
  get isCalled(): boolean {
    return this.#isCalled;
  }

  /** Resolves when nobody has begun to write for so long, or never stops; at once when it is not to be waited any longer. */
  async quiet(long = QUIET, signal?: AbortSignal): Promise<void> {
    for (let times = 0; times < MOST && (times === 0 || this.#isCalled); times += 1) {
      this.#isCalled = false;
      await rest(long, signal);
      if (signal?.aborted) break;
    }
    this.#isCalled = false;
  }

  close(): void {
    this.#channel.close();
  }
}

/** Resolves after so many milliseconds, or when the signal says so. */
function rest(long: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, long);
    signal?.addEventListener('abort', end);
  });
}

/** In Node an open channel keeps the program from ending. */
function unheld(channel: BroadcastChannel): BroadcastChannel {
  (channel as { unref?: () => void }).unref?.();
  return channel;
}
