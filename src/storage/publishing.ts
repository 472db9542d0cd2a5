import type { Entry } from '../domain/entry.ts';
import { Issue, nextIssue, openIssue } from '../domain/issue.ts';
import { leftOutOf, Newsletter } from '../domain/newsletter.ts';
import { applyChanges, asTheyAre, type Change } from './changes.ts';
import type { Database } from './database.ts';
import { entriesIn, moveEntries } from './entries.ts';
import { issuesOf } from './newsletters.ts';

/** What publishing needs beside the database. */
interface Publishing {
  issueId: string;
  now: number;
  /** The id of the issue that opens next, if one has to be made. */
  nextId: string;
  /** Prints the issue as it is now in the database; what it throws ends the publishing, and nothing has changed. */
  print: (issue: Issue, entries: readonly Entry[], newsletter: Newsletter) => string;
}

/**
 * Publishes an issue: freezes what is printed of the very records that lie in the database at this moment, with the
 * style. What was not printed because its section is left out goes back to the backlog, drafts go with the next issue,
 * and if none is open the next one is made. All or nothing. Resolves with the changes that undo it, or none where there
 * is no such draft.
 */
export function publishIssue(db: Database, { issueId, now, nextId, print }: Publishing): Promise<Change[]> {
  return db.transaction('rw', db.entries, db.issues, db.newsletters, async () => {
    const stored = await db.issues.get(issueId);
    const newsletter = Newsletter.safeParse(await db.newsletters.get(stored?.newsletterId ?? '')).data;
    if (newsletter === undefined) return [];
    const issues = await issuesOf(db, newsletter.id);
    const issue = issues.find(({ id }) => id === issueId);
    if (issue === undefined || issue.state === 'published') return [];
    const entries = (await entriesIn(db, newsletter.id, issueId)).sound;
    const markdown = print(issue, entries, newsletter);
    const publishedAt = issue.publishedAt ?? now;
    const unprinted = leftOutOf(issue, newsletter, entries);
    const entryIds = entries.filter((entry) => !unprinted.includes(entry)).map(({ id }) => id);
    const { style, name, language } = newsletter;
    const printed = { markdown, style, entryIds, newsletter: { name, language } };
    const frozen: Issue = { ...issue, state: 'published', publishedAt, printed };
    const changes: Change[] = [];

    const others = issues.filter(({ id }) => id !== issueId);
    const open = openIssue(others);
    const next = open ?? nextIssue([...others, frozen], { id: nextId, now }, newsletter);
    if (open === undefined && next !== undefined)
      changes.push({ table: 'issues', id: next.id, fields: withoutId(next) });
    const { state } = frozen;
    changes.push({ table: 'issues', id: issueId, fields: { state, publishedAt, printed, changedAt: now } });

    const drafts = (await entriesIn(db, newsletter.id, 'draft')).sound.filter((draft) => draft.issueId === issueId);
    for (const { id } of drafts) changes.push({ table: 'entries', id, fields: { issueId: next?.id ?? null } });

    const undo = await asTheyAre(db, changes);
    await applyChanges(db, changes);
    const ids = unprinted.map(({ id }) => id);
    return [...undo, ...(await moveEntries(db, ids, { issueId: null, before: null }, now))];
  });
}

/**
 * Ends the correction of an issue: what went out stands again. What came into it meanwhile goes to the backlog, and what
 * was taken out of it comes back, unless another issue has gone out with it. Resolves with what undoes it, or nothing
 * where there is no such issue.
 */
export function closeAgain(db: Database, issueId: string, now: number): Promise<Change[]> {
  return db.transaction('rw', db.entries, db.issues, db.newsletters, async () => {
    const issue = Issue.safeParse(await db.issues.get(issueId)).data;
    if (issue === undefined || issue.state === 'published' || issue.printed === null) return [];
    const { entryIds } = issue.printed;
    const there = (await entriesIn(db, issue.newsletterId, issueId)).sound.map(({ id }) => id);
    const added = entryIds === undefined ? [] : there.filter((id) => !entryIds.includes(id));
    const gone = entryIds?.filter((id) => !there.includes(id)) ?? [];
    // What went out with another issue meanwhile belongs to that one as well, and what was thrown away stays there.
    const issues = await issuesOf(db, issue.newsletterId);
    const elsewhere = new Set(['bin', ...issues.filter(({ state }) => state === 'published').map(({ id }) => id)]);
    const lying = await db.entries.bulkGet(gone);
    const back = lying.flatMap((entry) => (entry === undefined || elsewhere.has(entry.place) ? [] : [entry.id]));
    const undo = [
      ...(await moveEntries(db, added, { issueId: null, before: null }, now)),
      ...(await moveEntries(db, back, { issueId, before: null }, now)),
    ];
    const closed: Change[] = [{ table: 'issues', id: issueId, fields: { state: 'published', changedAt: now } }];
    undo.push(...(await asTheyAre(db, closed)));
    await applyChanges(db, closed);
    return undo;
  });
}

/** Makes the issue that follows all the others. Resolves with what undoes it. */
export function addNextIssue(db: Database, newsletterId: string, made: { id: string; now: number }): Promise<Change[]> {
  return db.transaction('rw', db.entries, db.issues, db.newsletters, async () => {
    const newsletter = Newsletter.safeParse(await db.newsletters.get(newsletterId)).data;
    const next = nextIssue(await issuesOf(db, newsletterId), made, newsletter);
    if (next === undefined) return [];
    await applyChanges(db, [{ table: 'issues', id: next.id, fields: withoutId(next) }]);
    return [{ table: 'issues', id: next.id, fields: null }];
  });
}

/** Removes an issue that has not gone out; its entries, drafts included, go back to the backlog. Resolves with what undoes it. */
export function removeIssue(db: Database, issue: Issue, now: number): Promise<Change[]> {
  return db.transaction('rw', db.entries, db.issues, db.newsletters, async () => {
    // Another desk may have published it.
    if ((await db.issues.get(issue.id))?.printed !== null) return [];
    const [kept, drafts] = await Promise.all([
      entriesIn(db, issue.newsletterId, issue.id),
      entriesIn(db, issue.newsletterId, 'draft'),
    ]);
    const changes: Change[] = [{ table: 'issues', id: issue.id, fields: { deletedAt: now } }];
    for (const { id, issueId } of drafts.sound) {
      if (issueId === issue.id) changes.push({ table: 'entries', id, fields: { issueId: null } });
    }
    const undo = await asTheyAre(db, changes);
    await applyChanges(db, changes);
    const ids = kept.sound.map(({ id }) => id);
    return [...undo, ...(await moveEntries(db, ids, { issueId: null, before: null }, now))];
  });
}

/** Whether anything lies in an issue, drafts and bin included: then its record must not go. */
export async function isInUse(db: Database, issue: Pick<Issue, 'id' | 'newsletterId'>): Promise<boolean> {
  const places = [issue.id, 'draft', 'bin'].map((place) => [issue.newsletterId, place]);
  const there = db.entries.where('[newsletterId+place]').anyOf(places);
  return (await there.filter(({ issueId }) => issueId === issue.id).count()) > 0;
}

function withoutId({ id: _, ...fields }: Issue): Omit<Issue, 'id'> {
  return fields;
}
