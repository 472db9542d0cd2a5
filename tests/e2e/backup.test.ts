import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserName, DrivenBrowser, Tab } from '../../scripts/browsers/browser.ts';
import { until } from '../../scripts/browsers/until.ts';
import { stored } from '../../src/storage/entries.ts';
import { HOSTILE_RECORDS, resealed } from '../fixtures/hostile-backups.ts';
import { aNewsletter, anEntry } from '../records.ts';
import { axeFaults } from './axe.ts';
import { aPage, BROWSERS, entriesIn, openPopup, PATIENT, type Stage, save, seed, setStage } from './stage.ts';

/** Where pictures go, to be looked at: `ROUNDUP_SHOTS=/tmp/shots`. */
const SHOTS = process.env.ROUNDUP_SHOTS;

/** With ROUNDUP_WHOLE=1 as much as an editor writes in many years. */
const ENTRIES = process.env.ROUNDUP_WHOLE === '1' ? 50_000 : 500;

/** A newsletter with published issues, and entries as long as those of the model newsletter. */
function archive(count: number) {
  const { newsletter, issue, articles, odds } = aNewsletter();
  const issues = Array.from({ length: Math.ceil(count / 25) }, (_, at) => ({
    ...issue,
    id: `issue-${at}`,
    number: at + 1,
    state: 'published' as const,
    publishedAt: 1_600_000_000_000 + at,
    printed: {
      markdown: `# Small Findings #${at + 1}\n\n${'Two spaces.  “Curly.”\n'.repeat(40)}`,
      style: newsletter.style,
    },
  }));
  const entries = Array.from({ length: count }, (_, at) =>
    stored(
      anEntry({
        id: `entry-${String(at).padStart(6, '0')}`,
        newsletterId: newsletter.id,
        issueId: at % 50 === 0 ? null : `issue-${Math.floor(at / 25)}`,
        sectionId: at % 3 === 0 ? odds : articles,
        rank: `a${String(at).padStart(6, '0')}`,
        commentary: `${at}.  On “ropes” & knöts 🪢, [twice](https://b.example/${at}).\n\n${'A word that an editor writes.  '.repeat(28)}`,
        deletedAt: at % 97 === 0 ? 1_600_000_000_000 : null,
      }),
    ),
  );
  const revisions = entries
    .filter((_, at) => at % 10 === 0)
    .map(({ keys: _, origins: __, place: ___, spot: ____, ...entry }) => ({
      id: `${entry.id}/1`,
      entryId: entry.id,
      at: 5,
      entry: { ...entry, commentary: 'What it was.' },
    }));
  return {
    newsletters: [newsletter],
    issues: [{ ...issue, number: issues.length + 1 }, ...issues],
    entries,
    revisions,
    settings: [{ name: 'currentNewsletter', value: newsletter.id }],
  };
}

/** Puts much into the database, some at a time: a message to the browser has its limits. */
async function seedMuch(browser: DrivenBrowser, { entries, revisions, ...rest }: ReturnType<typeof archive>) {
  await seed(browser, rest);
  const page = await browser.openExtensionPage('options/options.html');
  await page.waitFor(`document.querySelector('.nav')`, PATIENT);
  for (const [table, records] of [
    ['entries', entries],
    ['revisions', revisions],
  ] as const) {
    for (let at = 0; at < records.length; at += 2_000) {
      await page.evaluate(
        (name: string, slice: readonly object[]) =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('roundup');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(name, 'readwrite');
              for (const record of slice) transaction.objectStore(name).put(record);
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
              transaction.onerror = () => reject(transaction.error);
            };
          }),
        table,
        records.slice(at, at + 2_000),
      );
    }
  }
  await page.close();
}

/** How many records each table has, and one number made of everything that is in them, in order. */
async function fingerprint(browser: DrivenBrowser): Promise<Record<string, string>> {
  const page = await browser.openExtensionPage('options/options.html');
  await page.waitFor(`document.querySelector('.nav')`, PATIENT);
  const prints = await printsOn(page);
  await page.close();
  return prints;
}

