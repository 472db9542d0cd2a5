import { Entry, placeOf } from '../domain/entry.ts';
import { wentOut } from '../domain/memory.ts';
import type { Database } from './database.ts';
import { issuesOf } from './newsletters.ts';
import { parseRecords } from './records.ts';

/** Where a page is known from. */
export type KnownPage = { in: 'backlog' | 'draft' | 'issue' } | { in: 'ran'; number: number };

/** As many entries are read at once. */
const SLICE = 500;

/**
 * Which of these pages are there already, by their keys, and where: what is being worked on goes before what ran. The keys
 * of the index are compared first, so that only entries about these pages are read.
 */
export async function knownPages(
  db: Database,
  newsletterId: string,
  keys: ReadonlySet<string>,
): Promise<Map<string, KnownPage>> {
  const all = await db.entries.orderBy('keys').uniqueKeys();
  const there = all.map(String).filter((key) => keys.has(key));
  const known = new Map<string, KnownPage>();
  if (there.length === 0) return known;
  const issues = new Map((await issuesOf(db, newsletterId)).map((issue) => [issue.id, issue]));
  for (let at = 0; at < there.length; at += SLICE) {
    const records = await db.entries
      .where('keys')
      .anyOf(there.slice(at, at + SLICE))
      .distinct()
      .toArray();
    for (const entry of parseRecords('entries', Entry, records).sound) {
      if (entry.newsletterId !== newsletterId || entry.deletedAt !== null) continue;
      const issue = issues.get(entry.issueId ?? '');
      const place = placeOf(entry);
      const page: KnownPage =
        issue !== undefined && wentOut(issue)
          ? { in: 'ran', number: issue.number }
          : { in: place === 'draft' ? 'draft' : place === 'backlog' ? 'backlog' : 'issue' };
      // Only pages that an entry is about: a link inside a commentary is none of the backlog's.
      for (const { key } of entry.links) {
        if (keys.has(key) && (page.in !== 'ran' || known.get(key) === undefined)) known.set(key, page);
      }
    }
  }
  return known;
}
