import { KEPT_INSIDE, KEPT_OUTSIDE, outlived } from '../../domain/generations.ts';
import { catchUp } from '../catch-up.ts';
import type { Database } from '../database.ts';
import { isHome } from '../not-home.ts';
import {
  type Copy,
  copyName,
  dropOutlived,
  type Folder,
  insideFolder,
  isBefore,
  isWhole,
  listCopies,
  newestIn,
  noteNewest,
  writeCopy,
} from './copies.ts';
import type { BackupWhy } from './format.ts';
import { type BackupPlan, FIRST_PLAN, type Keeper } from './keeper.ts';
import { BackupStopped } from './unreadable.ts';
import { type WrittenBackup, writeBackup } from './write.ts';

/** The browser's downloads, where they may be used. */
export interface Downloads {
  /** Whether they may be used, and can be here: a blob has no address in a service worker. */
  mayUse: () => Promise<boolean>;
  /** Puts a file into the folder; resolves when all of its bytes are there, with its id. */
  save: (name: string, file: Blob) => Promise<number>;
  /** Removes files that were put there, and forgets them. */
  remove: (ids: readonly number[]) => Promise<void>;
}

/** What backing up needs beside the database. */
export interface BackupDeps {
  keeper: Keeper;
  downloads: Downloads;
  inside?: () => Promise<Folder>;
}

