import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Database } from '../storage/database.ts';

/** The state of a query: what it gave last, and the error that ended it. */
export interface Live<T> {
  value: T | undefined;
  error: unknown;
}

/**
 * Asks the database, and asks again whenever any page changes what the query has read. Nothing is asked while there is
 * no database yet. `dependencies` are what the query closes over besides it; while they change, the last value stays.
 */
export function useLive<T>(
  db: Database | undefined,
  query: (db: Database) => Promise<T>,
  dependencies: readonly unknown[],
): Live<T> {
  return useLiveFrom(useEffect, db, query, dependencies);
}

/** The same for what the page waits for: it is asked before what is known so far is shown, and not a frame later. */
export function useLiveAtOnce<T>(
  db: Database,
  query: (db: Database) => Promise<T>,
  dependencies: readonly unknown[],
): Live<T> {
  return useLiveFrom(useLayoutEffect, db, query, dependencies);
}

function useLiveFrom<T>(
  effect: typeof useEffect,
  db: Database | undefined,
  query: (db: Database) => Promise<T>,
  dependencies: readonly unknown[],
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: undefined });
  effect(() => {
    if (db === undefined) return;
    const fail = (error: unknown) => setLive((last) => ({ ...last, error }));
    // liveQuery keeps a DatabaseClosedError to itself, and that is what a database that is refused throws.
    const told = () =>
      query(db).catch((error: unknown) => {
        fail(error);
        throw error;
      });
    const subscription = db.watch(told).subscribe({
      next: (value) => setLive({ value, error: undefined }),
      error: fail,
    });
    return () => subscription.unsubscribe();
  }, [db, ...dependencies]);
  return live;
}
