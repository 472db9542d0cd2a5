import Dexie, { type ObservabilitySet, RangeSet } from 'dexie';
import type { Database } from './database.ts';

/** Entries that some page has written: their ids, or everything where there were too many to be named. */
export type EntryChanges = readonly string[] | 'all';

/**
 * Tells which entries were written, made or deleted, by whichever page: what `liveQuery` is told, without reading
 * anything. Returns the end of it.
 */
export function followEntryChanges(db: Database, tell: (changes: EntryChanges) => void): () => void {
  const part = `idb://${db.name}/${db.entries.name}/`;
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
