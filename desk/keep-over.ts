import { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import { stored } from '../src/storage/entries.ts';

/**
 * Writes an entry while it is being typed, with the guarantee of `keepTyping`, and tells what was overwritten by it:
 * what another page wrote a moment ago may not have been shown here yet. undefined: nothing that can be read.
 */
export function keepOver(db: Database, entry: Entry): Promise<Entry | undefined> {
  return db.transaction('rw', db.entries, (transaction) => {
    let overwritten: unknown;
    // Not through Dexie: the question has to stand before the write and the commit, in this very task.
    const question = transaction.idbtrans.objectStore(db.entries.name).get(entry.id);
    question.onsuccess = () => {
      overwritten = question.result;
    };
    const arrived = db.entries.put(stored(entry));
    transaction.idbtrans.commit();
    return arrived.then(() => Entry.safeParse(overwritten).data);
  });
}
