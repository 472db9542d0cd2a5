import { Entry } from '../domain/entry.ts';
import { Issue } from '../domain/issue.ts';
import {
  guessSection,
  type Memory,
  NO_MEMORY,
  type OriginMemory,
  type RememberedIssue,
  remember,
  type SectionGuess,
  wentOut,
} from '../domain/memory.ts';
import type { Newsletter } from '../domain/newsletter.ts';
import type { Database } from './database.ts';
import { ofOrigin } from './entries.ts';
import { parseRecords } from './records.ts';

/**
 * What is remembered of a page, from the entries that lead to it: they were found with one question to the index of
 * keys, and only the issues they are in are read.
 */
export async function memoryOf(
  db: Database,
  address: string,
  leading: readonly Entry[],
  newsletter: Newsletter,
): Promise<Memory> {
  const ids = [...new Set(leading.flatMap(({ issueId }) => issueId ?? []))];
  if (ids.length === 0) return NO_MEMORY;
  return remember(address, leading, await issuesById(db, ids), newsletter);
}

async function issuesById(db: Database, ids: readonly string[]): Promise<Map<string, RememberedIssue>> {
  const records = (await db.issues.bulkGet([...ids])).filter((record) => record !== undefined);
  return new Map(parseRecords('issues', Issue, records).sound.map((issue) => [issue.id, issue]));
}

/** As many of the last entries of a site or author are read, however many there are. */
const LATEST = 20;

/** What is known of where a page comes from. */
export interface Recall {
  author: OriginMemory | null;
  site: OriginMemory | null;
  section: SectionGuess | null;
}

export const NOTHING: Recall = { author: null, site: null, section: null };

/**
 * What else ran from the author and the site of an entry, and the section where such pages usually go. Two bounded
 * questions for each of the two, however many entries there are.
 *
 * @param origins of the entry, as `originsOf` gives them.
 */
export async function recall(
  db: Database,
  entryId: string,
  origins: readonly string[],
  newsletterId: string,
): Promise<Recall> {
  const author = origins.find((origin) => origin.startsWith('author:'));
  const site = origins.find((origin) => origin.startsWith('site:'));
  const [byAuthor, onSite] = await Promise.all(
    [author, site].map((origin) => (origin === undefined ? null : latestOf(db, origin, entryId, newsletterId))),
  );
  return {
    author: byAuthor?.memory ?? null,
    site: onSite?.memory ?? null,
    section:
      (byAuthor && guessSection(byAuthor.entries, 'author')) ??
      (onSite && guessSection(onSite.entries, 'site')) ??
      null,
  };
}

async function latestOf(db: Database, origin: string, entryId: string, newsletterId: string) {
  const [all, records] = await Promise.all([
    ofOrigin(db, origin).count(),
    ofOrigin(db, origin).reverse().limit(LATEST).toArray(),
  ]);
  const { sound } = parseRecords('entries', Entry, records);
  const own = sound.filter((entry) => entry.newsletterId === newsletterId);
  const entries = own.filter(({ id }) => id !== entryId);
  // Beyond the latest, another newsletter's are not told apart, and neither is the entry itself.
  const count = all - (sound.length - entries.length);
  const issues = await issuesById(db, [...new Set(entries.flatMap(({ issueId }) => issueId ?? []))].slice(0, 5));
  const last = entries
    .map(({ issueId }) => issues.get(issueId ?? ''))
    .find((issue) => issue !== undefined && wentOut(issue));
  return { memory: count > 0 ? { count, lastIn: last?.number ?? null } : null, entries };
}
