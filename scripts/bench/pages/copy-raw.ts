import { answerOf, endOf, openRaw } from './raw-records.ts';

/** A whole database in the page's memory, by table. */
export type Tables = Record<string, unknown[]>;

/** Reads every record. */
export async function readAll(): Promise<Tables> {
  const db = await openRaw();
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const tables: Tables = {};
  for (const name of names) tables[name] = await answerOf(reading.objectStore(name).getAll());
  db.close();
  return tables;
}

/** Puts all of it in one transaction into another database with the same indexes, which then goes. Milliseconds. */
export async function putAll(tables: Tables): Promise<number> {
  const db = await openRaw();
  const opening = indexedDB.open('bench-raw');
  opening.onupgradeneeded = () => {
    for (const name of db.objectStoreNames) {
      const from = db.transaction(name).objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath: from.keyPath });
      for (const index of from.indexNames) {
        const { keyPath, multiEntry, unique } = from.index(index);
        store.createIndex(index, keyPath, { multiEntry, unique });
      }
    }
  };
  const copy = await answerOf(opening);
  const before = performance.now();
  const writing = copy.transaction(Object.keys(tables), 'readwrite', { durability: 'strict' });
  for (const [name, all] of Object.entries(tables)) for (const record of all) writing.objectStore(name).put(record);
  await endOf(writing);
  const took = performance.now() - before;
  copy.close();
  db.close();
  await answerOf(indexedDB.deleteDatabase('bench-raw'));
  return took;
}
