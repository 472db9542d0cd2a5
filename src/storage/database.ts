import Dexie, { liveQuery, type Observable, type Table } from 'dexie';
import type { Issue } from '../domain/issue.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Revision } from '../domain/revision.ts';
import { addOrigins, type StoredEntry } from './entries.ts';

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

  constructor(durability: Durability, name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' });
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
      .upgrade((transaction) => addOrigins(transaction.table('entries')));
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

  /** Runs a query, and again whenever any page changes what it has read. */
  watch<T>(query: () => Promise<T>): Observable<T> {
    return liveQuery(query);
  }
}
