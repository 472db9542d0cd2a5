import { Entry } from '../domain/entry.ts';
import type { Issue } from '../domain/issue.ts';
import { wentOut } from '../domain/memory.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Database } from './database.ts';
import { parseRecords } from './records.ts';

/** An entry of an issue that went out. */
export interface PublishedEntry {
  issueId: string;
  issueNumber: number;
  date: PlainDate;
  entryId: string;
}

/**
 * What went out about pages, by their keys and the newest first: one question to the index of keys, however many there
 * are. Only entries that are about a page count, not those that mention it in their commentary.
 *
 * @param issues those of the newsletter; the one that is asked for is left out by the caller.
 */
export async function publishedAbout(
  db: Database,
  issues: readonly Issue[],
  keys: readonly string[],
): Promise<Map<string, PublishedEntry[]>> {
  const byId = new Map(issues.filter(wentOut).map((issue) => [issue.id, issue]));
  const about = new Map<string, PublishedEntry[]>(keys.map((key) => [key, []]));
  if (byId.size === 0 || keys.length === 0) return about;
  const records = await db.entries.where('keys').anyOf(keys).distinct().toArray();
  for (const entry of parseRecords('entries', Entry, records).sound) {
    const issue = byId.get(entry.issueId ?? '');
    if (issue === undefined || entry.deletedAt !== null || entry.state !== 'kept') continue;
    const published = { issueId: issue.id, issueNumber: issue.number, date: issue.date, entryId: entry.id };
    for (const key of new Set(entry.links.map((link) => link.key))) about.get(key)?.push(published);
  }
  for (const entries of about.values()) entries.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return about;
}
