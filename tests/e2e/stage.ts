import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserName,
  type DrivenBrowser,
  type LaunchOptions,
  launch,
  type Popup,
  type Tab,
} from '../../scripts/browsers/browser.ts';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { distOf } from '../../scripts/build.ts';
import { type LocalSite, type Pages, serveNobody, serveSite } from '../../scripts/play/local-site.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** This machine may be busy with much else; nothing here is judged by time. */
export const PATIENT = { timeout: 60_000 };

/** A page of the extension in which nothing of it runs. Chromium itself puts styles around it, which the policy forbids. */
export const PICTURE = 'icons/16.png';

/** A browser with the shipped build in it, and a web site to read. */
export interface Stage {
  browser: DrivenBrowser;
  site: LocalSite;
  /** Starts the browser anew on the same profile; after `browser.kill()`. */
  again(): Promise<DrivenBrowser>;
  /** Ends everything; fails if the extension broke its content policy or threw, or if any request left this machine. */
  end(): Promise<void>;
}

/** How the browser is launched. A `proxy` stands before the watcher, and nobody asks what it saw: `web` is watched too. */
export interface StageOptions extends Partial<Omit<LaunchOptions, 'watcher'>> {
  /** Pages at their real addresses; the journey closes it. What is asked for and not there would have left this machine. */
  web?: LocalSite;
}

/** Sets the stage. Every stage has a profile of its own, which goes with it. */
export async function setStage(
  name: BrowserName,
  pages: Pages,
  { web, ...options }: StageOptions = {},
): Promise<Stage> {
  const profile = mkdtempSync(join(tmpdir(), 'roundup-journey-'));
  const site = await serveSite(pages);
  const world = await serveNobody();
  // Two stages may stand before one web.
  const missedBefore = new Set(web?.missed);
  const { executable } = await ensureBrowser(name);
  const extension = distOf(name === 'firefox' ? 'firefox' : 'chrome');
  const start = () =>
    launch({
      browser: name,
      executable,
      extension,
      profile,
      headless: true,
      width: 1440,
      height: 900,
      ...(web === undefined ? { watcher: world.origin } : { proxy: web.origin }),
      ...options,
    });
  const violations: string[] = [];
  const hear = async (browser: DrivenBrowser) => {
    violations.push(...(await browser.violations()));
  };
  const stage: Stage = {
    site,
    browser: await start(),
    again: async () => {
      await hear(stage.browser);
      stage.browser = await start();
      return stage.browser;
    },
    end: async () => {
      const heard = hear(stage.browser);
      // Whatever it says, the stage is cleared first.
      await heard.catch(() => {});
      await stage.browser.close();
      await Promise.all([site.close(), world.close()]);
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
      await heard;
      const broken = violations.filter((one) => !one.includes(PICTURE));
      if (broken.length > 0) throw new Error(`The extension broke a rule:\n${broken.join('\n')}`);
      const asked = [...world.asked, ...(web?.missed ?? [])].filter((address) => !missedBefore.has(address));
      if (asked.length > 0) throw new Error(`Requests left this machine:\n${asked.join('\n')}`);
    },
  };
  return stage;
}

/** A page of a test's site. */
export const aPage = (title: string, meta = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8">${title === '' ? '' : `<title>${title}</title>`}${meta}<p>Text.</p>`;

/** The form stands and the page has been read, or given up. */
const READ = `document.querySelector('#commentary') && document.querySelector('#address-shown, #address') && !document.querySelector('.spin')`;

/** The database has answered: the newsletter's name stands at the top, or a note says that nothing can be kept. */
export const KNOWN = `(!document.querySelector('.cap-top h1')?.textContent.endsWith('Roundup') || document.querySelector('.note-warn'))`;

/** The first backup that was due is made: desk and options see to it by themselves when they have been open for some moments. */
export const BACKED_UP = `navigator.storage.getDirectory().then((root) => root.getDirectoryHandle('backups')).then(async (folder) => {
  for await (const { name } of folder.values()) if (name.endsWith('-schedule.json')) return true;
  return false;
})`;

/** Clicks the toolbar button and waits until the form has read the page; names the newsletter on the first run. */
export async function openPopup(stage: Stage, tab: Tab): Promise<Popup> {
  const popup = await stage.browser.clickToolbarButton(tab);
  // On a busy machine the page is often read before the database has answered: the first run shows only then.
  await popup.waitFor(`document.querySelector('#newsletter') || (${READ} && ${KNOWN})`, PATIENT);
  if (await popup.evaluate(`document.querySelector('#newsletter') !== null`)) {
    await popup.click('#newsletter');
    await popup.type('Small Findings');
    await popup.press('Enter');
    await popup.waitFor(`${READ} && ${KNOWN}`, PATIENT);
  }
  return popup;
}

/** What the fields of the form hold. */
export interface Form {
  title: string;
  byline: string;
  commentary: string;
  section: string;
  shape: string;
  caret: [number, number];
  notes: string;
}

export function formOf(popup: Popup): Promise<Form> {
  return popup.evaluate(() => {
    const value = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value ?? '';
    const text = document.querySelector<HTMLTextAreaElement>('#commentary');
    return {
      title: value('#title'),
      byline: value('#byline'),
      commentary: text?.value ?? '',
      section: value('#section'),
      shape: value('input[name="shape"]:checked'),
      caret: [text?.selectionStart ?? -1, text?.selectionEnd ?? -1] as [number, number],
      notes: [...document.querySelectorAll('.note, .late, .addr-note')].map((note) => note.textContent).join(' | '),
    };
  });
}

/** Presses Ctrl+Enter and waits for the word that it is saved. */
export async function save(popup: Popup): Promise<void> {
  await popup.press('Control+Enter');
  await popup.waitFor(`document.querySelector('#undo')`, PATIENT);
}

/** An entry as it lies in the database. */
export interface Lying {
  id: string;
  state: string;
  shape: string;
  commentary: string;
  place: string;
  links: { address: string; title: string; byline: string }[];
}

/** Every entry in the browser's database, read past the program, from one of the extension's own pages. */
export async function entriesIn(browser: DrivenBrowser): Promise<Lying[]> {
  const page = await browser.openExtensionPage('options/options.html');
  const entries = await page.evaluate(
    () =>
      new Promise<Lying[]>((resolve, reject) => {
        const opening = indexedDB.open('roundup');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
  await page.close();
  return entries;
}

/** Records to lie in the browser's database, by table. */
export type Seeds = Partial<Record<'newsletters' | 'issues' | 'entries' | 'revisions' | 'settings', readonly object[]>>;

/** Puts records into the browser's database past the program, from one of the extension's own pages. */
export async function seed(browser: DrivenBrowser, seeds: Seeds): Promise<void> {
  const page = await browser.openExtensionPage('desk/desk.html');
  await page.waitFor(`document.querySelector('.room')`, PATIENT);
  await page.evaluate(
    (records: Seeds) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('roundup');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(Object.keys(records), 'readwrite');
          for (const [table, all] of Object.entries(records)) {
            for (const record of all) transaction.objectStore(table).put(record);
          }
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    seeds,
  );
  await page.close();
}
