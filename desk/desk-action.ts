import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { timeOfChange } from '../src/domain/time-of-change.ts';
import { applyChanges, asTheyAre, type Change, recordOf } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';
import { type Destination, entryById, keepRevision, moveEntries } from '../src/storage/entries.ts';
import { isInUse } from '../src/storage/publishing.ts';
import { saveEntry } from '../src/storage/save-entry.ts';
import { isSame } from './typing.ts';
import { refuseWhatWentOut, touchedBy } from './went-out.ts';

/** What an action of the desk is called. */
type ActionKind = 'change' | 'edit';

/** Something the editor did on the desk, as data: writing `before` undoes it, writing `after` does it again. */
export interface DeskAction {
  kind: ActionKind;
  /** The entries it is about: the focus goes to the first. */
  entryIds: string[];
  before: Change[];
  after: Change[];
}

/**
 * Does something to the database, and tells how to undo it: all or nothing. `job` resolves with the fields as they were
 * before; null where there was nothing to do.
 */
export function act(
  db: Database,
  entryIds: readonly string[],
  job: () => Promise<Change[]>,
): Promise<DeskAction | null> {
  return db.transaction('rw', db.tables, async () => {
    const before = merged(await job(), []);
    if (before.length === 0) return null;
    return { kind: 'change', entryIds: [...entryIds], before, after: await asTheyAre(db, before) };
  });
}

/**
 * Writes these changes as an action. Text of an entry that gives way is kept as a revision, where one is named. Fails
 * with `WentOut` where they are about an issue that has gone out.
 */
export function change(
  db: Database,
  entryIds: readonly string[],
  changes: readonly Change[],
  revision?: { newId: () => string; at: number },
): Promise<DeskAction | null> {
  return act(db, entryIds, async () => {
    await refuseWhatWentOut(db, touchedBy(changes));
    const before = await asTheyAre(db, changes);
    for (const { table, id, fields } of changes) {
      if (revision === undefined || table !== 'entries' || !TEXT.some((name) => name in (fields ?? {}))) continue;
      const entry = await entryById(db, id);
      if (entry !== undefined) await keepRevision(db, entry, revision.newId(), revision.at);
    }
    const places = changes.map(({ table, id }): Change[] =>
      table === 'entries' ? [{ table, id, fields: { issueId: null } }] : [],
    );
    const placesBefore = await asTheyAre(db, places.flat());
    const diverted = await applyChanges(db, changes);
    return merged(
      before,
      placesBefore.filter(({ id }) => diverted.includes(id)),
    );
  });
}

/**
 * Moves entries to another place in the issue, into it, or out of it; null: all of them are gone. Fails with `WentOut`
 * where one of the two issues has gone out.
 */
export function move(db: Database, ids: readonly string[], to: Destination, now: number): Promise<DeskAction | null> {
  return act(db, ids, async () => {
    await refuseWhatWentOut(db, { entryIds: ids, issueIds: [to.issueId] });
    return moveEntries(db, ids, to, now);
  });
}

/** Puts entries back into the backlog, where they remember how often that has happened. */
export function toBacklog(db: Database, entries: readonly Entry[], now: number): Promise<DeskAction | null> {
  const ids = entries.map(({ id }) => id);
  return act(db, ids, async () => {
    await refuseWhatWentOut(db, { entryIds: ids });
    const moved = await moveEntries(db, ids, { issueId: null, before: null }, now);
    const passedOver = entries.map((entry): Change => {
      return { table: 'entries', id: entry.id, fields: { passedOver: entry.passedOver + 1 } };
    });
    const before = await asTheyAre(db, passedOver);
    await applyChanges(db, passedOver);
    return merged(moved, before);
  });
}

/** Saves drafts as they are now in the database; null: they are gone. Give a database with strict durability. */
export function save(db: Database, ids: readonly string[], now: number): Promise<DeskAction | null> {
  return act(db, ids, async () => {
    const before: Change[] = [];
    for (const id of ids) {
      const draft = await entryById(db, id);
      if (draft === undefined) continue;
      const { state, savedAt, rank, deletedAt, newsletterId } = draft;
      const sections: Change = { table: 'newsletters', id: newsletterId, fields: { sections: [] } };
      // A section whose shape was open takes over that of its first entry.
      const newsletter = await asTheyAre(db, [sections]);
      await saveEntry(db, draft, now);
      before.push({ table: 'entries', id, fields: { state, savedAt, rank, deletedAt } });
      const [was] = newsletter;
      const [is] = await asTheyAre(db, [sections]);
      if (was !== undefined && !isSame(was, is)) before.push(was);
    }
    return before;
  });
}

