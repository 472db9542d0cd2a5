import type { Entry } from '../domain/entry.ts';
import { type StoredEntry, spotOf } from './entries.ts';

/** What an entry that is saved comes to stand beside: records as they lie in the database, undefined where there are none. */
export interface Standing {
  /** The entry itself, as it was last written. */
  before: StoredEntry | undefined;
  /** The last rank of its spot; null: nothing is in there. */
  lastRank: string | null;
  /** The setting that says which sections were used last. */
  recent: unknown;
  newsletter: unknown;
}

/**
 * Asks for all of it at once, with plain requests of the transaction: somebody waits for Save, and for Dexie it takes longer
 * to put these four questions than for the database to answer them. Not `async`: Dexie would lose sight of its transaction.
 */
export function standingOf(transaction: IDBTransaction, kept: Entry): Promise<Standing> {
  const { id, newsletterId } = kept;
  const spot = spotOf(kept);
  const entries = transaction.objectStore('entries');
  const inSpot = IDBKeyRange.bound([spot, ''], [spot, '\uffff']);
  return Promise.all([
    answerOf<StoredEntry | undefined>(entries.get(id)),
    answerOf(entries.index('[spot+rank]').openKeyCursor(inSpot, 'prev')),
    answerOf<unknown>(transaction.objectStore('settings').get('recentSections')),
    answerOf<unknown>(transaction.objectStore('newsletters').get(newsletterId)),
  ]).then(([before, last, recent, newsletter]) => ({
    before,
    lastRank: last === null ? null : rankIn(last.key),
    recent,
    newsletter,
  }));
}

/** The rank in a key of the index of spots. */
const rankIn = (key: IDBValidKey) => String((key as string[])[1]);

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
