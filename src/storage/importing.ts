import type { Entry } from '../domain/entry.ts';
import { Issue, nextIssue, openIssue } from '../domain/issue.ts';
import { Newsletter } from '../domain/newsletter.ts';
import { ranksAfter } from '../domain/rank.ts';
import type { Setting } from '../domain/setting.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import { forgetBegun } from './begun.ts';
import type { Database } from './database.ts';
import { lastRank, type StoredEntry, spotOf, stored } from './entries.ts';
import { issuesOf } from './newsletters.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What an import writes. */
export interface ImportBatch {
  importId: string;
  newsletter: Newsletter;
  /** When the newsletter was last changed as the plan saw it; null: the import founds it. */
  newsletterSeen: number | null;
  issues: readonly Issue[];
  entries: readonly Entry[];
  /** Spellings for sites that have none yet. */
  outlets: readonly { host: string; name: string }[];
}

/** How an import is followed and ended. */
export interface Following {
  now: number;
  newId: () => string;
  /** Called with how many entries are written; what it throws ends the import. */
  tell?: (entries: number) => void;
  signal?: AbortSignal;
}

/** So many entries are written before the page gets its turn; each slice takes a few milliseconds. */
const SLICE = 100;

/** So many slices are on their way at once: Firefox's database lies idle between an answer and the next request. */
const SLICES_AT_ONCE = 10;

/** So many issues are read back at once. */
const ASKED_AT_ONCE = 40;

/** The import was planned on something that has changed since. */
export class ImportIsStale extends Error {
  constructor() {
    super('The newsletter has changed since the import was checked.');
    this.name = 'ImportIsStale';
  }
}

/** The editor has stopped the import. */
export class ImportStopped extends Error {
  constructor() {
    super('The import was stopped.');
    this.name = 'ImportStopped';
  }
}

/**
 * Writes an import: all of it or nothing, whatever ends it. One transaction, so that a browser that dies leaves nothing
 * behind; in slices, so that the page answers. An open issue whose number the imported ones have reached moves behind
 * them. Afterwards everything is read back and compared, before it counts.
 *
 * @throws ImportIsStale, ImportStopped, or what the database says; nothing is written then.
 */
export function writeImport(db: Database, given: ImportBatch, { now, newId, tell, signal }: Following): Promise<void> {
  const tables = [db.newsletters, db.issues, db.entries, db.outlets, db.settings];
  return db.transaction('rw', tables, async () => {
    const batch = { ...given, entries: await ranked(db, given.entries) };
    const before = Newsletter.safeParse(await db.newsletters.get(batch.newsletter.id)).data ?? null;
    if ((before?.changedAt ?? null) !== batch.newsletterSeen) throw new ImportIsStale();
    const there = await issuesOf(db, batch.newsletter.id);
    const taken = new Set(there.filter(({ printed }) => printed !== null).map(({ number }) => number));
    if (batch.issues.some(({ number }) => taken.has(number))) throw new ImportIsStale();

    await db.newsletters.put(batch.newsletter);
    for (const slice of slices(batch.issues)) {
      if (signal?.aborted) throw new ImportStopped();
      await db.issues.bulkAdd([...slice]);
    }
    const records: StoredEntry[] = [];
    // A slice is made ready while those before it are being written.
    const underWay: PromiseLike<unknown>[] = [];
    for (const slice of slices(batch.entries)) {
      if (signal?.aborted) throw new ImportStopped();
      const ready = slice.map(stored);
      const adding = db.entries.bulkAdd(ready).then(() => {
        records.push(...ready);
        tell?.(records.length);
      });
      // Where one fails all do, which is told once.
      adding.catch(() => {});
      underWay.push(adding);
      if (underWay.length >= SLICES_AT_ONCE) await underWay.shift();
    }
    for (const adding of underWay) await adding;
    const outlets = await addOutlets(db, batch.outlets, now);
    // Bookmarks come without issues, and move none.
    const movedIssue =
      batch.issues.length === 0 ? null : await moveOpenIssue(db, [...there, ...batch.issues], { batch, now, newId });
    await writeSetting(db, 'currentNewsletter', batch.newsletter.id);
    await writeSetting(db, 'lastImport', {
      id: batch.importId,
      at: now,
      madeAt: batch.entries.reduce((latest, { editedAt }) => Math.max(latest, editedAt), 0),
      entries: batch.entries.length,
      issues: batch.issues.length,
      newsletterBefore: before,
      newsletterId: batch.newsletter.id,
      newsletterChangedAt: batch.newsletter.changedAt,
      movedIssue,
      outlets,
    });
    await forgetBegun(db);
    await readBack(db, batch.issues, records, signal);
  });
}

