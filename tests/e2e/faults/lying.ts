import type { DrivenBrowser, Surface, Tab } from '../../../scripts/browsers/browser.ts';
import type { Dump } from '../../fixtures/dump.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import { PICTURE } from '../stage.ts';

/**
 * A page of the extension's origin in which none of the program runs: what lies in the database can be read and laid
 * there without a program that opens, upgrades or sweeps it first.
 */
export function openBeside(browser: DrivenBrowser): Promise<Tab> {
  return browser.openExtensionPage(PICTURE);
}

/**
 * Reads the database whole, past the program; where there is none, none is made. As a table of its own there is what
 * popups had to lay aside when they died, which the next page of the program brings home.
 */
export function readWhole(beside: Surface): Promise<Whole> {
  return beside.evaluate(
    () =>
      new Promise<Whole>((resolve, reject) => {
        const opening = indexedDB.open('roundup');
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () =>
          opening.error?.name === 'AbortError' ? resolve({ version: 0, tables: {} }) : reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const transaction = db.transaction(names);
          const asked = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
          transaction.oncomplete = () => {
            const aside = Object.entries(localStorage).filter(([name]) => name.startsWith('unfinished/'));
            const whole = {
              version: db.version,
              tables: {
                ...Object.fromEntries(asked.map(([name, all]) => [name, all.result])),
                aside: aside.map(([, json]) => JSON.parse(json)),
              },
            };
            db.close();
            resolve(whole);
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
  );
}

/** The journal of what the program wrote into the database of before: it knows nothing of what is laid down. */
const forgetJournal = (beside: Tab) =>
  beside.evaluate(async () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith('journal/')) localStorage.removeItem(name);
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('journal', { recursive: true }).catch(() => {});
  });

/** Puts these records in the place of all that lies in the database. */
export async function layDown(beside: Tab, tables: Record<string, readonly unknown[]>): Promise<void> {
  await forgetJournal(beside);
  await beside.evaluate(
    (records: Record<string, readonly unknown[]>) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('roundup');
        // There is none: it is the program's to make.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
          for (const name of db.objectStoreNames) {
            transaction.objectStore(name).clear();
            for (const record of records[name] ?? []) transaction.objectStore(name).put(record);
          }
          // What the program noted beside its database stays: by it a loss is noticed.
          for (const name of Object.keys(localStorage))
            if (name.startsWith('unfinished/')) localStorage.removeItem(name);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    tables,
  );
}

/** Makes a database out of a dump, in which every entry lies so many times, as an earlier program left it behind. */
export async function layDownDump(beside: Tab, dump: Dump, times: number): Promise<void> {
  await forgetJournal(beside);
  await beside.evaluate(
    (given: Dump, copies: number) =>
      new Promise<void>((resolve, reject) => {
        localStorage.clear();
        const deleting = indexedDB.deleteDatabase('roundup');
        deleting.onerror = () => reject(deleting.error);
        deleting.onsuccess = () => {
          const opening = indexedDB.open('roundup', given.version);
          opening.onupgradeneeded = () => {
            for (const [name, { keyPath, indexes, records }] of Object.entries(given.stores)) {
              const store = opening.result.createObjectStore(name, { keyPath });
              for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
              for (const record of records as { id: string; rank: string }[]) {
                store.add(record);
                if (name !== 'entries') continue;
                for (let copy = 1; copy < copies; copy += 1)
                  store.add({ ...record, id: `${record.id}-${copy}`, rank: `${record.rank}${copy.toString(36)}V` });
              }
            }
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    dump,
    times,
  );
}
