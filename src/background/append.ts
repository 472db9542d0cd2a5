import type { ReadingTab } from '../browser/tabs.ts';
import { type Gathered, nothingYet } from '../domain/gathered.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import { keepRevision, stored } from '../storage/entries.ts';
import { joined } from '../storage/unfinished.ts';
import { entryAbout, type Keeping, pageIn } from './about-page.ts';

/**
 * Puts Markdown behind the commentary of the entry about the page of a tab, which becomes a draft where there is none.
 * What was saved before is kept as a revision first. Its caret goes to the end, where the editor goes on writing.
 */
export async function append(keeping: Keeping, tab: ReadingTab, markdown: string): Promise<Gathered> {
  const page = await pageIn(keeping, tab);
  if (page === undefined) return { ...nothingYet(keeping.now()), trouble: 'no-newsletter' };
  const { db, now, newId } = keeping;
  return db.transaction('rw', db.entries, db.revisions, async () => {
    const { entry, before } = await entryAbout(keeping, page, ({ commentary }) => ({
      commentary: commentary.endsWith('\n\n') ? commentary + markdown : joined(commentary, markdown),
    }));
    if (before?.state === 'kept') await keepRevision(db, before, newId(), now());
    const end = entry.commentary.length;
    const caret = { start: end, end, scrollTop: Number.MAX_SAFE_INTEGER };
    const editedAt = timeOfChange(now(), before?.editedAt ?? 0);
    await db.entries.put(stored({ ...entry, caret, editedAt }));
    return { ...nothingYet(now()), added: entry.id };
  });
}
