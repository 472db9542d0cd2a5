import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { ROOT } from '../../scripts/build.ts';
import { archive } from '../fixtures/archive.ts';
import { BROWSERS, PATIENT, type Stage, setStage } from './stage.ts';

const LONG = { timeout: 170_000 };

/** Real issues beside the checkout; there need not be any. */
const REAL = join(ROOT, '../shared/newsletters/rct');

/** Everything in the database, past the program: how many records of each table, and what was published. */
function lying(page: Tab): Promise<{ counts: Record<string, number>; published: [number, string][] }> {
  return page.evaluate(
    () =>
      new Promise<{ counts: Record<string, number>; published: [number, string][] }>((resolve, reject) => {
        const opening = indexedDB.open('roundup');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          const counts: Record<string, number> = {};
          for (const name of names) {
            const counting = transaction.objectStore(name).count();
            counting.onsuccess = () => {
              counts[name] = counting.result;
            };
          }
          const issues = transaction.objectStore('issues').getAll();
          transaction.oncomplete = () => {
            opening.result.close();
            const printed = issues.result.filter((issue) => issue.printed !== null);
            resolve({ counts, published: printed.map((issue) => [issue.number, issue.printed.markdown]) });
          };
        };
      }),
  );
}

/** From now on, every time the page did not answer for longer than a tenth of a second is noted. */
const WATCH = `(() => {
  window.silences = [];
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    if (now - last > 100) window.silences.push(Math.round(now - last) + ' ms: ' + document.querySelector('h2')?.textContent);
    last = now;
    setTimeout(tick);
  };
  tick();
})()`;

const heading = (text: string) => `document.querySelector('h2')?.textContent === ${JSON.stringify(text)}`;
/** The table comes after what stands above it. */
const CHECKED = `${heading('Check the import')} && document.querySelector('table') !== null`;

