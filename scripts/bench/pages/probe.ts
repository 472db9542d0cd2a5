/**
 * Runs in a page of the extension before its own scripts: notes when it had come how far, how long an answer to a key
 * took, what it asked the database, and for how long it did not answer. Times are in milliseconds.
 */

/** How far a page has come, by what is on it. */
const MARKS: Record<string, () => boolean> = {
  /** A key would find the commentary. */
  typing: () => document.activeElement?.id === 'commentary',
  /** The same, and the form stands around it and can be saved. */
  form: () => document.querySelector('#save') !== null && document.activeElement?.id === 'commentary',
  /** The newsletter's name stands at the top of the popup: the database has answered. */
  known: () => document.querySelector('.cap-top h1')?.textContent?.endsWith('Roundup') === false,
  /** What is remembered of the page is shown. */
  memory: () => document.querySelector('#memory') !== null,
  /** The entry is saved for good. */
  saved: () => document.querySelector('#undo') !== null,
  /** The desk shows the issue, as it will be read, and how it reads back. */
  complete: () =>
    document.querySelector('#issue [data-entry]') !== null &&
    document.querySelector('.pane .read')?.firstChild != null &&
    document.querySelector('.pane .proof') !== null,
  /** A page of the bench has done what it is there for. */
  done: () => document.documentElement.dataset.done !== undefined,
};

const marks: Record<string, number> = {};
/** The same moments, each with the frame that shows it drawn: what is in the page is not yet what anybody sees. */
const painted: Record<string, number> = {};
const look = () => {
  for (const [name, isThere] of Object.entries(MARKS)) {
    if (marks[name] !== undefined || !isThere()) continue;
    marks[name] = performance.now();
    if (FILLED.has(name)) notePainted(name);
  }
};

/** Those that are about how much stands in a page, and so about layout and paint, too. */
const FILLED = new Set(['complete', 'done']);

/** The next frame begins with its callbacks, then styles, layout and paint; a message that is sent from there comes behind. */
const notePainted = (name: string) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    painted[name] = performance.now();
    port1.close();
  };
  requestAnimationFrame(() => port2.postMessage(null));
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
addEventListener('focusin', look, true);
// A page whose window has not got the keyboard yet is told of no focus.
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...given) {
  focus.apply(this, given);
  look();
};

/** The disk has what was saved: a transaction that waits for it is over. */
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
  const transaction = begin.apply(this, given);
  if (transaction.durability === 'strict') {
    const over = ({ target }: Event) => {
      if (target === transaction) marks.durable ??= performance.now();
    };
    this.addEventListener('complete', over, true);
  }
  return transaction;
};

let lastKey = 0;
addEventListener(
  'keydown',
  ({ timeStamp }) => {
    lastKey = timeStamp;
  },
  true,
);

const requests = { asked: 0, read: 0, written: 0 };
type Asking = (...given: unknown[]) => IDBRequest;
const count = (owner: object, names: readonly string[], kind: 'read' | 'written') => {
  const methods = owner as Record<string, Asking>;
  for (const name of names) {
    const plain = methods[name];
    if (plain === undefined) continue;
    methods[name] = function (this: object, ...given) {
      requests.asked += 1;
      const request = plain.apply(this, given);
      if (kind === 'written') requests.written += 1;
      else request.addEventListener('success', () => note(request.result));
      return request;
    };
  }
};
const note = (result: unknown) => {
  if (Array.isArray(result)) requests.read += result.length;
  else if (typeof result === 'object' && result !== null) requests.read += 1;
};
const READS = ['get', 'getAll', 'getKey', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count'];
count(IDBObjectStore.prototype, READS, 'read');
count(IDBIndex.prototype, READS, 'read');
count(IDBObjectStore.prototype, ['put', 'add', 'delete', 'clear'], 'written');

const longTasks: number[] = [];
/** What a page does while it loads is not what is asked for. */
let heardFrom = Number.POSITIVE_INFINITY;
if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= heardFrom) longTasks.push(Math.round(duration));
  }).observe({ type: 'longtask' });
}

const silences: number[] = [];
/** From now on, every time the page did not answer for longer than a twentieth of a second is noted, in every browser. */
const listen = () => {
  let last = performance.now();
  heardFrom = last;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > 50) silences.push(Math.round(now - last));
    last = now;
    // The clock of a page that nobody looks at runs slower; a message comes at once.
    setTimeout(() => port2.postMessage(null), 5);
  };
  port2.postMessage(null);
};

let answer: Promise<number> = Promise.resolve(Number.NaN);
/** Waits for the next change under an element; `answer` then tells how long after the last key it came. */
const expect = (selector: string) => {
  const target = document.querySelector(selector);
  if (target === null) throw new Error(`There is no ${selector} to change.`);
  answer = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - lastKey);
    });
    observer.observe(target, { subtree: true, childList: true, characterData: true });
  });
};

const probe = {
  marks,
  painted,
  requests,
  longTasks,
  silences,
  listen,
  expect,
  get answer() {
    return answer;
  },
  get lastKey() {
    return lastKey;
  },
};
export type Probe = typeof probe;

declare global {
  interface Window {
    probe: Probe;
  }
}
window.probe = probe;
