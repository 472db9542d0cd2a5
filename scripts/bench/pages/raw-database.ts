import { answerOf, done, endOf, openRaw } from './raw-records.ts';

/** One table of a copy of the database in the page's memory. */
type Records = Record<string, unknown[]>;

// Every record is read, and put at once into a second database with the same indexes: what an import cannot do without.
// The time is that of the writing.
const run = async () => {
  const db = await openRaw();
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const records: Records = {};
  for (const name of names) records[name] = await answerOf(reading.objectStore(name).getAll());
  indexedDB.deleteDatabase('bench');
  const opening = indexedDB.open('bench');
  opening.onupgradeneeded = () => {
    for (const name of names) {
      const { keyPath, indexNames } = db.transaction(name).objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexNames) {
        const { keyPath, multiEntry, unique } = db.transaction(name).objectStore(name).index(index);
        store.createIndex(index, keyPath, { multiEntry, unique });
      }
    }
  };
  const copy = await answerOf(opening);
  const before = performance.now();
  const writing = copy.transaction(names, 'readwrite', { durability: 'strict' });
  for (const [name, all] of Object.entries(records)) for (const record of all) writing.objectStore(name).put(record);
  await endOf(writing);
  document.documentElement.dataset.took = String(performance.now() - before);
  copy.close();
  indexedDB.deleteDatabase('bench');
  done();
};
void run();
