import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, vi } from 'vitest';
import en from '../../_locales/en/messages.json' with { type: 'json' };
import { App } from '../../desk/app.tsx';
import type { DeskBrowser } from '../../desk/desk-browser.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { ranksAfter } from '../../src/domain/rank.ts';
import { Database } from '../../src/storage/database.ts';
import { stored } from '../../src/storage/entries.ts';
import { addNewsletter } from '../../src/storage/newsletters.ts';
import type { Say } from '../../src/ui/messages.tsx';
import { aLink, aNewsletter, anEntry } from '../records.ts';

/** The messages as people read them. */
export const say: Say = (key, ...values) =>
  en[key].message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));

export const NOW = Date.parse('2026-11-22T12:00:00Z');

/** What a browser was asked to do. */
export interface Asked {
  copied: string[];
  richCopied: { html: string; plain: string }[];
  downloads: { name: string; text: string; type?: string }[];
  badge: number[];
  options: number;
}

// Two cores, and a browser under test beside: a second is not always enough.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

let opened: Database[] = [];
let names = 0;
afterEach(async () => {
  cleanup();
  for (const db of opened) db.close();
  opened = [];
});

/** An entry of the issue, by its title. */
export function entryOf(title: string, fields: Partial<Entry> = {}): Entry {
  const slug = title.toLowerCase().replace(/\W+/g, '-');
  const link = aLink({ address: `https://${slug}.example/`, title });
  return anEntry({ id: slug, links: [link], commentary: `About ${title}.`, ...fields });
}

/** A database with the newsletter of `records.ts` and these entries, ranked in the order they are given. */
export async function aDesk(make: (ids: { issueId: string; articles: string; odds: string }) => Entry[]) {
  const db = new Database('relaxed', `desk-${++names}`);
  opened.push(db);
  const { newsletter, issue, articles, odds } = aNewsletter();
  await addNewsletter(db, { newsletter, issue });
  const entries = make({ issueId: issue.id, articles, odds });
  const ranks = ranksAfter(null, entries.length);
  await db.entries.bulkPut(entries.map((entry, at) => stored({ ...entry, rank: ranks[at] ?? '' })));
  return { db, newsletter, issue, articles, odds };
}

/** Three articles and one odd entry in the issue, one entry in the backlog. */
export const threeArticles = () =>
  aDesk(({ issueId, articles, odds }) => [
    entryOf('First', { issueId, sectionId: articles }),
    entryOf('Second', { issueId, sectionId: articles }),
    entryOf('Third', { issueId, sectionId: articles }),
    entryOf('Odd', { issueId, sectionId: odds, shape: 'one-liner' }),
    entryOf('Later', { sectionId: articles }),
  ]);

/** Opens the desk over a database, with a browser that only remembers. */
export function openDesk(db: Database, changes: Partial<DeskBrowser> = {}) {
  const asked: Asked = { copied: [], richCopied: [], downloads: [], badge: [], options: 0 };
  let time = NOW;
  let ids = 0;
  const browser: DeskBrowser = {
    say,
    openOptions: async () => {
      asked.options += 1;
    },
    copyText: async (text) => {
      asked.copied.push(text);
    },
    copyRichText: async (text) => {
      asked.richCopied.push(text);
    },
    download: (name, text, type) => {
      asked.downloads.push({ name, text, ...(type !== undefined && { type }) });
    },
    newestBackup: async () => null,
    showBadge: async (count) => {
      asked.badge.push(count);
    },
    // Every look at the clock is a moment later, as it is between two keys.
    now: () => ++time,
    newId: () => `new-${++ids}`,
    commandKeys: async () => ({ _execute_action: 'Alt+Shift+E' }),
    ...changes,
  };
  const databases = { relaxed: db, strict: db };
  render(<App databases={databases} browser={browser} />);
  return asked;
}

/** The entries of a list on the page, by their names, in their order. */
export function shownIn(list: 'issue' | 'backlog' | 'drafts' | 'bin'): string[] {
  const entries = document.querySelectorAll(`[data-list="${list}"] [data-entry]`);
  return [...entries].map((entry) => entry.getAttribute('aria-label') ?? '');
}

/** Waits until a list of the page has these entries. */
export const untilShown = (list: Parameters<typeof shownIn>[0], names: string[]) =>
  waitFor(() => {
    const shown = shownIn(list);
    if (shown.join() !== names.join())
      throw new Error(`The ${list} shows ${shown.join(', ')}, not ${names.join(', ')}`);
  });

/** The entry on the page that goes by this name. */
export const card = (name: string): HTMLElement => screen.getByRole('article', { name });

/** Presses a key where the focus is. */
export function press(key: string, modifiers: KeyboardEventInit = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });
}

/** Shows the Markdown of the pane; it is read as `.md`. */
export const showMarkdown = async () => fireEvent.click(await screen.findByRole('tab', { name: 'Markdown' }));

/** Types a text into a field, as one input, and lets its promises be kept: no timer and no other task runs. */
export async function typeInto(field: HTMLElement, text: string): Promise<void> {
  fireEvent.input(field, { target: { value: text } });
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
