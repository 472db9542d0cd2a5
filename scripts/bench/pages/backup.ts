import '../../../src/domain/no-eval.ts';
import { EVERYTHING } from '../../../src/storage/backup/compare.ts';
import { planRestore } from '../../../src/storage/backup/plan.ts';
import { inspectBackup } from '../../../src/storage/backup/read.ts';
import { restoreBackup } from '../../../src/storage/backup/restore.ts';
import { writeBackup } from '../../../src/storage/backup/write.ts';
import { Database } from '../../../src/storage/database.ts';
import { putAll, readAll } from './copy-raw.ts';
import { done } from './raw-records.ts';

/** What the page took for each, in milliseconds, and the size of the file. */
export interface BackupTimes {
  written: number;
  checked: number;
  restored: number;
  /** Every record read and made JSON; the same records put. */
  floors: { read: number; put: number };
  size: number;
}

// The database is backed up, and the file restored into an empty one, by the code that ships.
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const before = performance.now();
  const made = await work();
  return [made, performance.now() - before];
};
const run = async () => {
  const [{ file }, written] = await timed(() =>
    writeBackup(new Database('relaxed'), { now: Date.now(), why: 'asked' }),
  );
  await Database.delete('bench');
  const empty = new Database('strict', 'bench');
  const [plan, checked] = await timed(async () => {
    await inspectBackup(file);
    return planRestore(empty, file, EVERYTHING);
  });
  const [, restored] = await timed(() => restoreBackup(empty, file, EVERYTHING, plan, { now: Date.now() }));
  await empty.delete();
  const [tables, read] = await timed(async () => {
    const all = await readAll();
    new Blob(Object.values(all).flatMap((records) => records.map((record) => `${JSON.stringify(record)}\n`)));
    return all;
  });
  const times: BackupTimes = {
    written,
    checked,
    restored,
    floors: { read, put: await putAll(tables) },
    size: file.size,
  };
  document.documentElement.dataset.took = JSON.stringify(times);
  done();
};
void run();
