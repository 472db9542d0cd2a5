import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const undone = new Set<() => void>();

function undoAll(): void {
  for (const undo of undone) undo();
}

function onSignal(signal: NodeJS.Signals): void {
  undoAll();
  for (const each of SIGNALS) process.off(each, onSignal);
  process.kill(process.pid, signal);
}

/** Calls `undo` if this process ends before the returned function was called. */
function undoneAtExit(undo: () => void): () => void {
  if (undone.size === 0) {
    process.on('exit', undoAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  undone.add(undo);
  return () => {
    undone.delete(undo);
    if (undone.size > 0) return;
    process.off('exit', undoAll);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

/** A browser's folder of settings and data: the caller's, which stays, or a temporary one, which `remove` deletes. */
export class Profile {
  readonly path: string;
  readonly #temporary: boolean;
  readonly #forget: () => void;

  constructor(path?: string) {
    this.#temporary = path === undefined;
    this.path = path ?? mkdtempSync(join(tmpdir(), 'roundup-profile-'));
    mkdirSync(this.path, { recursive: true });
    this.#forget = undoneAtExit(() => this.#removeTemporary());
  }

  remove(): void {
    this.#forget();
    this.#removeTemporary();
  }

  #removeTemporary(): void {
    if (this.#temporary) rmSync(this.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

function treeIsAlive(pid: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A browser with all its processes, which form one process group; it never outlives this process. */
export class BrowserProcess {
  readonly #child: ChildProcess;
  readonly #forget: () => void;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#forget = undoneAtExit(() => killTree(this.#pid));
  }

  static start(executable: string, args: string[], env: NodeJS.ProcessEnv): BrowserProcess {
    if (!existsSync(executable)) throw new Error(`There is no browser at ${executable}.`);
    return new BrowserProcess(
      spawn(executable, args, { env, stdio: 'ignore', detached: process.platform !== 'win32' }),
    );
  }

  get #pid(): number {
    if (this.#child.pid === undefined) throw new Error('The browser did not start.');
    return this.#child.pid;
  }

  /** Resolves when the browser is gone, whenever that is. */
  get gone(): Promise<void> {
    if (this.hasEnded()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
    });
  }

  hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** SIGKILL to every process of the browser; resolves when all are gone. */
  async kill(): Promise<void> {
    killTree(this.#pid);
    await until('The end of the killed browser', () => (treeIsAlive(this.#pid) ? undefined : true));
    this.#forget();
  }

  /** Waits for the browser to quit in good order; what is still there after five seconds is killed. */
  async ended(): Promise<void> {
    await until('The end of the browser', () => this.hasEnded() || undefined, 5000).catch(() => {});
    await this.kill();
  }
}
