import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Stage, setStage } from '../../tests/e2e/stage.ts';
import { archive } from '../../tests/fixtures/archive.ts';
import type { BrowserName, Tab } from '../browsers/browser.ts';
import type { Figure } from './figure.ts';
import { heapOf } from './heap.ts';

const SIZE = { issues: 800, entries: 22_000 };
const LONG = { timeout: 300_000 };

/** What the page noted while it worked. */
export interface Answering {
  longTasks: number[];
  silences: number[];
}

/** Chooses the folder of an archive on the import page, has it written, and waits until it is there. Milliseconds. */
export async function importFolder(page: Tab, folder: string): Promise<{ read: number; written: number } & Answering> {
  const heading = (text: string) => `document.querySelector('h2')?.textContent === ${JSON.stringify(text)}`;
  await page.evaluate('probe.listen()');
  const begun = performance.now();
  await page.chooseFiles('#import-folder', [folder]);
  await page.waitFor(heading('Check the import'), LONG);
  const read = performance.now();
  await page.click('#import-write');
  await page.waitFor(heading('Imported'), LONG);
  const end = performance.now();
  return { read: read - begun, written: end - read, ...(await answering(page)) };
}

const answering = (page: Tab): Promise<Answering> =>
  page.evaluate('({ longTasks: probe.longTasks, silences: probe.silences })');

/** What a page notes that has nothing but a field for a folder when this one is chosen. */
async function chooseAlone({ browser }: Stage, folder: string): Promise<Answering> {
  const page = await browser.openExtensionPage('bench/folder-field.html');
  await page.evaluate('probe.listen()');
  await page.chooseFiles('#import-folder', [folder]);
  await page.waitFor('probe.marks.done !== undefined', LONG);
  // Long tasks are told afterwards.
  await page.evaluate('new Promise((told) => requestAnimationFrame(() => setTimeout(told)))');
  const noted = await answering(page);
  await page.close();
  return noted;
}

/** Writes an archive into a folder that goes with the callback. */
export async function withArchive<T>(issues: number, entries: number, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'roundup-archive-'));
  try {
    for (const { path, markdown } of archive(issues, entries)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), markdown);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An import of 22,000 entries in 800 files, in a browser of its own. */
export async function importFigures(name: BrowserName, extension: string): Promise<Figure[]> {
  const stage = await setStage(name, new Map(), { extension });
  try {
    const page = await stage.browser.openExtensionPage('options/options.html#import');
    await page.waitFor(`document.querySelector('.drop')`);
    const [took, alone] = await withArchive(SIZE.issues, SIZE.entries, async (folder) => [
      await importFolder(page, folder),
      await chooseAlone(stage, folder),
    ]);
    const heaps = await heapOf(page);
    await page.close();
    const raw = await stage.browser.openExtensionPage('bench/raw-database.html');
    await raw.waitFor('probe.marks.done !== undefined', LONG);
    const floor = {
      what: 'the same records put in one transaction',
      took: [await raw.evaluate<number>('Number(document.documentElement.dataset.took)')],
    };
    await raw.close();
    const { entries } = SIZE;
    const worst = (times: readonly number[]) =>
      times.length === 0 ? 'none' : `${times.length}, the longest ${Math.max(...times)} ms`;
    const note =
      name === 'chromium'
        ? `long tasks: ${worst(took.longTasks)}; a field for a folder alone: ${worst(alone.longTasks)}`
        : `silences: ${worst(took.silences)}; a field for a folder alone: ${worst(alone.silences)}`;
    const figures: Figure[] = [
      { what: 'import: files read and taken apart', entries, unit: 'ms', took: [took.read], note },
      { what: 'import: written and read back', entries, unit: 'ms', took: [took.written], floor },
      { what: 'import: both', entries, unit: 'ms', took: [took.read + took.written], floor },
    ];
    if (heaps.length > 0)
      figures.push({ what: 'memory of the import page, afterwards', entries, unit: 'MiB', took: heaps });
    return figures;
  } finally {
    await stage.end();
  }
}