/** Entries of the backlog stand behind what is there, in their order; those of issues have their ranks already. */
async function ranked(db: Database, entries: readonly Entry[]): Promise<Entry[]> {
  const spots = new Map<string, number>();
  for (const entry of entries)
    if (entry.issueId === null) spots.set(spotOf(entry), (spots.get(spotOf(entry)) ?? 0) + 1);
  const ranks = new Map<string, string[]>();
  for (const [spot, count] of spots) ranks.set(spot, ranksAfter(await lastRank(db, spot), count).reverse());
  return entries.map((entry) =>
    entry.issueId === null ? { ...entry, rank: ranks.get(spotOf(entry))?.pop() ?? entry.rank } : entry,
  );
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += SLICE) yield all.slice(at, at + SLICE);
}

/** Writes the spellings of sites that have none; resolves with their hosts. */
async function addOutlets(db: Database, outlets: ImportBatch['outlets'], now: number): Promise<string[]> {
  const there = await db.outlets.bulkGet(outlets.map(({ host }) => host));
  const added = outlets.filter((_, at) => there[at] === undefined);
  await db.outlets.bulkAdd(
    added.map(({ host, name }) => ({ host, name, byline: null, sectionId: null, changedAt: now })),
  );
  return added.map(({ host }) => host);
}

/** The open issue comes after what is imported; where none is open, the next one begins. */
async function moveOpenIssue(
  db: Database,
  all: readonly Issue[],
  { batch, now, newId }: { batch: ImportBatch; now: number; newId: () => string },
) {
  const open = openIssue(all);
  const others = all.filter(({ id }) => id !== open?.id);
  const next = nextIssue(others, { id: newId(), now }, batch.newsletter);
  if (next === undefined) return null;
  if (open === undefined) {
    await db.issues.add(next);
    return null;
  }
  if (open.number >= next.number) return null;
  const to = { number: next.number, date: open.date > next.date ? open.date : next.date };
  await db.issues.put({ ...open, ...to, changedAt: timeOfChange(now, open.changedAt) });
  return { id: open.id, number: open.number, date: open.date, to };
}

/** Every character of every issue and entry is there, or the transaction ends. */
async function readBack(
  db: Database,
  issues: readonly Issue[],
  entries: readonly StoredEntry[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const slice of slices(issues)) {
    const found = await db.issues.bulkGet(slice.map(({ id }) => id));
    const isEqual = slice.every(({ printed }, at) => found[at]?.printed?.markdown === printed?.markdown);
    if (!isEqual) throw new Error('An issue did not read back as it was written.');
  }
  // Issue by issue: 800 questions take a third of the time of 22,000. Some at once: what one answers is compared while
  // the next is read.
  const missing = new Map(entries.map((entry) => [entry.id, entry]));
  const compare = async ({ id, newsletterId }: Issue) => {
    const found = await db.entries.where('[newsletterId+place]').equals([newsletterId, id]).toArray();
    for (const record of found) {
      const entry = missing.get(record.id);
      if (entry !== undefined && JSON.stringify(record) === JSON.stringify(entry)) missing.delete(record.id);
    }
  };
  for (let at = 0; at < issues.length; at += ASKED_AT_ONCE) {
    if (signal?.aborted) throw new ImportStopped();
    await Promise.all(issues.slice(at, at + ASKED_AT_ONCE).map(compare));
  }
  // What is in no issue, such as bookmarks.
  for (const slice of slices([...missing.values()])) {
    if (signal?.aborted) throw new ImportStopped();
    const found = await db.entries.bulkGet(slice.map(({ id }) => id));
    for (const [at, entry] of slice.entries()) {
      if (JSON.stringify(found[at]) === JSON.stringify(entry)) missing.delete(entry.id);
    }
  }
  if (missing.size > 0) throw new Error('An entry did not read back as it was written.');
}

