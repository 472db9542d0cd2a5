import { compose, type Edits } from '../../popup/compose.ts';
import { canBeLinked, pageKey } from '../../popup/page-key.ts';
import type { Reading } from '../browser/read-tab.ts';
import type { ReadingTab } from '../browser/tabs.ts';
import { blankEntry, type Entry } from '../domain/entry.ts';
import { siteOf } from '../domain/origins.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Database } from '../storage/database.ts';
import { entriesLeadingTo, entryToGoOnWith } from '../storage/entries.ts';
import { currentWork, type Work } from '../storage/newsletters.ts';
import { outletOf } from '../storage/outlets.ts';

/** What keeping something needs from outside. Nothing is held between two calls: the background may be stopped. */
export interface Keeping {
  /** With strict durability: nobody waits in front of a form, and the browser may be closed next. */
  db: Database;
  now: () => number;
  newId: () => string;
  readTab: (tab: ReadingTab) => Promise<Reading>;
}

/** A page, as far as it is known before anything is written. */
export interface Page {
  tab: ReadingTab;
  reading: Reading;
  work: Work;
  /** What the editor corrected for its site. */
  outlet: Outlet | undefined;
}

/** Reads the page; undefined: there is no newsletter yet. */
export async function pageIn({ db, readTab }: Keeping, tab: ReadingTab): Promise<Page | undefined> {
  const [work, outlet, reading] = await Promise.all([currentWork(db), outletOf(db, siteOf(tab.address)), readTab(tab)]);
  return work === undefined ? undefined : { tab, reading, work, outlet };
}

/**
 * The entry that the popup would open over the page: the one to go on with, or a new one, filled with what the page says.
 * `before` is what lies in the database; undefined: nothing yet.
 */
export async function entryAbout(
  { db, now, newId }: Keeping,
  { tab, reading, work, outlet }: Page,
  change: (entry: Entry) => Edits,
): Promise<{ entry: Entry; before: Entry | undefined }> {
  const key = pageKey(tab);
  const leading = await entriesLeadingTo(db, work.newsletter.id, key);
  // All pages of the browser share one key: only a draft is gone on with there.
  const known = canBeLinked(tab) ? leading : leading.filter(({ state }) => state === 'draft');
  const before = entryToGoOnWith(known, key, work.issue?.id ?? null);
  const base = before ?? blankEntry(newId(), now());
  return { entry: compose(base, { tab, reading, work, outlet, recent: [] }, change(base)), before };
}