/** The same on a page that is open. */
function printsOn(page: Tab): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('roundup');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    // Records are compared by what they say, whatever the order of their fields.
    const ordered = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(ordered);
      const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return Object.fromEntries(fields.map(([key, field]) => [key, ordered(field)]));
    };
    const found: Record<string, string> = {};
    for (const name of ['newsletters', 'issues', 'entries', 'revisions', 'outlets', 'settings']) {
      let count = 0;
      let hash = 5381n;
      let text = '';
      const fold = async () => {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${hash}${text}`));
        hash = new DataView(digest).getBigUint64(0);
        text = '';
      };
      const texts = await new Promise<string[]>((resolve, reject) => {
        const all: string[] = [];
        const cursor = db.transaction(name).objectStore(name).openCursor();
        cursor.onerror = () => reject(cursor.error);
        cursor.onsuccess = () => {
          if (cursor.result === null) return resolve(all);
          const record = cursor.result.value;
          // What is only about this machine is in no backup.
          const ofMachine = name === 'settings' && ['binWatch', 'begun', 'lastRestore'].includes(record.name);
          if (!ofMachine) all.push(JSON.stringify(ordered(record)));
          cursor.result.continue();
        };
      });
      for (const one of texts) {
        count += 1;
        text += one;
        if (text.length > 1_000_000) await fold();
      }
      await fold();
      found[name] = `${count} ${hash}`;
    }
    db.close();
    return found;
  });
}

async function openBackups(browser: DrivenBrowser): Promise<Tab> {
  const options = await browser.openExtensionPage('options/options.html#backup');
  await options.waitFor(`document.querySelector('#back-up')`, PATIENT);
  return options;
}

const told = (text: string) => `document.querySelector('.told')?.textContent.includes(${JSON.stringify(text)})`;

describe.each([
  ['chromium', 'firefox'],
  ['firefox', 'chromium'],
] as const)(`a backup of ${ENTRIES} entries made in %s`, (from, to) => {
  const folder = mkdtempSync(join(tmpdir(), 'roundup-backup-'));
  const stages: Stage[] = [];
  const begin = async (name: BrowserName) => {
    const stage = await setStage(name, new Map(), { downloads: folder });
    stages.push(stage);
    return stage;
  };
  afterAll(async () => {
    for (const stage of stages) await stage.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`restored into an empty profile of %s has every record equal`.replace('%s', to), {
    timeout: 900_000,
  }, async () => {
    const WHOLE = { timeout: ENTRIES > 500 ? 400_000 : 60_000 };
    const source = await begin(from);
    await seedMuch(source.browser, archive(ENTRIES));
    const before = await fingerprint(source.browser);
    const page = await openBackups(source.browser);
    const times: Record<string, number> = {};
    const timed = async (name: string, work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      times[name] = Math.round(performance.now() - began);
    };
    await timed('backed up and read back', async () => {
      await page.click('#back-up');
      await page.waitFor(told('all equal'), WHOLE);
    });
    await page.click('#save-backup');
    await page.waitFor(told('Handed to the browser'), WHOLE);
    const name = await until('The file', async () =>
      readdirSync(folder).find(
        (one) => /^roundup-backup-.*-asked\.json$/.test(one) && !existsSync(join(folder, `${one}.part`)),
      ),
    );
    await source.browser.close();

    const target = await begin(to);
    const options = await openBackups(target.browser);
    await timed('checked', async () => {
      await options.chooseFiles('#restore-file', [join(folder, name)]);
      await options.waitFor(`document.querySelector('#restore-write')`, WHOLE);
    });
    await timed('restored', async () => {
      await options.click('#restore-write');
      await options.waitFor(told('Restored'), WHOLE);
    });
    const after = await fingerprint(target.browser);
    expect(after).toEqual(before);
    expect(after.entries).toMatch(new RegExp(`^${ENTRIES} `));
    if (ENTRIES > 500) console.log(JSON.stringify({ from, to, entries: ENTRIES, milliseconds: times }));
  });
});

describe.each(BROWSERS)(`while ${ENTRIES} entries are backed up in %s`, (name) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(name, new Map([['/page', aPage('A page')]]));
    await seedMuch(stage.browser, archive(ENTRIES));
  }, 400_000);
  afterAll(() => stage?.end());

  test('Save does not wait for all of it to be read, and the backup is whole', { timeout: 400_000 }, async () => {
    const isMuch = ENTRIES > 500;
    const options = await openBackups(stage.browser);
    const popup = await openPopup(stage, await stage.browser.openTab(`${stage.site.origin}/page`));
    await popup.click('#commentary');
    await popup.type('While it was read.');
    await popup.waitFor(`document.querySelector('#keeping').textContent === 'Draft kept'`, PATIENT);
    await options.evaluate(`document.querySelector('#back-up').click()`);
    // Of little all is read before anybody could press a key.
    if (isMuch) await options.waitFor(`document.querySelector('progress')?.value > 0.02`, PATIENT);
    const began = performance.now();
    await save(popup);
    const took = Math.round(performance.now() - began);
    const progress = await options.evaluate<number | null>(`document.querySelector('progress')?.value ?? null`);
    if (isMuch) console.log(JSON.stringify({ name, entries: ENTRIES, saved: took, progress }));
    await popup.close();
    await options.waitFor(told('all equal'), { timeout: 200_000 });
    expect(
      (await entriesIn(stage.browser)).filter(({ commentary }) => commentary === 'While it was read.'),
    ).toMatchObject([{ state: 'kept' }]);
    // The first third of its way is the reading.
    if (isMuch) expect(progress).toBeLessThan(0.3);
  });
});

describe.each(BROWSERS)('backups in %s', (name) => {
  let stage: Stage;
  let options: Tab;
  const folder = mkdtempSync(join(tmpdir(), 'roundup-hostile-'));
  beforeAll(async () => {
    stage = await setStage(name, new Map(), { downloads: folder });
    await seedMuch(stage.browser, archive(60));
    options = await openBackups(stage.browser);
  });
  afterAll(async () => {
    await stage?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const shoot = async (state: string) => {
    if (SHOTS === undefined) return;
    for (const scheme of ['light', 'dark'] as const) {
      await stage.browser.setColorScheme(scheme);
      await options.screenshot(join(SHOTS, `backup-${state}-${name}-${scheme}.png`));
    }
    await options.setWidth(360);
    await options.screenshot(join(SHOTS, `backup-${state}-${name}-360.png`));
    await options.setWidth(null);
    await stage.browser.setColorScheme('light');
  };

  /** Chooses a backup, to have everything as it was then; it stops before anything is written. */
  const checkExactly = async (button: string) => {
    await options.click(button);
    await options.waitFor(`document.querySelector('input[value="exact"]')`, PATIENT);
    await options.click('input[value="exact"]');
    await options.waitFor(`document.querySelector('#restore-sure')`, PATIENT);
  };
  const write = async (words: string) => {
    await options.click('#restore-sure');
    await options.click('#restore-write');
    await options.waitFor(told(words), PATIENT);
  };
  /** The names of the backups that were made before a restore, the newest first. */
  const beforeRestores = () =>
    options.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-backup$="-restore.json"]')].map(
        ({ dataset }) => dataset.backup,
      ),
    );

  test('one is made by key, and is in the list; axe finds nothing', async () => {
    await options.evaluate(`document.querySelector('#back-up').focus()`);
    await options.press('Enter');
    await options.waitFor(told('60 entries, all equal'), PATIENT);
    // Another may have been made by itself: the page had been open for some moments.
    await options.waitFor(`document.querySelectorAll('[data-backup$="-asked.json"]').length === 1`, PATIENT);
    await options.waitFor(`document.querySelector('#storage-used')?.textContent.includes('B')`, PATIENT);
    expect(await axeFaults(options)).toEqual([]);
    await shoot('home');
  });

  test('going back to it asks, and the dry run says what would leave', async () => {
    const before = await fingerprint(stage.browser);
    const { newsletter } = aNewsletter();
    const since = Array.from({ length: 8 }, (_, at) =>
      stored(anEntry({ id: `since-${at}`, newsletterId: newsletter.id, commentary: `Since ${at}.` })),
    );
    await seed(stage.browser, { entries: since });
    await checkExactly('[data-backup$="-asked.json"]');
    expect(await options.evaluate(`document.querySelector('#restore-write').getAttribute('aria-disabled')`)).toBe(
      'true',
    );
    expect(await axeFaults(options)).toEqual([]);
    await shoot('check');
    await write('8 moved to the bin');
    const entries = await fingerprint(stage.browser);
    expect(entries.entries).toMatch(/^68 /);
    // What was before is in the list, and brings them back.
    await options.waitFor(`document.querySelector('[data-backup$="-restore.json"]')`, PATIENT);
    await checkExactly('[data-backup$="-restore.json"]');
    await write('8 overwritten');
    expect((await fingerprint(stage.browser)).issues).toBe(before.issues);
  });

  test('the oldest comes back whole, though the backup that is made before pushes it out', async () => {
    await checkExactly('[data-backup$="-asked.json"]');
    await write('8 moved to the bin');
    await options.waitFor(`document.querySelectorAll('[data-backup$="-restore.json"]').length === 3`, PATIENT);
    const [oldest] = (await beforeRestores()).slice(-1);
    await checkExactly(`[data-backup="${oldest}"]`);
    await write('8 overwritten');
    await expect.poll(beforeRestores, PATIENT).not.toContain(oldest);
    expect(await beforeRestores()).toHaveLength(3);
  });

  const HOSTILE: [string, () => Iterable<string>, string][] = [
    ['is none', () => ['{"hello":1}'], 'no backup of Roundup'],
    ['is of a newer Roundup', () => ['{"format":"roundup-backup","version":7,"x":1,\n'], 'Update Roundup'],
    [
      'was cut off',
      () => ['{"format":"roundup-backup","version":1,"schema":2,"createdAt":1,"why":"asked",\n"damaged":[\n'],
      'ends in line 3',
    ],
    [
      'has 10,000,000 records',
      function* () {
        yield '{"format":"roundup-backup","version":1,"schema":2,"createdAt":1,"why":"asked",\n"damaged":[\n';
        const many = '{"id":"x"},\n'.repeat(100_000);
        for (let at = 0; at < 100; at += 1) yield many;
      },
      'more records than any backup',
    ],
  ];

  test.each(HOSTILE)('a file that %s is refused in a sentence, and nothing changes', async (_, parts, sentence) => {
    const path = join(folder, 'hostile.json');
    writeFileSync(path, [...parts()].join(''));
    const before = await fingerprint(stage.browser);
    await options.chooseFiles('#restore-file', [path]);
    await options.waitFor(told(sentence), PATIENT);
    await options.waitFor(`document.querySelector('#restore-file')`, PATIENT);
    expect(await axeFaults(options)).toEqual([]);
    expect(await fingerprint(stage.browser)).toEqual(before);
  });

  test('one with keys or ids that are foreign is refused with line and record named, and no record changes', async () => {
    const path = join(folder, 'hostile-records.json');
    const before = await printsOn(options);
    for (const [, change, named] of HOSTILE_RECORDS) {
      writeFileSync(path, await resealed(change));
      await options.chooseFiles('#restore-file', [path]);
      await options.waitFor(told(`(${named})`), PATIENT);
      expect(await options.evaluate(`document.querySelector('.told').textContent`)).toMatch(
        /^Line \d+ .* Nothing has changed\. Choose another backup\.$/,
      );
      await options.waitFor(`document.querySelector('#restore-file')`, PATIENT);
      expect(await printsOn(options)).toEqual(before);
    }
    expect(await options.evaluate(`typeof window.hacked + typeof ({}).x`)).toBe('undefinedundefined');
    await shoot('refused');
  });
});
