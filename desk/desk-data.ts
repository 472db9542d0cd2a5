import type { Entry } from '../src/domain/entry.ts';
import { Entry as EntrySchema } from '../src/domain/entry.ts';
import { Issue } from '../src/domain/issue.ts';
import { Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import { type Held, lostSince } from '../src/storage/lost.ts';
import { currentWork, issuesOf, newslettersInUse, type Work } from '../src/storage/newsletters.ts';
import { type DamagedRecord, damagedRecords } from '../src/storage/records.ts';
import { readSetting } from '../src/storage/settings.ts';

/** The newsletter being worked on, its open issue, and what both need beside them. */
export interface DeskWork {
  /** null: no newsletter has a name yet. */
  work: Work | null;
  /** Every newsletter, the oldest first. */
  newsletters: Newsletter[];
  /** Every issue of the newsletter that is worked on, those that were removed excepted. */
  issues: Issue[];
  recentSections: string[];
  /** What there was, if all of it is gone. */
  lost: Held | null;
}

/** Reads what the desk works on. */
export async function readWork(db: Database): Promise<DeskWork> {
  const [work, newsletters, recentSections] = await Promise.all([
    currentWork(db),
    newslettersInUse(db),
    readSetting(db, 'recentSections'),
  ]);
  const all = work === undefined ? [] : await issuesOf(db, work.newsletter.id);
  const issues = all.filter(({ deletedAt }) => deletedAt === null);
  const lost = work === undefined ? await lostSince(db) : null;
  return { work: work ?? null, newsletters, issues, recentSections: recentSections ?? [], lost };
}

/** The entries that lie beside the issue. */
export interface RailData {
  backlog: Entry[];
  drafts: Entry[];
  bin: Entry[];
  damaged: DamagedRecord[];
}

/** Reads the lists of the rail. */
export async function readRail(db: Database, newsletterId: string): Promise<RailData> {
  const [backlog, drafts, bin] = await Promise.all([
    entriesIn(db, newsletterId, 'backlog'),
    entriesIn(db, newsletterId, 'draft'),
    entriesIn(db, newsletterId, 'bin'),
  ]);
  return {
    backlog: backlog.sound,
    drafts: drafts.sound,
    bin: bin.sound,
    damaged: [backlog, drafts, bin].flatMap((records) => records.damaged),
  };
}

/** Every record of the database that cannot be read. Reads all of it: once, when the desk opens. */
export async function readDamaged(db: Database): Promise<DamagedRecord[]> {
  const found = await Promise.all([
    damagedRecords(db.entries, EntrySchema),
    damagedRecords(db.issues, Issue),
    damagedRecords(db.newsletters, Newsletter),
  ]);
  return found.flat();
}

/** The same record is reported once, however often it was found. */
export function uniqueDamaged(damaged: readonly DamagedRecord[]): DamagedRecord[] {
  return [...new Map(damaged.map((record) => [`${record.table}/${record.id}`, record])).values()];
}