export interface BackUpFollowing {
  now: number;
  why: BackupWhy;
  tell?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** What came of it. */
export interface BackedUp {
  copy: Copy;
  file: Blob;
  /** Why nothing could be put outside, where it should be; null: it is there, or nothing was set up. */
  trouble: string | null;
}

/** One page backs up at a time. */
const LOCK = 'roundup-backup';

/**
 * Backs everything up: always inside the browser, and where the editor wants it. Each is read back before it counts, and
 * then the oldest go. Undefined: there is nothing to back up yet.
 *
 * @throws BackupStopped, or what the browser says; then there is no copy, and the older ones are all there.
 */
export function backUp(db: Database, following: BackUpFollowing, deps: BackupDeps): Promise<BackedUp | undefined> {
  const locks = globalThis.navigator?.locks;
  const now = () => backUpNow(db, following, deps);
  return locks === undefined ? now() : locks.request(LOCK, now);
}

async function backUpNow(
  db: Database,
  { now, why, tell, signal }: BackUpFollowing,
  { keeper, downloads, inside = insideFolder }: BackupDeps,
): Promise<BackedUp | undefined> {
  // An empty database may be a lost one: its backup would push out those that are full.
  if ((await db.newsletters.count()) === 0) return undefined;
  const plan = (await keeper.read('plan')) ?? FIRST_PLAN;
  const parts = plan.to === 'inside' ? 2 : 3;
  const step = (at: number) => (share: number) => tell?.((at + share) / parts);
  const journaled = await db.journal.covered();
  const written = await writeBackup(db, { now, why, tell: step(0), signal });
  const folder = await inside();
  const copy = await writeCopy(folder, written, { tell: step(1), signal });
  await noteNewest(folder, copy.name);
  await dropOutlived(folder, KEPT_INSIDE, copy.name);
  await db.journal.drop(journaled, (one) => isHome(db, one)).catch(() => {});
  const trouble = plan.to === 'inside' ? null : await putOutside(plan, written, { keeper, downloads }, step(2), signal);
  if (plan.to !== 'inside') {
    const before = await keeper.read('outside');
    await keeper.write('outside', { at: trouble === null ? now : (before?.at ?? null), trouble });
  }
  tell?.(1);
  return { copy, file: written.file, trouble };
}

/** In words why it could not be put there; null: it is there. */
async function putOutside(
  plan: BackupPlan,
  written: WrittenBackup,
  { keeper, downloads }: BackupDeps,
  tell: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    if (plan.to === 'folder') {
      const folder = await keeper.folder();
      if (folder === undefined || !(await mayWrite(folder))) return ASKS;
      const { name } = await writeCopy(folder as unknown as Folder, written, { tell, signal });
      await dropOutlived(folder as unknown as Folder, KEPT_OUTSIDE, name);
      return null;
    }
    if (!(await downloads.mayUse())) return ASKS;
    const name = copyName(written.header);
    const id = await downloads.save(`Roundup/${name}`, written.file);
    const { createdAt, why } = written.header;
    const all = [...((await keeper.read('downloads')) ?? []), { id, name, at: createdAt, isBefore: isBefore(why) }];
    const gone = new Set(outlived(all, KEPT_OUTSIDE, name));
    await downloads.remove(all.filter((one) => gone.has(one.name)).map((one) => one.id));
    await keeper.write(
      'downloads',
      all.filter((one) => !gone.has(one.name)),
    );
    return null;
  } catch (error) {
    if (error instanceof BackupStopped) throw error;
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

/** The browser has to ask the editor before anything can be written there. */
export const ASKS = 'asks';

type Permitted = FileSystemDirectoryHandle & {
  queryPermission?: (how: { mode: 'readwrite' }) => Promise<PermissionState>;
};

async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const asked = (folder as Permitted).queryPermission?.({ mode: 'readwrite' });
  return (await asked) !== 'denied' && (await asked) !== 'prompt';
}

const DAY = 86_400_000;
/** A backup each morning is due in the morning, not a minute later each day. */
const EARLY = DAY / 4;

/**
 * Why a backup is due now; null: it is not. A clock that went back makes it due. An issue that went out since the last
 * one is reason enough.
 *
 * @param last when the newest scheduled backup was made; null: there is none.
 * @param publishedAt when the newest issue went out; null: none did.
 */
export function dueFor(
  plan: BackupPlan,
  last: number | null,
  publishedAt: number | null,
  now: number,
): BackupWhy | null {
  if (last === null || last > now) return 'schedule';
  if (publishedAt !== null && publishedAt > last && publishedAt <= now) return 'publish';
  const span = plan.every === 'day' ? DAY : 7 * DAY;
  return now - last >= span - EARLY ? 'schedule' : null;
}

/** Backs up if it is time to. Resolves with what came of it; undefined: it is not time, or there is nothing yet. */
export async function backUpIfDue(db: Database, now: number, deps: BackupDeps): Promise<BackedUp | undefined> {
  const folder = await (deps.inside ?? insideFolder)();
  const plan = (await deps.keeper.read('plan')) ?? FIRST_PLAN;
  // One of tomorrow, by a clock that was ahead, is no reason to make another at each look.
  const copies = (await listCopies(folder)).filter(isWhole);
  const newest = copies.find(({ at, why }) => at <= now && !isBefore(why));
  const outside = await deps.keeper.read('outside');
  const last = plan.to === 'inside' ? (newest?.at ?? null) : Math.min(newest?.at ?? 0, outside?.at ?? 0) || null;
  // What could not be put outside, for want of a word of the editor, is no reason to write inside at every opening.
  const counted = plan.to !== 'inside' && outside?.trouble === ASKS ? (newest?.at ?? null) : last;
  await db.journal.bringOver();
  const isTooMuch = await db.journal.isDue();
  const why = dueFor(plan, counted, await lastPublished(db), now) ?? (isTooMuch ? 'schedule' : null);
  if (why !== null) return backUp(db, { now, why }, deps);
  await catchUpOnce(db, (await newestIn(folder))?.at ?? 0);
  return (await db.journal.isDue()) ? backUp(db, { now, why: 'schedule' }, deps) : undefined;
}

const caughtUp = new WeakSet<Database>();

/** Once for each page: what it writes itself is written down by it. */
async function catchUpOnce(db: Database, since: number): Promise<void> {
  if (caughtUp.has(db)) return;
  caughtUp.add(db);
  await catchUp(db, since);
}

async function lastPublished(db: Database): Promise<number | null> {
  const newsletters = await db.newsletters.toCollection().primaryKeys();
  let last: number | null = null;
  for (const id of newsletters) {
    const [from, to] = [
      [id, Number.NEGATIVE_INFINITY],
      [id, Number.POSITIVE_INFINITY],
    ];
    const newest = await db.issues.where('[newsletterId+number]').between(from, to).reverse().limit(3).toArray();
    for (const { publishedAt } of newest) if (publishedAt !== null && publishedAt > (last ?? 0)) last = publishedAt;
  }
  return last;
}
