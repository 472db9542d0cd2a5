import { type Keeping, outlived } from '../../domain/generations.ts';
import { type BackupCounts, BackupWhy, NO_COUNTS } from './format.ts';
import { inspectBackup, readEnd, readRecords } from './read.ts';
import { NOTHING_KNOWN } from './record-check.ts';
import { BackupStopped } from './unreadable.ts';
import type { WrittenBackup } from './write.ts';

/** A backup that lies in a folder and was read back. */
export interface Copy {
  /** Of its file. */
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  why: BackupWhy;
  /** In bytes. */
  size: number;
  counts: BackupCounts;
}

/** A file that is called like a copy. Null: it has lost its end since, or cannot be opened; the browser or the disk died. */
export interface FoundCopy extends Omit<Copy, 'counts'> {
  counts: BackupCounts | null;
}

/** As `FileSystemDirectoryHandle`, of which Firefox has only the one inside. */
export type Folder = Pick<FileSystemDirectoryHandle, 'getFileHandle' | 'removeEntry'> & {
  values(): AsyncIterable<{ kind: string; name: string }>;
};

/** Until it was read back a file has this at the end of its name, and does not count. */
const PART = '.part';

/**
 * The name of a backup's file, by which it is known again: `roundup-backup-20220826-080200317-schedule.json`, in UTC. To
 * the millisecond: two that were made in one second are two, and none takes the other's place.
 */
export function copyName({ createdAt, why }: { createdAt: number; why: BackupWhy }): string {
  const [day = '', time = ''] = new Date(createdAt).toISOString().split('T');
  return `roundup-backup-${day.replaceAll('-', '')}-${time.replaceAll(/\D/g, '')}-${why}.json`;
}

/** What the name of a file says; null: it is none of ours. */
export function copyOf(name: string): { at: number; why: BackupWhy } | null {
  const found = /^roundup-backup-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})-([a-z]+)\.json$/.exec(name);
  const why = BackupWhy.safeParse(found?.[8]).data;
  if (found === null || why === undefined) return null;
  const [, year, month, day, hours, minutes, seconds, thousandths] = found;
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`);
  return Number.isNaN(at) ? null : { at, why };
}

/** Whether it was made before something that could do harm. */
export const isBefore = (why: BackupWhy) => why === 'import' || why === 'restore' || why === 'upgrade';

/** The copies of a folder, the newest first. Other files are passed over. */
export async function listCopies(folder: Folder): Promise<FoundCopy[]> {
  const copies: FoundCopy[] = [];
  for await (const { kind, name } of folder.values()) {
    const known = kind === 'file' ? copyOf(name) : null;
    if (known === null) continue;
    const file = await openCopy(folder, name).catch(() => null);
    const end = await (file === null ? undefined : readEnd(file).catch(() => undefined));
    copies.push({ ...known, name, size: file?.size ?? 0, counts: end?.records ?? null });
  }
  return copies.sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** The file of a copy. */
export async function openCopy(folder: Folder, name: string): Promise<File> {
  return (await folder.getFileHandle(name)).getFile();
}

/**
 * Puts a backup into a folder. It is read back from there, byte for byte by its checksum and record for record by its
 * schema, before it counts; what ends it leaves nothing.
 */
export async function writeCopy(
  folder: Folder,
  { file, header, counts }: WrittenBackup,
  { tell, signal }: { tell?: ((share: number) => void) | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Copy> {
  const name = copyName(header);
  const part = name + PART;
  try {
    await pour(file, await folder.getFileHandle(part, { create: true }), signal);
    tell?.(0.3);
    await readBack(await openCopy(folder, part), counts, { tell: (share) => tell?.(0.3 + 0.7 * share), signal });
    await finish(folder, part, name, file);
  } finally {
    // Where it is finished there is none.
    await folder.removeEntry(part).catch(() => {});
  }
  return { name, at: header.createdAt, why: header.why, size: file.size, counts };
}

/** Streams a blob into a file; the browser puts it in its place when all of it is there. */
async function pour(from: Blob, to: FileSystemFileHandle, signal: AbortSignal | undefined): Promise<void> {
  const writable = await to.createWritable();
  const step = 1 << 20;
  try {
    for (let at = 0; at < from.size; at += step) {
      if (signal?.aborted) throw new BackupStopped();
      await writable.write(from.slice(at, at + step));
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
}

async function readBack(
  file: Blob,
  counts: BackupCounts,
  { tell, signal }: { tell: (share: number) => void; signal: AbortSignal | undefined },
): Promise<void> {
  await inspectBackup(file, { signal, tell: (share) => tell(share / 2) });
  const found: BackupCounts = { ...NO_COUNTS, damaged: counts.damaged };
  for await (const { table, records } of readRecords(file, NOTHING_KNOWN, {
    signal,
    tell: (share) => tell(0.5 + share / 2),
  })) {
    found[table] += records.length;
  }
  if (JSON.stringify(found) !== JSON.stringify(counts))
    throw new Error('The backup did not read back as it was written.');
}

/** Gives the file its name. In folders of the disk not every browser can: there it is written again. */
async function finish(folder: Folder, part: string, name: string, file: Blob): Promise<void> {
  const handle = (await folder.getFileHandle(part)) as FileSystemFileHandle & {
    move?: (name: string) => Promise<void>;
  };
  try {
    if (handle.move === undefined) throw new Error('cannot be moved');
    await handle.move(name);
  } catch {
    await pour(file, await folder.getFileHandle(name, { create: true }), undefined);
    await inspectBackup(await openCopy(folder, name));
  }
}

/** Says which copy is the newest, where the names say another: a clock was ahead when that one was made. */
const NEWEST = 'newest.txt';

/** Notes that this copy was made after all the others. */
export async function noteNewest(folder: Folder, name: string): Promise<void> {
  const [first] = await listCopies(folder);
  if (first?.name !== name)
    await pour(new Blob([name]), await folder.getFileHandle(NEWEST, { create: true }), undefined);
  else await folder.removeEntry(NEWEST).catch(() => {});
}

/** Whether a copy has its end. */
export const isWhole = (copy: FoundCopy): copy is Copy => copy.counts !== null;

/** The copy that was made last, of those that are whole; undefined: there is none. */
export async function newestIn(folder: Folder): Promise<Copy | undefined> {
  const copies = (await listCopies(folder)).filter(isWhole);
  const noted = await openCopy(folder, NEWEST).then(
    (file) => file.text(),
    () => '',
  );
  return copies.find(({ name }) => name === noted) ?? copies[0];
}

/**
 * Removes the copies that newer ones have outlived, and what a browser that died left unfinished.
 *
 * @param made the one that was just made.
 */
export async function dropOutlived(folder: Folder, keeping: Keeping, made: string): Promise<void> {
  const all = [];
  const drop: string[] = [];
  for await (const { name } of folder.values()) {
    const known = copyOf(name);
    if (known !== null) all.push({ name, at: known.at, isBefore: isBefore(known.why) });
    else if (name.endsWith(PART) && copyOf(name.slice(0, -PART.length)) !== null) drop.push(name);
  }
  for (const name of [...drop, ...outlived(all, keeping, made)]) await folder.removeEntry(name);
}

/**
 * The folder that every browser has inside, beside the database: it outlives a database that is damaged or was deleted,
 * though not the loss of the whole profile.
 */
export async function insideFolder(): Promise<Folder> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('backups', { create: true })) as unknown as Folder;
}
