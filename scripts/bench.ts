/**
 * Measures how the popup opens, and finds what ran before, with an empty database and with 22,000 entries: in one run, in
 * turns, in real browsers. Lines of JSON on stdout, a table on stderr; times are in milliseconds.
 *
 *     npm run bench [-- chromium|firefox]
 */
import { parseArgs } from 'node:util';
import { nextIssue } from '../src/domain/issue.ts';
import { planImport } from '../src/roundup/import-plan.ts';
import { stored } from '../src/storage/entries.ts';
import { aPage, KNOWN, type Stage, seed, setStage } from '../tests/e2e/stage.ts';
import { archive } from '../tests/fixtures/archive.ts';
import type { BrowserName } from './browsers/browser.ts';
import { build } from './build.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const browsers = (positionals.length > 0 ? positionals : ['chromium', 'firefox']) as BrowserName[];

/** Rounds of one popup each on both sides. */
const ROUNDS = 15;
/** Lookups of each kind in a round. */
const LOOKUPS = 40;
/** So many records go into the browser at once. */
const SLICE = 2000;

await build('chrome');
await build('firefox');
for (const name of browsers) {
  const [empty, full] = [await staged(name, 1, 1), await staged(name, 800, 22_000)];
  const sides = { empty, full } as const;
  const figures: Record<string, Record<keyof typeof sides, number[]>> = {};
  const add = (what: string, side: keyof typeof sides, took: number[]) => {
    figures[what] ??= { empty: [], full: [] };
    figures[what][side].push(...took);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const)) {
      add('popup until the newsletter is known', side, [await openingOf(sides[side])]);
      const { page, origin } = await lookupsIn(sides[side]);
      add('lookup of a page by its key', side, page);
      add('what else ran from a site: count and last', side, origin);
    }
  }
  for (const [what, took] of Object.entries(figures)) {
    const [before, after] = [quantile(took.empty, 0.5), quantile(took.full, 0.5)];
    const line = {
      browser: name,
      what,
      empty: before,
      full: after,
      p95: quantile(took.full, 0.95),
      ratio: after / before,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    process.stderr.write(
      `${name.padEnd(9)} ${what.padEnd(44)} empty ${before.toFixed(2)}  22,000 ${after.toFixed(2)}  ratio ${line.ratio.toFixed(2)}\n`,
    );
  }
  await empty.end();
  await full.end();
}

/** A browser with an archive in its database, past the program. */
async function staged(name: BrowserName, issues: number, entries: number): Promise<Stage> {
  const stage = await setStage(name, new Map([['/page', aPage('A page')]]));
  let ids = 0;
  const plan = planImport(
    archive(issues, entries),
    { newsletter: null, name: 'Boxes', language: 'en', issues: [], withStyle: true, importId: 'i', now: 0 },
    () => `id-${++ids}`,
  );
  const open = nextIssue(plan.issues, { id: 'open', now: 0 }, plan.newsletter);
  await seed(stage.browser, {
    newsletters: [plan.newsletter],
    // The open issue, as an import makes it.
    issues: [...plan.issues, ...(open === undefined ? [] : [open])],
    settings: [{ name: 'currentNewsletter', value: plan.newsletter.id }],
  });
  const records = plan.entries.map(stored);
  for (let at = 0; at < records.length; at += SLICE)
    await seed(stage.browser, { entries: records.slice(at, at + SLICE) });
  return stage;
}

async function openingOf(stage: Stage): Promise<number> {
  const tab = await stage.browser.openTab(`${stage.site.origin}/page`);
  const before = performance.now();
  const popup = await stage.browser.clickToolbarButton(tab);
  await popup.waitFor(KNOWN);
  const took = performance.now() - before;
  await popup.close();
  await tab.close();
  return took;
}

/** What the popup asks the database, asked many times. */
async function lookupsIn(stage: Stage): Promise<{ page: number[]; origin: number[] }> {
  // The popup as a page: of all pages it asks the database for the least, and has its answers first.
  const page = await stage.browser.openExtensionPage('popup/popup.html');
  await page.waitFor(KNOWN);
  const took = await page.evaluate(async (lookups: number) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await wait(indexedDB.open('roundup'));
    const entries = () => db.transaction('entries').objectStore('entries');
    // Clocks of pages are coarse: many at once, and their mean.
    let before = performance.now();
    for (let at = 0; at < lookups; at += 1) {
      await wait(
        entries()
          .index('keys')
          .getAll(`site${at}.example/page/${at * 97}`),
      );
    }
    const page = [(performance.now() - before) / lookups];
    before = performance.now();
    for (let at = 0; at < lookups; at += 1) {
      const range = IDBKeyRange.bound(`site:site${at}.example\u0000`, `site:site${at}.example\u0000\uffff`);
      const index = entries().index('origins');
      await Promise.all([wait(index.count(range)), wait(index.openCursor(range, 'prev'))]);
    }
    const origin = [(performance.now() - before) / lookups];
    db.close();
    return { page, origin };
  }, LOOKUPS);
  await page.close();
  return took;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
