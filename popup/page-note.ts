import type { Reading } from '../src/browser/read-tab.ts';
import type { ReadingTab } from '../src/browser/tabs.ts';
import { canBeLinked } from './page-key.ts';

/** Why less is known of a page than usual, or why readers cannot follow its link. */
export type PageNote = Exclude<Reading['outcome'], 'read'> | 'arriving' | 'paper';

/** What is to be said about the page; null: nothing. A file is pointed out even where the browser lets it be read. */
export function pageNote(tab: ReadingTab | null | undefined, reading: Reading | undefined): PageNote | null {
  if (tab && /^file:/i.test(tab.address)) return 'file';
  if (reading === undefined) return null;
  if (reading.outcome === 'read') return 'isPaper' in reading ? 'paper' : null;
  // The browser tells the address of a page only once it has begun to answer.
  return reading.outcome === 'slow' && !canBeLinked(tab ?? null) ? 'arriving' : reading.outcome;
}