describe.each(BROWSERS)('past issues in %s', (name) => {
  let stage: Stage;
  let page: Tab;
  let folder = '';

  /** Files in a folder of their own, by path. */
  const written = (files: { path: string; markdown: string | Uint8Array }[]): string[] =>
    files.map(({ path, markdown }) => {
      const at = join(folder, path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, markdown);
      return at;
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'roundup-issues-'));
    stage = await setStage(name, new Map());
    page = await stage.browser.openExtensionPage('options/options.html#import');
    await page.waitFor(`document.querySelector('.drop')`, PATIENT);
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const text = () => page.evaluate<string>(`document.querySelector('main').textContent`);

  test.skipIf(!existsSync(REAL))(
    'a whole newsletter is imported to the character (skipped without ../shared)',
    async () => {
      const files = readdirSync(REAL).filter((file) => file.endsWith('.md'));
      await page.chooseFiles(
        '#import-files',
        files.map((file) => join(REAL, file)),
      );
      await page.waitFor(CHECKED, LONG);
      await page.click('#import-write');
      await page.waitFor(heading('Imported'), LONG);
      const { published } = await lying(page);
      const texts = new Map(published.map(([, markdown]) => [markdown, true]));
      expect(files.filter((file) => !texts.has(readFileSync(join(REAL, file), 'utf8')))).toEqual([]);
      await page.click('.done-acts .btn-quiet');
      await page.waitFor(heading('Import'), LONG);
      expect((await lying(page)).counts).toMatchObject({ newsletters: 0, issues: 0, entries: 0 });
    },
  );

  /** Goes from field to field until the focus is on what is wanted, and presses it. */
  const pressByKey = async (selector: string) => {
    for (let at = 0; at < 80; at += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) break;
      await page.press('Tab');
    }
    expect(await page.evaluate<string>(`document.activeElement?.outerHTML ?? ''`)).toContain('<button');
    await page.press('Enter');
  };

  test('a zip is imported with keys alone, to the character; again it changes nothing, and it can be undone', async () => {
    const [first, second, third] = archive(3, 30).map(({ markdown }) => markdown);
    const texts = [first ?? '', `\uFEFF${second?.replaceAll('\n', '\r\n')}`, third ?? ''];
    const contents = Object.fromEntries(texts.map((markdown, at) => [`posts/${at + 1}.md`, strToU8(markdown)]));
    const zip = written([{ path: 'export.zip', markdown: zipSync({ ...contents, '../4.md': strToU8('x') }) }]);
    await page.chooseFiles('#import-files', zip);
    await page.waitFor(CHECKED, LONG);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Check the import');
    await pressByKey('#import-write');
    await page.waitFor(heading('Imported'), LONG);
    const there = await lying(page);
    expect(there.published.map(([, markdown]) => markdown).sort()).toEqual(texts.toSorted());
    expect(there.counts).toMatchObject({ newsletters: 1, issues: 4, entries: 30 });

    await page.evaluate(() => location.reload());
    await page.waitFor(`document.querySelector('.last-import')`, PATIENT);
    await page.chooseFiles('#import-files', zip);
    await page.waitFor(CHECKED, LONG);
    expect((await text()).split('Already here, equal in every character.')).toHaveLength(4);
    await pressByKey('.commit .btn-quiet');
    await page.waitFor(`document.querySelector('.last-import')`, LONG);
    expect(await lying(page)).toEqual(there);
    await pressByKey('.last-import button');
    await page.waitFor(`document.querySelector('.note')?.textContent.includes('undone')`, LONG);
    expect((await lying(page)).counts).toMatchObject({ newsletters: 0, issues: 0, entries: 0 });
  });

  test('what is hostile is answered within seconds, by its name, and holds nothing up', async () => {
    const files = written([
      ...archive(2, 20),
      { path: 'zeros.md', markdown: new Uint8Array(1_000) },
      { path: 'large.md', markdown: new Uint8Array(200_000_000).fill(0x20) },
      { path: 'broken.zip', markdown: 'PK\u0003\u0004 and no more' },
      { path: 'front.md', markdown: `---\ntitle: "#8"\n${'a: b\n'.repeat(50_000)}` },
      {
        path: 'deep.md',
        markdown: `# T #9\n\n## S\n\n${'['.repeat(10_000)}a${'](https://a.example)'.repeat(10_000)}\n`,
      },
      { path: 'heads.md', markdown: Array.from({ length: 20_000 }, (_, at) => `## H${at}`).join('\n') },
    ]);
    await page.chooseFiles('#import-files', files);
    await page.waitFor(CHECKED, LONG);
    const said = await text();
    for (const file of ['zeros.md', 'large.md', 'broken.zip', 'front.md', 'deep.md', 'heads.md'])
      expect(said).toContain(file);
    expect(said).toContain('Import 20 entries');
    await page.click('.commit .btn-quiet');
    await page.waitFor(heading('Import'), LONG);
    expect((await lying(page)).counts).toMatchObject({ newsletters: 0, issues: 0, entries: 0 });
  });

  test('800 issues with 22,000 entries: the page answers, stopping leaves nothing, and all of it comes in', async () => {
    const files = archive(800, 22_000);
    const [first = ''] = written(files);
    const before = await lying(page);
    await page.chooseFiles('#import-folder', [dirname(first)]);
    await page.waitFor(`document.querySelector('.progress')?.value > 0.2`, LONG);
    await page.click('main .btn');
    await page.waitFor(heading('Import'), LONG);
    expect(await lying(page)).toEqual(before);

    await page.evaluate(WATCH);
    // Looking into the database keeps the page busy, too: that is not what is asked for.
    const silences: string[] = [];
    const hear = () => page.evaluate<string[]>('window.silences.splice(0)');
    const begun = Date.now();
    await page.chooseFiles('#import-folder', [dirname(first)]);
    await page.waitFor(CHECKED, LONG);
    const read = Date.now();
    await page.click('#import-write');
    await page.waitFor(`${heading('Importing')} && document.querySelector('.progress')?.value > 0.3`, LONG);
    await page.click('main .btn');
    await page.waitFor(heading('Import'), LONG);
    silences.push(...(await hear()));
    expect(await lying(page)).toEqual(before);
    await hear();

    await page.chooseFiles('#import-folder', [dirname(first)]);
    await page.waitFor(CHECKED, LONG);
    const writing = Date.now();
    await page.click('#import-write');
    await page.waitFor(heading('Imported'), LONG);
    const end = Date.now();
    silences.push(...(await hear()));
    const { counts, published } = await lying(page);
    expect(counts).toMatchObject({ newsletters: 1, issues: 801, entries: 22_000 });
    const texts = new Map(published);
    expect(files.filter(({ markdown }, at) => texts.get(at + 1) !== markdown)).toEqual([]);
    const figures = `read in ${read - begun} ms, written in ${end - writing} ms; not answering: ${silences.join(', ') || 'never longer than 100 ms'}`;
    console.log(`${name}: 22,000 entries ${figures}`);
  }, 400_000);
});
