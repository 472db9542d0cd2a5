import * as z from 'zod/mini';
import { Entry } from '../../domain/entry.ts';
import { Issue } from '../../domain/issue.ts';
import { Newsletter } from '../../domain/newsletter.ts';
import { Outlet } from '../../domain/outlet.ts';
import { Revision } from '../../domain/revision.ts';

// docs/backup-format.md describes it for those who read a backup without Roundup. A version that was released is never
// changed: a newer one gets the next number, and reads this one.

/** The version of the format that is written. */
export const BACKUP_VERSION = 1;

/** The tables in the order of the file: what others refer to comes first. */
export const BACKUP_TABLES = ['newsletters', 'issues', 'entries', 'revisions', 'outlets', 'settings'] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** Everything that remembers something is a setting with a name; what is only about this machine stays here. */
export const SettingRecord = z.object({ name: z.string(), value: z.unknown() });
export type SettingRecord = z.infer<typeof SettingRecord>;
export const OF_THIS_MACHINE: readonly string[] = ['binWatch', 'begun', 'lastRestore'];

/** What a record of each table must be. */
export const BACKUP_RECORDS = {
  newsletters: Newsletter,
  issues: Issue,
  entries: Entry,
  revisions: Revision,
  outlets: Outlet,
  settings: SettingRecord,
} as const;
export type BackupRecord<Table extends BackupTable = BackupTable> = z.infer<(typeof BACKUP_RECORDS)[Table]>;

/** What a record of the table is known by. */
export const keyOf = (table: BackupTable, record: Readonly<Record<string, unknown>>): string =>
  String(table === 'outlets' ? record.host : table === 'settings' ? record.name : record.id);

/** Why a backup was made. */
export const BackupWhy = z.enum(['asked', 'schedule', 'publish', 'import', 'restore', 'upgrade']);
export type BackupWhy = z.infer<typeof BackupWhy>;

/** The first line. */
export const BackupHeader = z.object({
  format: z.literal('roundup-backup'),
  version: z.number(),
  /** The version of the database's schema it was taken from. */
  schema: z.number(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  why: BackupWhy,
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** How many records there are of each table; `damaged`: those that could not be read, as they were found. */
export const BackupCounts = z.object({
  newsletters: z.number(),
  issues: z.number(),
  entries: z.number(),
  revisions: z.number(),
  outlets: z.number(),
  settings: z.number(),
  damaged: z.number(),
});
export type BackupCounts = z.infer<typeof BackupCounts>;

/** The last line: without it a backup is not whole. */
export const BackupEnd = z.object({
  end: z.object({ records: BackupCounts, sha256: z.string() }),
});
export type BackupEnd = z.infer<typeof BackupEnd>['end'];

export const NO_COUNTS: BackupCounts = {
  newsletters: 0,
  issues: 0,
  entries: 0,
  revisions: 0,
  outlets: 0,
  settings: 0,
  damaged: 0,
};
