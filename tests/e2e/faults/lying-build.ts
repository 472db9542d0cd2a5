import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/browsers/browser.ts';
import { distOf } from '../../../scripts/build.ts';

/** What a page of the lying build can be told, as `window.lies`. */
export interface Lies {
  /** Of writes, here and in the page's workers, so many fail from now on: 0.1 is one in ten. */
  failWrites(share: number): void;
  /**
   * Closes the page's own connections, as a browser does that ends its storage process or cannot read the disk: what is
   * under way is aborted, then `close` is told. Resolves with how many there were.
   */
  closeNow(): number;
  /** Does so as soon as the page has begun its next write. */
  closeAtNextWrite(): void;
}

const PAGES = ['popup/popup.html', 'desk/desk.html', 'options/options.html'];
const WORKER = 'options/import-worker.js';

/** The shipped build, and before the first script of every page one that stands between it and the browser's database. */
export function lyingBuild(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'roundup-journey-'));
  cpSync(distOf(name === 'firefox' ? 'firefox' : 'chrome'), folder, { recursive: true });
  writeFileSync(join(folder, 'lies.js'), `(${lie})();\n`);
  for (const page of PAGES) {
    const path = join(folder, page);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('<script', '<script src="../lies.js"></script>\n    <script'),
    );
  }
  const worker = join(folder, WORKER);
  writeFileSync(worker, `(${lie})();\n${readFileSync(worker, 'utf8')}`);
  return folder;
}

/** Runs in pages and workers before anything of the program. */
function lie(): void {
  let share = 0;
  let closesAtWrite = false;
  const connections = new Set<IDBDatabase>();
  const underWay = new Set<IDBTransaction>();
  const channel = new BroadcastChannel('lies');
  channel.onmessage = ({ data }) => {
    share = data;
  };

  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args: Parameters<typeof open>) {
    const request = open.apply(this, args);
    request.addEventListener('success', () => connections.add(request.result));
    return request;
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
    const begun = transaction.apply(this, args);
    underWay.add(begun);
    for (const end of ['complete', 'abort']) begun.addEventListener(end, () => underWay.delete(begun));
    return begun;
  };
  const closeNow = () => {
    for (const one of underWay) {
      try {
        one.abort();
      } catch {
        // It was committed already.
      }
    }
    const count = connections.size;
    for (const one of connections) {
      one.close();
      one.dispatchEvent(new Event('close'));
    }
    connections.clear();
    return count;
  };
  for (const method of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...args: Parameters<typeof real>) {
      const fails = Math.random() < share;
      if (fails && Math.random() < 0.5) throw new DOMException('The disk does not answer.', 'UnknownError');
      const request = real.apply(this, args);
      if (fails) this.transaction.abort();
      if (closesAtWrite) {
        closesAtWrite = false;
        closeNow();
      }
      return request;
    };
  }
  const lies: Lies = {
    failWrites: (wanted) => {
      share = wanted;
      channel.postMessage(wanted);
    },
    closeNow,
    closeAtNextWrite: () => {
      closesAtWrite = true;
    },
  };
  Object.assign(self, { lies });
}
