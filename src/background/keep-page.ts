import type { ReadingTab } from '../browser/tabs.ts';
import { type Gathered, nothingYet } from '../domain/gathered.ts';
import { saveEntry } from '../storage/save-entry.ts';
import { entryAbout, type Keeping, pageIn } from './about-page.ts';

/**
 * Puts the page of a tab into the backlog, with everything the popup would have filled in but a section, which is the
 * editor's to choose. A draft of the page goes there as it is; what was saved before stays where it is.
 */
export async function keepPage(keeping: Keeping, tab: ReadingTab): Promise<Gathered> {
  const page = await pageIn(keeping, tab);
  if (page === undefined) return { ...nothingYet(keeping.now()), trouble: 'no-newsletter' };
  const { db, now } = keeping;
  return db.transaction('rw', [db.entries, db.newsletters, db.settings], async () => {
    const { entry, before } = await entryAbout(keeping, page, () => ({ issueId: null }));
    const gathered = nothingYet(now());
    if (before?.state === 'kept') return { ...gathered, there: 1 };
    if (entry.links.length === 0 && entry.commentary.trim() === '') return { ...gathered, unlinkable: 1 };
    const sectionId = before?.touched.includes('section') ? before.sectionId : null;
    const kept = await saveEntry(db, { ...entry, sectionId }, now());
    return { ...gathered, entryIds: [kept.id] };
  });
}
