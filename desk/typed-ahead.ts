import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Database } from '../src/storage/database.ts';
import { stillUnsettled, type Unsettled } from './typing.ts';

/**
 * What is typed on this page and the database has not shown yet, by record. Editors that are drawn anew in the middle of
 * writing go on with it, and what is printed of the issue need not wait for the way through the database.
 */
export class TypedAhead {
  readonly entries = new Map<string, Unsettled<Entry>>();
  readonly issues = new Map<string, Unsettled<Issue>>();
  readonly #listeners = new Set<() => void>();

  /** Says that something was typed. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Calls back, in the input event itself, whenever something was typed; returns the end of it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An issue and its entries as the database has shown them, with what is typed laid over. */
  over<R extends { issue: Issue; entries: readonly Entry[] }>(shown: R): R {
    const issue = layOver(shown.issue, this.issues, shown.issue.changedAt);
    const entries = shown.entries.map((entry) => layOver(entry, this.entries, entry.editedAt));
    return { ...shown, issue, entries };
  }
}

/** The very record where nothing typed is open. What the database has shown is forgotten: no editor may be left to do it. */
function layOver<R extends { id: string }>(record: R, typed: Map<string, Unsettled<R>>, writtenAt: number): R {
  const known = typed.get(record.id);
  if (known === undefined) return record;
  const open = stillUnsettled(known, record, writtenAt);
  if (Object.keys(open.fields).length > 0) return { ...record, ...open.fields };
  typed.delete(record.id);
  return record;
}

const known = new WeakMap<Database, TypedAhead>();

/** What is typed ahead of this database. */
export function typedAhead(db: Database): TypedAhead {
  const ahead = known.get(db) ?? new TypedAhead();
  known.set(db, ahead);
  return ahead;
}
