import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** The state of a query: what it gave last, and the error that ended it. */
export interface Live<T> {
  value: T | undefined;
  error: unknown;
}

/**
 * Runs a query and runs it again whenever any page changes what it has read. `dependencies` are what the query closes
 * over; while they change, the last value stays.
 */
export function useLive<T>(query: () => Promise<T>, dependencies: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: undefined });
  useEffect(() => {
    const fail = (error: unknown) => setLive((last) => ({ ...last, error }));
    // liveQuery keeps a DatabaseClosedError to itself, and that is what a database that is refused throws.
    const told = () =>
      query().catch((error: unknown) => {
        fail(error);
        throw error;
      });
    const subscription = liveQuery(told).subscribe({
      next: (value) => setLive({ value, error: undefined }),
      error: fail,
    });
    return () => subscription.unsubscribe();
  }, dependencies);
  return live;
}
