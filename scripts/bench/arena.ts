import { nextIssue } from '../../src/domain/issue.ts';
import { linkToTab } from '../../src/domain/link.ts';
import { ranksFrom } from '../../src/domain/rank.ts';
import { planImport } from '../../src/roundup/import-plan.ts';
import { stored } from '../../src/storage/entries.ts';
import { aPage, KNOWN, PATIENT, type Stage, seed, setStage } from '../../tests/e2e/stage.ts';
import { archive } from '../../tests/fixtures/archive.ts';
import type { BrowserName } from '../browsers/browser.ts';
import type { Probe } from './pages/probe.ts';

/** A browser with the probed build in it, and so many entries of the past in its database. */
export interface Arena {
  stage: Stage;
  entries: number;
}

/** As many pages as a run may open popups over; each ran before, where there is a past. */
export const PAGES = 600;
/** The past is made of copies of so many issues with so many entries. */
const COPIED = { issues: 37, entries: 1_000 };
/** Stands where each copy gets its number. */
const COPY = '§';
/** Entries of the open issue. */
const OPEN = 60;

/** Sets up a browser with a newsletter and its open issue; `entries` have been published before, a whole thousand of them. */
export async function setArena(name: BrowserName, extension: string, entries: number): Promise<Arena> {
  const paths = Array.from({ length: PAGES }, (_, at) => `/${at}`);
  const stage = await setStage(name, new Map(paths.map((path) => [path, aPage(`Page ${path}`)])), {
    extension,
    // Else Chromium tells the use of memory in steps.
    args: name === 'chromium' ? ['--enable-precise-memory-info', '--js-flags=--expose-gc'] : [],
  });
  let ids = 0;
  const plan = planImport(
    archive(COPIED.issues, COPIED.entries),
    { newsletter: null, name: 'Boxes', language: 'en', issues: [], withStyle: true, importId: 'i', now: 0 },
    () => `id-${++ids}`,
  );
  const copies = entries / COPIED.entries;
  const past = plan.issues.map((issue) => ({ ...issue, id: issue.id + COPY }));
  const last = plan.issues.map((issue) => ({ ...issue, number: issue.number + COPIED.issues * copies }));
  const open = nextIssue(last, { id: 'open', now: 0 }, plan.newsletter);
  await seed(stage.browser, {
    newsletters: [plan.newsletter],
    issues: open === undefined ? [] : [open],
    settings: [{ name: 'currentNewsletter', value: plan.newsletter.id }],
  });
  if (copies > 0) {
    const records = plan.entries.map((entry, at) => {
      const own = at < PAGES ? [linkToTab({ address: `${stage.site.origin}/${at}`, title: `Page ${at}` })] : [];
      return stored({
        ...entry,
        id: entry.id + COPY,
        issueId: `${entry.issueId}${COPY}`,
        links: [...entry.links, ...own],
      });
    });
    // Each copy is about pages of its own, but for those that popups open over: those ran in the first.
    const text = JSON.stringify(records).replace(/(\/page\/\d+)/g, `$1${COPY}`);
    await multiply(stage, JSON.stringify(past), text, copies);
  }
  return { stage, entries };
}

/** Puts copies of issues and entries into the database, in the page, so that not everything goes through the driver. */
async function multiply(stage: Stage, issues: string, entries: string, copies: number): Promise<void> {
  const page = await stage.browser.openExtensionPage('bench/blank.html');
  await page.evaluate(
    async (given: { issues: string; entries: string; copies: number; step: number; mark: string; own: string }) => {
      const opening = indexedDB.open('roundup');
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      for (let copy = 0; copy < given.copies; copy += 1) {
        const parsed = (text: string) => JSON.parse(text.replaceAll(given.mark, `-${copy}`));
        const transaction = opening.result.transaction(['issues', 'entries'], 'readwrite');
        for (const issue of parsed(given.issues)) {
          transaction.objectStore('issues').put({ ...issue, number: issue.number + given.step * copy });
        }
        const own = copy === 0 ? given.entries : given.entries.replaceAll(given.own, `elsewhere${copy}.example`);
        for (const entry of parsed(own)) transaction.objectStore('entries').put(entry);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
      }
      opening.result.close();
    },
    { issues, entries, copies, step: COPIED.issues, mark: COPY, own: new URL(stage.site.origin).host },
  );
  await page.close();
}

/** Fills the open issue with entries, each with links and a commentary of some length. */
export async function fillOpenIssue({ stage }: Arena): Promise<void> {
  let ids = 0;
  const plan = planImport(
    archive(1, OPEN),
    { newsletter: null, name: 'Boxes', language: 'en', issues: [], withStyle: true, importId: 'i', now: 0 },
    () => `plan-${++ids}`,
  );
  const page = await stage.browser.openExtensionPage('bench/blank.html');
  const newsletter = await page.evaluate<{ id: string; sections: { id: string; name: string }[] }>(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('roundup');
        opening.onsuccess = () => {
          const all = opening.result.transaction('newsletters').objectStore('newsletters').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result[0]);
          };
        };
      }),
  );
  await page.close();
  const sectionOf = (id: string | null) => {
    const name = plan.newsletter.sections.find((section) => section.id === id)?.name;
    return newsletter.sections.find((section) => section.name === name)?.id ?? newsletter.sections[0]?.id ?? null;
  };
  const ranks = ranksFrom(null, null, plan.entries.length);
  await seed(stage.browser, {
    entries: plan.entries.map((entry, at) =>
      stored({
        ...entry,
        newsletterId: newsletter.id,
        issueId: 'open',
        sectionId: sectionOf(entry.sectionId),
        rank: ranks[at] ?? entry.rank,
      }),
    ),
  });
}

/** What the probe of a page noted. */
export const noted = (page: { evaluate<T>(script: string): Promise<T> }): Promise<Pick<Probe, 'marks' | 'requests'>> =>
  page.evaluate('({ marks: probe.marks, requests: probe.requests })');

export { KNOWN, PATIENT };
