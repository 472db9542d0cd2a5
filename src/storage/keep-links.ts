import { blankEntry } from '../domain/entry.ts';
import { type Gathered, nothingYet } from '../domain/gathered.ts';
import { linkToTab } from '../domain/link.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { Database } from './database.ts';
import { knownPages } from './known-pages.ts';
import { currentWork } from './newsletters.ts';
import { saveEntry } from './save-entry.ts';

/**
 * Puts pages into the backlog of which no more is known than address and title: links, and tabs. All or none. A page
 * that waits already, or is given twice, is counted and not put there again; one that ran before is.
 *
 * @param db with strict durability.
 */
export async function keepLinks(
  { db, now, newId }: { db: Database; now: () => number; newId: () => string },
  pages: readonly { address: string; title: string }[],
): Promise<Gathered> {
  const gathered = nothingYet(now());
  const work = await currentWork(db);
  if (work === undefined) return { ...gathered, trouble: 'no-newsletter' };
  const { newsletter } = work;
  const links = pages.filter(({ address }) => isWebAddress(address)).map((page) => linkToTab(page));
  return db.transaction('rw', [db.entries, db.newsletters, db.settings, db.issues], async () => {
    const known = await knownPages(db, newsletter.id, new Set(links.map(({ key }) => key)));
    const there = new Set([...known].filter(([, page]) => page.in !== 'ran').map(([key]) => key));
    const entryIds: string[] = [];
    for (const link of links) {
      if (there.has(link.key)) continue;
      there.add(link.key);
      const blank = blankEntry(newId(), now());
      const entry = { ...blank, newsletterId: newsletter.id, links: [link], page: link.key };
      entryIds.push((await saveEntry(db, entry, now())).id);
    }
    return {
      ...gathered,
      entryIds,
      there: links.length - entryIds.length,
      unlinkable: pages.length - links.length,
    };
  });
}