/** What an undone import leaves where it is, because it was changed since. */
export interface Undone {
  removed: number;
  stayed: number;
}

/**
 * Whether a record of a past issue is as it was made. Every change is later than what it changes, so no clock is asked: it
 * may have been set back since.
 */
const isAsMade = (record: Entry | Issue) =>
  record.createdAt === ('editedAt' in record ? record.editedAt : record.changedAt);

/**
 * Takes the last import back as a whole. What was changed since stays, and so does the newsletter if it was changed or
 * still holds something. Undefined: there is no import to undo.
 */
export function undoImport(db: Database): Promise<Undone | undefined> {
  const tables = [db.newsletters, db.issues, db.entries, db.outlets, db.settings];
  return db.transaction('rw', tables, async () => {
    const last = await readSetting(db, 'lastImport');
    if (last === undefined) return undefined;
    const issues = (await issuesOf(db, last.newsletterId)).filter(({ importId }) => importId === last.id);
    let removed = 0;
    let stayed = 0;
    for (const issue of issues) {
      const records = await db.entries.where('[newsletterId+place]').equals([issue.newsletterId, issue.id]).toArray();
      const isOurs = (entry: Entry) => entry.importId === last.id && isAsMade(entry);
      if (issue.state !== 'published' || !isAsMade(issue) || !records.every(isOurs)) {
        stayed += records.length;
        continue;
      }
      await db.entries.bulkDelete(records.map(({ id }) => id));
      await db.issues.delete(issue.id);
      removed += records.length;
    }
    const backlog = await db.entries.where('[newsletterId+place]').equals([last.newsletterId, 'backlog']).toArray();
    // Bookmarks are as old as they say, and were all made at one time.
    const { madeAt = last.at } = last;
    const own = backlog.filter(({ importId, editedAt }) => importId === last.id && editedAt <= madeAt);
    await db.entries.bulkDelete(own.map(({ id }) => id));
    removed += own.length;
    // Bookmarks that were filed, edited or thrown away since.
    if (last.issues === 0) stayed = last.entries - removed;
    const spellings = await db.outlets.bulkGet(last.outlets);
    await db.outlets.bulkDelete(spellings.flatMap((one) => (one?.changedAt === last.at ? [one.host] : [])));
    if (stayed === 0) await moveBack(db, last.movedIssue);
    // What stays needs the sections that came with it.
    if (stayed === 0) await restoreNewsletter(db, last);
    await db.settings.delete('lastImport');
    return { removed, stayed };
  });
}

/** Gives the open issue the number and the day it had, unless the editor has given it others or it has gone out. */
async function moveBack(db: Database, moved: Setting<'lastImport'>['movedIssue']): Promise<void> {
  const issue = moved === null ? undefined : Issue.safeParse(await db.issues.get(moved.id)).data;
  if (moved === null || issue === undefined || issue.printed !== null) return;
  const { number, date, to = issue } = moved;
  if (issue.number !== to.number || issue.date !== to.date) return;
  await db.issues.put({ ...issue, number, date, changedAt: timeOfChange(0, issue.changedAt) });
}

async function restoreNewsletter(
  db: Database,
  { newsletterBefore, newsletterId, newsletterChangedAt, at }: Setting<'lastImport'>,
): Promise<void> {
  const now = Newsletter.safeParse(await db.newsletters.get(newsletterId)).data;
  if (now === undefined || now.changedAt > Math.max(at, newsletterChangedAt ?? 0)) return;
  const left = await db.entries
    .where('[newsletterId+place]')
    .between([newsletterId, ''], [newsletterId, '\uffff'])
    .toArray();
  if (newsletterBefore !== null) {
    const sections = new Set([null, ...newsletterBefore.sections.map(({ id }) => id)]);
    // What was saved since may stand in a section that came with the import.
    if (left.some(({ sectionId }) => !sections.has(sectionId))) return;
    await db.newsletters.put({ ...newsletterBefore, changedAt: timeOfChange(0, now.changedAt) });
    return;
  }
  const isUsed = (issue: Issue) => issue.state === 'published' || !isAsMade(issue);
  if (left.length > 0 || (await issuesOf(db, newsletterId)).some(isUsed)) return;
  await db.issues.where('newsletterId').equals(newsletterId).delete();
  await db.newsletters.delete(newsletterId);
}
