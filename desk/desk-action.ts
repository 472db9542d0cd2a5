import type { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import {
  type Destination,
  type EntryPatch,
  entryById,
  keepRevision,
  moveEntry,
  patchEntries,
  saveEntry,
} from '../src/storage/entries.ts';
import { isSame } from './typing.ts';

/** What an action of the desk is called. */
type ActionKind = 'move' | 'to-issue' | 'to-backlog' | 'delete' | 'put-back' | 'save' | 'edit';

/** Something the editor did on the desk, as data: writing `before` undoes it, writing `after` does it again. */
export interface DeskAction {
  kind: ActionKind;
  entryId: string;
  before: EntryPatch[];
  after: EntryPatch[];
}

type Fields = EntryPatch['fields'];

/** Moves an entry to another place in the issue, into it, or out of it; null: the entry is gone. */
export function move(
  db: Database,
  kind: 'move' | 'to-issue',
  id: string,
  to: Destination,
  now: number,
): Promise<DeskAction | null> {
  return db.transaction('rw', db.entries, async () => {
    const undo = await moveEntry(db, id, to, now);
    return undo && (await actionFrom(db, kind, undo));
  });
}

/** Puts an entry back into the backlog, where it remembers how often that has happened. */
export function toBacklog(db: Database, entry: Entry, now: number): Promise<DeskAction | null> {
  return db.transaction('rw', db.entries, async () => {
    const undo = await moveEntry(db, entry.id, { issueId: null, sectionId: entry.sectionId, before: null }, now);
    if (undo === null) return null;
    await patchEntries(db, [{ id: entry.id, fields: { passedOver: entry.passedOver + 1 } }]);
    return actionFrom(db, 'to-backlog', { id: entry.id, fields: { ...undo.fields, passedOver: entry.passedOver } });
  });
}

/** Moves an entry to the bin, where it keeps its place for when it is put back. */
export function discard(db: Database, entry: Entry, now: number): Promise<DeskAction> {
  return patch(db, 'delete', entry.id, { deletedAt: entry.deletedAt }, { deletedAt: now });
}

/** Takes an entry out of the bin, to where it was. */
export function putBack(db: Database, entry: Entry): Promise<DeskAction> {
  return patch(db, 'put-back', entry.id, { deletedAt: entry.deletedAt }, { deletedAt: null });
}

/** Saves a draft as it is now in the database; null: it is gone. Give a database with strict durability. */
export async function save(db: Database, id: string, now: number): Promise<DeskAction | null> {
  const draft = await entryById(db, id);
  if (draft === undefined) return null;
  const { state, savedAt, rank } = await saveEntry(db, draft, now);
  return {
    kind: 'save',
    entryId: draft.id,
    before: [{ id: draft.id, fields: { state: draft.state, savedAt: draft.savedAt, rank: draft.rank } }],
    after: [{ id: draft.id, fields: { state, savedAt, rank } }],
  };
}

/** How much of an action was undone. */
type Undone = 'all' | 'part' | 'nothing';

/** They make one place: none of them goes back without the others. */
const PLACE: readonly (keyof Fields)[] = ['issueId', 'sectionId', 'rank'];

/**
 * Undoes an action: what it changed is as before, everything else stays as it is now, and so does every field that
 * somebody else has written since. Typing that is taken back is kept as a revision of this id and time.
 */
export function undo(db: Database, action: DeskAction, revision: { id: string; at: number }): Promise<Undone> {
  return db.transaction('rw', db.entries, db.revisions, async () => {
    const patches: EntryPatch[] = [];
    let left = 0;
    for (const { id, fields } of action.before) {
      const now = await entryById(db, id);
      const after = action.after.find((patch) => patch.id === id)?.fields ?? {};
      if (now === undefined) continue;
      const changed = (name: keyof Fields) => name in after && !isSame(now[name], after[name]);
      const placeChanged = PLACE.some(changed);
      const names = Object.keys(fields) as (keyof Fields)[];
      const ours = names.filter((name) => !(PLACE.includes(name) ? placeChanged : changed(name)));
      left += names.length - ours.length;
      if (ours.length === 0) continue;
      if (action.kind === 'edit') await keepRevision(db, now, revision.id, revision.at);
      patches.push({ id, fields: Object.fromEntries(ours.map((name) => [name, fields[name]])) as Fields });
    }
    await patchEntries(db, patches);
    return left === 0 ? 'all' : patches.length === 0 ? 'nothing' : 'part';
  });
}

async function patch(db: Database, kind: ActionKind, id: string, before: Fields, after: Fields): Promise<DeskAction> {
  await patchEntries(db, [{ id, fields: after }]);
  return { kind, entryId: id, before: [{ id, fields: before }], after: [{ id, fields: after }] };
}

/** The action whose undoing is known, its `after` read from the database. */
async function actionFrom(db: Database, kind: ActionKind, before: EntryPatch): Promise<DeskAction | null> {
  const entry = await entryById(db, before.id);
  if (entry === undefined) return null;
  const names = Object.keys(before.fields) as (keyof Fields)[];
  const fields = Object.fromEntries(names.map((name) => [name, entry[name]])) as Fields;
  return { kind, entryId: before.id, before: [before], after: [{ id: before.id, fields }] };
}
