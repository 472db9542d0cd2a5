import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.ts';

/** What browsers call a download that is still under way; Firefox begins with eight characters of chance. */
const UNFINISHED = /\.(crdownload|part|tmp)$|^\.org\.chromium|^[\w+-]{8}\.\w+$/;

/** Waits for one more finished file in the folder of the downloads than was there before; gives its path. */
export async function downloadInto(folder: string, start: () => Promise<void>): Promise<string> {
  const before = new Set(readdirSync(folder));
  await start();
  const name = await until('A finished download', () => {
    const names = readdirSync(folder);
    if (names.some((each) => UNFINISHED.test(each))) return undefined;
    return names.find((each) => !before.has(each));
  });
  return join(folder, name);
}
