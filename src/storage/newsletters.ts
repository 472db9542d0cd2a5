import { Issue, openIssue } from '../domain/issue.ts';
import { Newsletter } from '../domain/newsletter.ts';
import { timeOfChange } from '../domain/time-of-change.ts';
import type { Database } from './database.ts';
import { countEntries } from './entries.ts';
import { parseRecords } from './records.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What the editor works on: a newsletter and its open issue (null: every issue is published). */
export interface Work {
  newsletter: Newsletter;
  issue: Issue | null;
}

/** The newsletter the editor works on and its open issue; undefined before the first newsletter has a name. */
export async function currentWork(db: Database): Promise<Work | undefined> {
  const [inUse, chosen] = await Promise.all([newslettersInUse(db), readSetting(db, 'currentNewsletter')]);
  const newsletter = currentOf(inUse, chosen);
  if (newsletter === undefined) return undefined;
  const drafts = await db.issues.where('[newsletterId+state]').equals([newsletter.id, 'draft']).toArray();
  return { newsletter, issue: openIssue(parseRecords('issues', Issue, drafts).sound) ?? null };
}

/** The newsletter that is worked on: the one that was chosen, else the oldest. */
export function currentOf(inUse: readonly Newsletter[], chosen: string | undefined): Newsletter | undefined {
  return inUse.find(({ id }) => id === chosen) ?? inUse[0];
}

/** Every newsletter, those put away included, the oldest first. */
export async function allNewsletters(db: Database): Promise<Newsletter[]> {
  const { sound } = parseRecords('newsletters', Newsletter, await db.newsletters.toArray());
  return sound.sort((a, b) => a.createdAt - b.createdAt);
}

/** The newsletters in use, the oldest first. */
export async function newslettersInUse(db: Database): Promise<Newsletter[]> {
  return (await allNewsletters(db)).filter(({ deletedAt }) => deletedAt === null);
}

/** The issues of a newsletter, unordered. */
export async function issuesOf(db: Database, newsletterId: string): Promise<Issue[]> {
  return parseRecords('issues', Issue, await db.issues.where('newsletterId').equals(newsletterId).toArray()).sound;
}

/** Whether there are newsletters, but none whose record can be read. */
export async function onlyDamagedNewsletters(db: Database): Promise<boolean> {
  const { sound, damaged } = parseRecords('newsletters', Newsletter, await db.newsletters.toArray());
  return sound.length === 0 && damaged.length > 0;
}

/**
 * Whether an issue of the newsletter that is not published has a record that cannot be read. Published ones are only
 * counted: there may be years of them.
 */
export async function hasDamagedIssue(db: Database, newsletterId: string): Promise<boolean> {
  const of = (state: string) => db.issues.where('[newsletterId+state]').equals([newsletterId, state]);
  const [all, published, drafts] = await Promise.all([
    db.issues.where('newsletterId').equals(newsletterId).count(),
    of('published').count(),
    of('draft').toArray(),
  ]);
  return all > published + drafts.length || parseRecords('issues', Issue, drafts).damaged.length > 0;
}

/** Writes a new newsletter with its first issue and makes it the current one: all or nothing. */
export function addNewsletter(db: Database, beginning: { newsletter: Newsletter; issue: Issue }): Promise<void> {
  return db.transaction('rw', [db.newsletters, db.issues, db.settings], async () => {
    await db.newsletters.add(beginning.newsletter);
    await db.issues.add(beginning.issue);
    await writeSetting(db, 'currentNewsletter', beginning.newsletter.id);
  });
}

/** Changes a newsletter as it is now in the database; resolves with the result, or undefined where it is gone. */
export function updateNewsletter(
  db: Database,
  id: string,
  change: (newsletter: Newsletter) => Newsletter,
): Promise<Newsletter | undefined> {
  return db.transaction('rw', db.newsletters, async () => {
    const found = Newsletter.safeParse(await db.newsletters.get(id)).data;
    if (found === undefined) return undefined;
    const changed = later(change(found), found);
    await db.newsletters.put(changed);
    return changed;
  });
}

/** What was changed, later than it was. */
const later = <R extends { changedAt: number }>(changed: R, before: R): R => ({
  ...changed,
  changedAt: timeOfChange(changed.changedAt, before.changedAt),
});

/** Changes fields of an issue as it is now in the database. */
export function updateIssue(
  db: Database,
  id: string,
  fields: Partial<Omit<Issue, 'id'>>,
  now: number,
): Promise<Issue | undefined> {
  return db.transaction('rw', db.issues, async () => {
    const found = Issue.safeParse(await db.issues.get(id)).data;
    if (found === undefined) return undefined;
    const changed = later({ ...found, ...fields, changedAt: now }, found);
    await db.issues.put(changed);
    return changed;
  });
}

/** How many entries the open issue of the current newsletter has, for the badge. */
export async function countOpenEntries(db: Database): Promise<number> {
  const work = await currentWork(db);
  return work?.issue ? countEntries(db, work.newsletter.id, work.issue.id) : 0;
}
