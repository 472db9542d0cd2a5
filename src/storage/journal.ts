import type { DBCore, DBCoreMutateRequest } from 'dexie';
import * as z from 'zod/mini';
import type { Folder } from './backup/copies.ts';

/** What editors write; settings are chosen again. What others refer to comes first. */
export const JOURNALED = ['newsletters', 'issues', 'entries', 'revisions', 'outlets'] as const;
export type JournaledTable = (typeof JOURNALED)[number];

/** What is told to be gone, so that a backup does not put it back where it was. Its text is not kept. */
const TOLD_GONE: readonly JournaledTable[] = ['newsletters', 'issues', 'entries'];

/** A record as it was last written since the newest backup; nothing is parsed yet. */
export interface Journaled {
  table: JournaledTable;
  id: string;
  /** Null: it was deleted for good. */
  value: object | null;
  /** When it was committed, in milliseconds since 1970. */
  at: number;
}

/** What a page has still to write down of a record, and when it was committed. Null: its file goes. */
interface Waiting {
  at: number;
  text: string | null;
}

/** What one transaction has changed, by file. */
type Changes = Map<string, object | null>;

/** So long what is typed may wait to be written down: not every key has a file written. Milliseconds. */
const PAUSE = 500;

/** What writes more at once is an import or a restore: its file is there, and a backup is due. */
export const MOST_AT_ONCE = 200;

/** What is laid aside on the way must not hold up the page: neither many records nor long ones. */
const FEW = 20;
const SHORT = 200_000;

/** Says that the journal has not everything. */
const DUE = 'due';

/** Before the names of files that are on their way. */
const PREFIX = 'journal/';

/** One page writes or drops at a time. */
const LOCK = 'roundup-journal';

/**
 * What was written since the newest backup, beside the database: Chromium throws away a whole database that it takes for
 * damaged after a crash (crbug.com/146284). One file for each record, in the browser's own file system: that outlives it,
 * takes what is written at once (localStorage is written seconds later, and lost in the very crash), and is open to the
 * background. Nothing waits for it and nothing fails with it: it comes after the transaction.
 *
 * A popup that is closed in the moment of saving takes a file that is only begun along with it (measured: 4 of 4). So on
 * its way there everything is in localStorage, synchronously; the next page that writes or reads brings it over.
 */
export class Journal {
  readonly #folder: () => Promise<Folder>;
  /** By file. */
  #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** undefined: what is on its way dies with the page. */
  #bridge: Storage | undefined;

  constructor(folder: () => Promise<Folder> = journalFolder, bridge: Storage | undefined = usualBridge()) {
    this.#folder = folder;
    this.#bridge = bridge;
    globalThis.document?.addEventListener('visibilitychange', () => void this.flush());
  }