/** How much of an action was undone. */
type Undone = 'all' | 'part' | 'nothing';

/** They make one place: none of them goes back without the others. */
const PLACE: readonly string[] = ['issueId', 'sectionId', 'rank'];

/**
 * Writes one side of an action over the other, to undo it or to do it again: what it changed is as wanted, everything
 * else stays as it is now, and so does every field that somebody else has written since. Text of an entry that gives way
 * is kept as a revision of these ids and this time.
 */
export function exchange(
  db: Database,
  side: { from: readonly Change[]; to: readonly Change[] },
  revision: { newId: () => string; at: number },
): Promise<Undone> {
  return db.transaction('rw', db.tables, async () => {
    const changes: Change[] = [];
    const diverted: string[] = [];
    let wanted = 0;
    let left = 0;
    const inTurn = side.to.toSorted((one, other) => turnOf(one) - turnOf(other));
    for (const to of inTurn) {
      const from = side.from.find(({ table, id }) => table === to.table && id === to.id)?.fields ?? null;
      const now = await recordOf(db, to);
      const names = Object.keys(to.fields ?? from ?? {}).filter((name) => !isBookkeeping(name));
      wanted += names.length;
      if (from === null) {
        // It was not there: somebody else may have made it in the meantime.
        if (now === undefined) changes.push(to);
        else left += names.length;
        continue;
      }
      const differs = (name: string) => now === undefined || !isSame(now[name], from[name as keyof typeof from]);
      if (to.fields === null) {
        diverted.push(...(await applyChanges(db, changes.splice(0))));
        // Made by the action: it goes only while it is just as it was made.
        const isAsMade = now !== undefined && !names.some(differs);
        if (isAsMade && !(to.table === 'issues' && (await isInUse(db, now as Issue)))) changes.push(to);
        else left += names.length;
        continue;
      }
      const placeDiffers = PLACE.some((name) => name in from && differs(name));
      // What has gone out is to be read; only that it went out can be undone.
      const isFrozen = to.table === 'issues' && now?.state === 'published' && !('state' in to.fields);
      const ours = isFrozen ? [] : names.filter((name) => !(PLACE.includes(name) ? placeDiffers : differs(name)));
      left += names.length - ours.length;
      if (now === undefined || ours.length === 0) continue;
      if (to.table === 'entries' && ours.some((name) => TEXT.includes(name))) {
        const entry = await entryById(db, to.id);
        if (entry !== undefined) await keepRevision(db, entry, revision.newId(), revision.at);
      }
      const fields = to.fields as Record<string, unknown>;
      // Newer than whatever was typed there: a page that shows it must take it.
      const written =
        to.table === 'entries'
          ? { editedAt: timeOfChange(revision.at, Number(now.editedAt)) }
          : { changedAt: timeOfChange(revision.at, Number(now.changedAt)) };
      changes.push({ ...to, fields: { ...Object.fromEntries(ours.map((name) => [name, fields[name]])), ...written } });
    }
    diverted.push(...(await applyChanges(db, changes)));
    if (left === 0) return diverted.length === 0 ? 'all' : 'part';
    return left === wanted ? 'nothing' : 'part';
  });
}

/**
 * When a change is written among those of one action. An issue that opens lets entries in before it has them, and one
 * that closes has them first. What goes comes last: an issue may go once what was put into it has gone back.
 */
function turnOf({ table, fields }: Change): number {
  if (fields === null) return 3;
  const state = table === 'issues' ? fields.state : undefined;
  if (state === undefined) return 1;
  return state === 'draft' ? 0 : 2;
}

/** What an editor has written of an entry. */
const TEXT: readonly string[] = ['commentary', 'links'];

/** Follows from other fields, or only says when they were written. */
const isBookkeeping = (name: string) => name === 'editedAt' || name === 'changedAt' || name === 'caret';

/** Changes of the same records in one: the first word on a field counts, because it tells how it was before. */
export function merged(first: readonly Change[], second: readonly Change[]): Change[] {
  const all = new Map<string, Change>();
  for (const one of [...first, ...second]) {
    const key = `${one.table}/${one.id}`;
    const known = all.get(key);
    if (known === undefined) all.set(key, one);
    else if (known.fields !== null) all.set(key, { ...one, fields: { ...one.fields, ...known.fields } } as Change);
  }
  return [...all.values()];
}
