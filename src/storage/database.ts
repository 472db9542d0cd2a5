import Dexie, { liveQuery, type Observable, type Table, type Transaction } from 'dexie';
import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Revision } from '../domain/revision.ts';
import { type Snapshot, snapshotOf } from './backup/write.ts';
import { addOrigins, type StoredEntry } from './entries.ts';
import { type Journal, theJournal } from './journal.ts';
import { WriteCall } from './write-call.ts';

/**
 * How hard a write tries to reach the disk before it counts. `relaxed` answers as soon as the operating system has it:
 * for every keystroke, because it survives a popup that dies at once. `strict` waits for the disk: for Save.
 * https://developer.mozilla.org/en-US/docs/Web/API/IDBTransaction/durability
 */
export type Durability = 'relaxed' | 'strict';

export const DATABASE_NAME = 'roundup';

/** The database that this page had open was deleted under it. Nothing can be kept until the page is loaded anew. */
export class DatabaseGone extends Error {
  constructor() {
    super('The database was deleted while this page was open.');
    this.name = 'DatabaseGone';
  }
}

/** Whether that is why something could not be done: Dexie wraps what it was told and names it in its message. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof Error && `${thrown.name} ${thrown.message}`.includes('DatabaseGone');
}

/** The databases that this page has had open, by name. */
const known = new Set<string>();

/** A newer program wrote the database on the disk: this one reads it, and writes nothing. */
export class NewerDatabase extends Error {
  constructor() {
    super('A newer Roundup wrote this database. Update Roundup.');
    this.name = 'NewerDatabase';
  }
}

/**
 * The database. Every schema version ever released stays listed here, so that any older database opens in the newest
 * program. What is indexed: entries by where they are found, by their order there,
 * and by the keys of all their links.
 *
 * Durability is a property of a Dexie connection, hence two connections; what is written through one is seen by
 * `watch` on the other. The cache is off: another page may have written since.
 */
export class Database extends Dexie {
  declare newsletters: Table<Newsletter, string>;
  declare issues: Table<Issue, string>;
  declare entries: Table<StoredEntry, string>;
  declare revisions: Table<Revision, string>;
  declare outlets: Table<Outlet, string>;
  declare settings: Table<{ name: string; value: unknown }, string>;

  /**
   * Puts down inside the browser what there was before an upgrade. It is loaded when there is something to upgrade; the
   * background, which can load nothing later, has its own.
   */
  static keepBefore = async (snapshot: Snapshot): Promise<void> =>
    (await import('./backup/before-upgrade.ts')).keepBeforeUpgrade(snapshot);

  /** What there was before the upgrade that has just been done. */
  #before: Snapshot | null = null;

  /** What was written since the newest backup. */
  readonly journal: Journal;

  constructor(durability: Durability, name: string = DATABASE_NAME, journal: Journal = theJournal) {
    super(name, {
      chromeTransactionDurability: durability,
      cache: 'disabled',
      indexedDB: withoutPatches(() => this.#newest),
    });
    const writes = new WriteCall(name);
    this.use({
      stack: 'dbcore',
      name: 'read-only',
      create: (core) => ({
        ...core,
        transaction: (stores, mode, options) => {
          if (mode === 'readwrite') {
            if (this.isNewer) throw new NewerDatabase();
            writes.call();
          }
          return core.transaction(stores, mode, options);
        },
      }),
    });
    this.journal = journal;
    this.use({ stack: 'dbcore', name: 'journal', create: (core) => journal.follow(core, durability === 'relaxed') });
    this.on('ready', () => {
      const before = this.#before;
      this.#before = null;
      // The upgrade is done, all of it; a backup that fails is none of its business.
      if (before !== null && before.counts.newsletters > 0) void Database.keepBefore(before).catch(() => {});
    });
    this.version(1).stores({
      newsletters: 'id',
      issues: 'id, newsletterId, [newsletterId+number]',
      entries: 'id, [newsletterId+place], [spot+rank], *keys',
      revisions: 'id, [entryId+at]',
      outlets: 'host',
      settings: 'name',
    });
    // Issues by their state: years of printed Markdown must not be read to find the open one. Entries by whom and where
    // they come from: what else ran of them is counted without reading it.
    this.version(2)
      .stores({
        issues: 'id, newsletterId, [newsletterId+number], [newsletterId+state]',
        entries: 'id, [newsletterId+place], [spot+rank], *keys, *origins',
      })
      .upgrade(async (transaction) => {
        await this.#snapshotOnce(transaction, 1);
        await addOrigins(transaction.table('entries'));
      });
    // Dexie would begin a new and empty database, and what is written there would belong to a newsletter that is gone.
    this.on('populate', () => {
      if (known.has(name)) throw new DatabaseGone();
    });
    this.on('ready', () => void known.add(name), true);
  }

  /** Calls back when somebody deletes the database while it is open here. */
  whenGone(tell: (gone: DatabaseGone) => void): void {
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) tell(new DatabaseGone());
    });
  }

  /** The highest version that IndexedDB may count for this program. Dexie multiplies its own by ten. */
  get #newest(): number {
    return Math.round(this.verno) * 10 + 9;
  }

  /** Whether a newer program wrote what lies on the disk; false until it has been opened. */
  get isNewer(): boolean {
    return this.isOpen() && this.backendDB().version > this.#newest;
  }

  /**
   * Reads all there is before the first of the upgrades that are due: in their transaction, which waits for nothing but
   * the database. It is put down when it is over.
   */
  async #snapshotOnce(transaction: Transaction, from: number): Promise<void> {
    this.#before ??= await snapshotOf((table) => transaction.table(table), from, { now: Date.now(), why: 'upgrade' });
  }

  /** Runs a query, and again whenever any page changes what it has read. */
  watch<T>(query: () => Promise<T>): Observable<T> {
    return liveQuery(query);
  }
}

/**
 * The browser's databases, but for one thing: where a newer program's lacks an index, Dexie would add it and count the
 * version up, and the newer program would take its own database for that of a still newer one.
 */
function withoutPatches(newest: () => number): IDBFactory {
  return new Proxy(indexedDB, {
    get(factory, property) {
      const value: unknown = Reflect.get(factory, property, factory);
      if (typeof value !== 'function') return value;
      if (property !== 'open') return value.bind(factory);
      return (name: string, version?: number) => {
        if (version !== undefined && version > newest()) throw new NewerDatabase();
        return factory.open(name, version);
      };
    },
  });
}
