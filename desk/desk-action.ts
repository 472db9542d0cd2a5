import type { Entry } from '../src/domain/entry.ts';
import type { Database } from '../src/storage/database.ts';
import {
  type Destination,
  type EntryPatch,
  entryById,
  moveEntry,
  patchEntries,
  saveEntry,
} from '../src/storage/entries.ts';

/** What an action of the desk is called. */
export type ActionKind = 'move' | 'to-issue' | 'to-backlog' | 'delete' | 'put-back' | 'save' | 'edit';

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

/** Undoes an action: what it changed is as before, everything else stays as it is now. */
export function undo(db: Database, action: DeskAction): Promise<void> {
  return patchEntries(db, action.before);
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
