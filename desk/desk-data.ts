import type { Entry } from '../src/domain/entry.ts';
import { Entry as EntrySchema } from '../src/domain/entry.ts';
import { Issue } from '../src/domain/issue.ts';
import { Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import { type Held, lostSince } from '../src/storage/lost.ts';
import { currentOf, newslettersInUse } from '../src/storage/newsletters.ts';
import { type DamagedRecord, damagedRecords } from '../src/storage/records.ts';
import { readSetting } from '../src/storage/settings.ts';
import type { DeskBrowser } from './desk-browser.ts';

/** The newsletter that is worked on, and what is known beside its issues and entries. */
export interface DeskBase {
  /** null: no newsletter has a name yet. */
  newsletter: Newsletter | null;
  /** Every newsletter, the oldest first. */
  newsletters: Newsletter[];
  recentSections: string[];
  /** What there was, if all of it is gone. */
  lost: Held | null;
}

/** Reads what the desk begins with. The newest backup is asked for only where there is no newsletter. */
export async function readBase(db: Database, newestBackup: DeskBrowser['newestBackup']): Promise<DeskBase> {
  const [newsletters, chosen, recentSections] = await Promise.all([
    newslettersInUse(db),
    readSetting(db, 'currentNewsletter'),
    readSetting(db, 'recentSections'),
  ]);
  const newsletter = currentOf(newsletters, chosen) ?? null;
  const lost = newsletter === null ? await lostSince(db, newestBackup) : null;
  return { newsletter, newsletters, recentSections: recentSections ?? [], lost };
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

/**
 * Every record of the database that cannot be read. Reads all of it, piece by piece: once, when the desk stands.
 *
 * @param idle resolves when the page has time for the next piece.
 */
export async function readDamaged(db: Database, idle: () => Promise<void>): Promise<DamagedRecord[]> {
  return [
    ...(await damagedRecords(db.newsletters, Newsletter, idle)),
    ...(await damagedRecords(db.issues, Issue, idle)),
    ...(await damagedRecords(db.entries, EntrySchema, idle)),
  ];
}

/** The same record is reported once, however often it was found. */
export function uniqueDamaged(damaged: readonly DamagedRecord[]): DamagedRecord[] {
  return [...new Map(damaged.map((record) => [`${record.table}/${record.id}`, record])).values()];
}