  /** Follows all that is written through a connection; `isTyped`: it is for every key. */
  follow(core: DBCore, isTyped: boolean): DBCore {
    const transactions = new WeakMap<object, Changes>();
    const changesOf = (transaction: IDBTransaction) => {
      const known = transactions.get(transaction);
      if (known !== undefined) return known;
      const changes: Changes = new Map();
      transactions.set(transaction, changes);
      // What is not committed was never written.
      transaction.addEventListener('complete', () => this.take(changes, isTyped ? PAUSE : 0));
      return changes;
    };
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (!isJournaled(name)) return table;
        return {
          ...table,
          mutate: (request) => {
            note(changesOf(request.trans as IDBTransaction), name, request);
            return table.mutate(request);
          },
        };
      },
    };
  }

  /** Writes down records that were read, as of before they were read: whatever was committed since is newer. */
  async keep(table: JournaledTable, records: readonly { id: string }[], at: number): Promise<void> {
    for (const record of records) {
      const name = fileOf(table, record.id);
      if (!this.#waiting.has(name)) this.#waiting.set(name, { at, text: JSON.stringify({ at, record }) });
    }
    await this.flush();
  }

  /** Writes down what one transaction has changed, after a pause at the latest. */
  take(changes: Changes, pause: number): void {
    const isTooMuch = changes.size > MOST_AT_ONCE;
    const at = Date.now();
    for (const [name, record] of changes) {
      if (isTooMuch && record !== null && !name.startsWith('newsletters-')) continue;
      const isTold = record !== null || (!isTooMuch && TOLD_GONE.some((table) => name.startsWith(`${table}-`)));
      this.#waiting.set(name, { at, text: isTold ? JSON.stringify({ at, record }) : null });
    }
    if (isTooMuch) this.#makeDue(at);
    if (pause === 0) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), pause);
  }

  /** Has a backup made soon: this is more than the journal is for. */
  async makeDue(): Promise<void> {
    this.#makeDue(Date.now());
    await this.flush();
  }

  #makeDue(at: number): void {
    this.#waiting.set(DUE, { at, text: JSON.stringify({ at }) });
  }

  #layAside(name: string, text: string | null): void {
    try {
      if (text === null) this.#bridge?.removeItem(PREFIX + name);
      else this.#bridge?.setItem(PREFIX + name, text);
    } catch {
      // No space: then only a page that dies at once loses what it has not written down.
    }
  }

  /** Writes down now what waits. Never rejects: a browser that refuses has the database and the backups. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = this.#waiting;
    if (changes.size > 0) {
      this.#waiting = new Map();
      // In this very task: the page may be closed in the next. Not at each key: the database has it, and the next page catches up.
      for (const [name, { text }] of changes) {
        // What was deleted is not to be brought over, however much it is.
        if (text === null || (changes.size <= FEW && text.length <= SHORT)) this.#layAside(name, text);
      }
      // Who only ever uses the popup opens no other page that would bring things over.
      const write = () => this.#write(changes).then(() => this.bringOver());
      this.#writing = this.#writing.then(write).catch(() => {});
    }
    return this.#writing;
  }

  async #write(changes: ReadonlyMap<string, Waiting>): Promise<void> {
    const folder = await this.#folder().catch((error) => {
      // A private window: nothing would ever be brought over.
      if (error instanceof DOMException && error.name === 'SecurityError') {
        for (const name of this.#aside().keys()) this.#layAside(name, null);
        this.#bridge = undefined;
      }
      throw error;
    });
    await alone(async () => {
      // An import that is undone deletes thousands, of which hardly one is in here.
      const there = changes.size > FEW ? await namesIn(folder) : null;
      for (const [name, { at, text }] of changes) {
        if (text === null && there !== null && !there.has(name)) continue;
        const written = text === null ? folder.removeEntry(name) : this.#arrive(folder, name, at, text);
        // There is nothing to remove, or no room: none of it keeps the others from being written down, and what could not be
        // written must not fill the room of what is typed.
        await written.catch(() => this.#layAside(name, null));
      }
    });
  }

  /** Writes a file, and forgets what was laid aside of it; a page may have laid aside more meanwhile. */
  async #arrive(folder: Folder, name: string, at: number, text: string): Promise<void> {
    await writeNewer(folder, name, at, text);
    if (this.#bridge?.getItem(PREFIX + name) === text) this.#layAside(name, null);
  }

  /** What pages have on their way, by file. */
  #aside(): Map<string, string> {
    const texts = new Map<string, string>();
    try {
      for (const key of Object.keys(this.#bridge ?? {})) {
        const text = key.startsWith(PREFIX) ? this.#bridge?.getItem(key) : null;
        if (text != null) texts.set(key.slice(PREFIX.length), text);
      }
    } catch {
      // Refused by the browser: then nothing was laid aside either.
    }
    return texts;
  }

  /** Writes down what pages had on their way when they were closed. Never rejects. */
  async bringOver(): Promise<void> {
    const changes = new Map<string, Waiting>();
    for (const [name, text] of this.#aside()) {
      // This page will.
      if (this.#waiting.has(name)) continue;
      const at = Line.safeParse(json(text)).data?.at;
      if (at === undefined) this.#layAside(name, null);
      else changes.set(name, { at, text });
    }
    if (changes.size > 0) await this.#write(changes).catch(() => {});
  }

  /** Everything in it, as it lies there. */
  async read(): Promise<Journaled[]> {
    return [...(await this.covered())].flatMap(([name, text]) => journaledIn(name, text) ?? []);
  }

  /** Whether more was written at once than is in it. */
  async isDue(): Promise<boolean> {
    const folder = await this.#folder().catch(() => undefined);
    return folder !== undefined && (await textOf(folder, DUE)) !== undefined;
  }

  /** The files and their texts: what a backup that begins now will hold, too. Empty where the browser has no such folder. */
  async covered(): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    await this.bringOver();
    try {
      const folder = await this.#folder();
      for (const name of await namesIn(folder)) texts.set(name, (await textOf(folder, name)) ?? '');
    } catch {
      // A private window: then nothing was written down either.
    }
    return texts;
  }

  /**
   * Drops what a backup holds now that it counts; what was written since stays.
   *
   * @param isHome whether the database has this record, or a newer one: one that it has not was never brought home.
   */
  async drop(covered: ReadonlyMap<string, string>, isHome: (journaled: Journaled) => Promise<boolean>): Promise<void> {
    if (covered.size === 0) return;
    const folder = await this.#folder();
    for (const [name, text] of covered) {
      const journaled = journaledIn(name, text);
      if (journaled !== undefined && !(await isHome(journaled))) continue;
      await alone(async () => {
        if ((await textOf(folder, name)) === text) await folder.removeEntry(name).catch(() => {});
      });
    }
  }
}

