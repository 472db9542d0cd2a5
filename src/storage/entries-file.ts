import * as z from 'zod/mini';
import { Entry } from '../domain/entry.ts';
import { Issue } from '../domain/issue.ts';
import { Newsletter } from '../domain/newsletter.ts';
import type { Database } from './database.ts';
import { parseRecords } from './records.ts';

/** Everything an editor has written: whole records as the domain knows them, sections inside their newsletters. */
export interface AllEntries {
  newsletters: Newsletter[];
  issues: Issue[];
  /** Drafts and the bin included. */
  entries: Entry[];
}

/**
 * All entries as one JSON file, to be kept or taken elsewhere. What is derived (keys, places) and what is only of this
 * machine (settings, revisions) is not in it. A later version of the format gets a higher number and reads this one.
 */
export const EntriesFile = z.object({
  format: z.literal('roundup-entries'),
  version: z.literal(1),
  /** ISO 8601, in UTC. */
  exportedAt: z.string(),
  newsletters: z.array(Newsletter),
  issues: z.array(Issue),
  entries: z.array(Entry),
});
export type EntriesFile = z.infer<typeof EntriesFile>;

/** Every record that can be read, of all newsletters, as it is at one moment. */
export function allEntries(db: Database): Promise<AllEntries> {
  return db.transaction('r', db.newsletters, db.issues, db.entries, async () => ({
    newsletters: parseRecords('newsletters', Newsletter, await db.newsletters.toArray()).sound,
    issues: parseRecords('issues', Issue, await db.issues.toArray()).sound,
    entries: parseRecords('entries', Entry, await db.entries.toArray()).sound,
  }));
}

/** The text of the JSON file. */
export function entriesJson(all: AllEntries, now: number): string {
  const file: EntriesFile = {
    format: 'roundup-entries',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    ...all,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
