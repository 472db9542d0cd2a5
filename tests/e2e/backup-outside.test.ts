import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { aNewsletter, anEntry } from '../records.ts';
import { axeFaults } from './axe.ts';
import { BROWSERS, PATIENT, type Stage, seed, setStage } from './stage.ts';

const told = (text: string) => `document.querySelector('.told')?.textContent.includes(${JSON.stringify(text)})`;
const isChosen = (place: string) => `document.querySelector('input[name="backup-to"][value="${place}"]').checked`;

/** Runs in the page: the backups of a folder that the browser has inside, by name. */
async function backupsIn(folder: string): Promise<Record<string, string>> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getDirectoryHandle(folder);
  const found: Record<string, string> = {};
  for await (const file of (handle as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
    found[file.name] = await (await file.getFile()).text();
  return found;
}

describe.each(BROWSERS)('backups outside of %s', (name) => {
  let stage: Stage;
  const folder = mkdtempSync(join(tmpdir(), 'roundup-outside-'));
  beforeAll(async () => {
    stage = await setStage(name, new Map(), { downloads: folder, grants: ['downloads'] });
    const { newsletter, issue } = aNewsletter();
    const entries = Array.from({ length: 40 }, (_, at) =>
      anEntry({ id: `entry-${at}`, newsletterId: newsletter.id, commentary: `${at}.  Two spaces, “curly”. 🪢` }),
    );
    await seed(stage.browser, { newsletters: [newsletter], issues: [issue], entries });
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const openBackups = async (): Promise<Tab> => {
    const options = await stage.browser.openExtensionPage('options/options.html#backup');
    await options.waitFor(`document.querySelector('#back-up')`, PATIENT);
    return options;
  };
  const inDownloads = () => {
    const names = readdirSync(join(folder, 'Roundup'));
    return Object.fromEntries(names.map((one) => [one, readFileSync(join(folder, 'Roundup', one), 'utf8')]));
  };

  test('lie in the downloads folder too, byte for byte; of one day the newest stays', async () => {
    const options = await openBackups();
    await options.click('input[name="backup-to"][value="downloads"]');
    await options.waitFor(told('40 entries, all equal'), PATIENT);
    await options.waitFor(isChosen('downloads'), PATIENT);
    const first = inDownloads();
    expect(Object.keys(first)).toEqual([expect.stringMatching(/^roundup-backup-\d{8}-\d{9}-asked\.json$/)]);
    expect(await options.evaluate(backupsIn, 'backups')).toMatchObject(first);
    expect(await axeFaults(options)).toEqual([]);

    await options.click('#back-up');
    await expect.poll(() => Object.keys(inDownloads()), PATIENT).not.toEqual(Object.keys(first));
    await options.waitFor(told('40 entries, all equal'), PATIENT);
    await expect.poll(() => Object.keys(inDownloads()), PATIENT).toHaveLength(1);
    expect(await options.evaluate(backupsIn, 'backups')).toMatchObject(inDownloads());
    await options.close();
  });

  // Firefox lets nobody choose a folder. What stands in is the dialog alone: the folder is a real one, of those inside.
  test.runIf(name === 'chromium')('lie in a folder that was chosen, also after the browser began anew', async () => {
    let options = await openBackups();
    await options.evaluate(() => {
      const chosen = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true });
      Object.assign(globalThis, { showDirectoryPicker: chosen });
    });
    await options.click('input[name="backup-to"][value="folder"]');
    await options.waitFor(told('40 entries, all equal'), PATIENT);
    await options.waitFor(isChosen('folder'), PATIENT);
    await options.waitFor(`document.querySelector('#backup-to-folder').textContent.includes('My backups')`, PATIENT);
    const first = await options.evaluate(backupsIn, 'My backups');
    expect(Object.keys(first)).toHaveLength(1);
    expect(await options.evaluate(backupsIn, 'backups')).toMatchObject(first);

    await stage.browser.close();
    await stage.again();
    options = await openBackups();
    await options.waitFor(isChosen('folder'), PATIENT);
    await options.click('#back-up');
    await options.waitFor(told('40 entries, all equal'), PATIENT);
    const second = await options.evaluate(backupsIn, 'My backups');
    expect(Object.keys(second)).toHaveLength(1);
    expect(Object.keys(second)).not.toEqual(Object.keys(first));
  });
});