/** The journal of this page, whichever connection it writes through. */
export const theJournal = new Journal();

/** What a file holds: a record (null: it was deleted for good), and when that was committed, in milliseconds since 1970. */
const Line = z.object({ at: z.number(), record: z.unknown() });

const isJournaled = (name: string): name is JournaledTable => (JOURNALED as readonly string[]).includes(name);

function note(changes: Changes, table: JournaledTable, request: DBCoreMutateRequest): void {
  if (request.type === 'delete') for (const key of request.keys) changes.set(fileOf(table, key), null);
  else if (request.type !== 'deleteRange') {
    // Of what is too much anyway nothing is held in memory.
    const isTooMuch = changes.size > MOST_AT_ONCE && table !== 'newsletters';
    for (const record of isTooMuch ? [] : request.values) {
      const { id, host } = record as { id?: unknown; host?: unknown };
      changes.set(fileOf(table, id ?? host), record);
    }
  }
}

const fileOf = (table: JournaledTable, id: unknown) => `${table}-${encodeURIComponent(String(id))}`;

/** What a file says of its record; undefined: nothing, or it was cut off. */
function journaledIn(name: string, text: string): Journaled | undefined {
  const table = JOURNALED.find((one) => name.startsWith(`${one}-`));
  const { at = 0, record } = Line.safeParse(json(text)).data ?? {};
  return table === undefined || typeof record !== 'object'
    ? undefined
    : { table, id: idIn(name, table), value: record, at };
}

/** The id in the name of a file; that of a file that is none of ours is nobody's. */
function idIn(name: string, table: JournaledTable): string {
  try {
    return decodeURIComponent(name.slice(table.length + 1));
  } catch {
    return '';
  }
}

/**
 * Pages write down in another order than they have committed: the later commit stays. Where the clock was set back since,
 * what lies there is from the future, and counts for less. What lies there already is not written again.
 */
async function writeNewer(folder: Folder, name: string, at: number, text: string): Promise<void> {
  const there = await textOf(folder, name);
  const before = Line.safeParse(json(there ?? '')).data;
  if (before !== undefined && before.at > at && before.at <= Date.now()) return;
  if (there !== undefined && recordPart(there) === recordPart(text)) return;
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await file.write(new Blob([text]));
    await file.close();
  } catch (error) {
    await file.abort().catch(() => {});
    throw error;
  }
}

/** What a text says but for the time: it stands in front. */
const recordPart = (text: string) => text.replace(/^\{"at":\d+/, '');

async function namesIn(folder: Folder): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const { name } of folder.values()) names.add(name);
  return names;
}

/** undefined: there is no such file. */
async function textOf(folder: Folder, name: string): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch {
    return undefined;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function alone(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  return locks === undefined ? work() : locks.request(LOCK, work);
}

/** Where there is no such folder, as in a worker of old, nothing is laid aside; a worker has no localStorage. */
function usualBridge(): Storage | undefined {
  try {
    return typeof navigator.storage?.getDirectory === 'function' ? globalThis.localStorage : undefined;
  } catch {
    return undefined;
  }
}

async function journalFolder(): Promise<Folder> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('journal', { create: true })) as unknown as Folder;
}
