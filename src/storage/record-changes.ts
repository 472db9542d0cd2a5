import Dexie, { type ObservabilitySet, RangeSet } from 'dexie';
import type { Database } from './database.ts';

/** Records that some page has written: their ids, or everything where there were too many to be named. */
export type RecordChanges = readonly string[] | 'all';

/**
 * Tells which records of a table were written, made or deleted, by whichever page: what `liveQuery` is told, without
 * reading anything. What one transaction has written is told at once. Returns the end of it.
 */
export function followChanges(
  db: Database,
  table: 'entries' | 'issues',
  tell: (changes: RecordChanges) => void,
): () => void {
  const part = `idb://${db.name}/${table}/`;
  const hear = (parts: ObservabilitySet) => {
    // Dexie says `all` of a database that was deleted or restored as a whole.
    const tree = 'all' in parts ? 'all' : parts[part];
    if (tree === undefined) return;
    if (tree === 'all') return tell('all');
    const ids: string[] = [];
    for (const { from, to } of RangeSet(tree)) {
      if (typeof from !== 'string' || from !== to) return tell('all');
      ids.push(from);
    }
    tell(ids);
  };
  Dexie.on.storagemutated.subscribe(hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}
