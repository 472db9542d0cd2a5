import Dexie, { type Table } from 'dexie';
import * as z from 'zod/mini';

/** Where backups go by themselves beside the folder inside, and how often. */
export const BackupPlan = z.object({
  to: z.enum(['inside', 'downloads', 'folder']),
  every: z.enum(['day', 'week']),
});
export type BackupPlan = z.infer<typeof BackupPlan>;

export const FIRST_PLAN: BackupPlan = { to: 'inside', every: 'day' };

/** The last time something was put outside, or why it could not be. Milliseconds since 1970. */
export const OutsideState = z.object({
  at: z.nullable(z.number()),
  /** `asks`: the browser wants to ask for the folder again; else what it said. */
  trouble: z.nullable(z.string()),
});
export type OutsideState = z.infer<typeof OutsideState>;

/** A backup in the downloads folder. The browser tells only its size: what it holds was read back inside. */
export const Downloaded = z.object({ id: z.number(), name: z.string(), at: z.number(), isBefore: z.boolean() });
export type Downloaded = z.infer<typeof Downloaded>;

/** Everything that is kept, by name. */
const KEPT = {
  plan: BackupPlan,
  outside: OutsideState,
  downloads: z.array(Downloaded),
} as const;
type Kept = { [Name in keyof typeof KEPT]: z.infer<(typeof KEPT)[Name]> };

/**
 * What is known of backups lies in a database of its own: it must not go with the one that is backed up, nor be in a
 * backup. Handles of folders are no JSON.
 */
export class Keeper extends Dexie {
  declare kept: Table<{ name: string; value: unknown }, string>;

  constructor(name = 'roundup-backups') {
    super(name, { cache: 'disabled' });
    this.version(1).stores({ kept: 'name' });
  }

  /** undefined: nothing is kept there that can be read. */
  async read<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
    return KEPT[name].safeParse((await this.kept.get(name))?.value).data as Kept[Name] | undefined;
  }

  async write<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
    await this.kept.put({ name, value });
  }

  /** The folder that the editor has chosen. */
  async folder(): Promise<FileSystemDirectoryHandle | undefined> {
    const value = (await this.kept.get('folder'))?.value;
    return typeof value === 'object' && value !== null && 'getFileHandle' in value
      ? (value as FileSystemDirectoryHandle)
      : undefined;
  }

  async keepFolder(folder: FileSystemDirectoryHandle): Promise<void> {
    await this.kept.put({ name: 'folder', value: folder });
  }
}
