import type * as z from 'zod/mini';
import type { Entry } from '../../domain/entry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Newsletter } from '../../domain/newsletter.ts';
import type { Revision } from '../../domain/revision.ts';
import { reasonOf } from '../records.ts';
import { BACKUP_RECORDS, type BackupRecord, type BackupTable, keyOf } from './format.ts';

/** What records may refer to beside what came before them. */
export interface KnownIds {
  /** The sections of each newsletter. */
  newsletters: ReadonlyMap<string, ReadonlySet<string>>;
  /** The newsletter of each issue. */
  issues: ReadonlyMap<string, string>;
}

export const NOTHING_KNOWN: KnownIds = { newsletters: new Map(), issues: new Map() };

/** Why a record has no place in a backup. `foreign`: it names another one that is nowhere, or is none of its own. */
export interface Misfit {
  why: 'line' | 'foreign';
  reason: string;
}

/** Records nest this deep at most; the database's own stop at 6. */
const DEEPEST = 40;

/** Names that every object has from the start: as a key, one reaches into the program's own objects. */
const FOREIGN_KEYS: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Ids that Roundup gives out are UUIDs; those of revisions may be several parts. They become parts of other keys. */
const ID = /^[\w-]{1,100}$/;
const PARTS_OF_ID = /^[\w-]{1,100}(?:\/[\w.-]{1,100}){0,3}$/;
const HOST = /^[^\s\p{C}\\]{1,2000}$/u;

/** Ranks are compared, and something is put behind them. Always in the same gap they grow by a letter at six moves. */
const RANK = /^[\dA-Za-z]{0,5000}$/;

/** Places where entries are found that are no issue. */
const NO_ISSUES: ReadonlySet<string> = new Set(['bin', 'draft', 'backlog']);

/**
 * Looks at the records of a backup in the order of its tables. Writing and reading ask the same: what cannot be read back is
 * never written among the records, and one bad record does not make a backup useless.
 */
export class RecordCheck {
  readonly #newsletters: Map<string, ReadonlySet<string>>;
  readonly #issues: Map<string, string>;
  #table: BackupTable | null = null;
  /** What this table has had. */
  #keys = new Set<string>();

  constructor({ newsletters, issues }: KnownIds) {
    this.#newsletters = new Map(newsletters);
    this.#issues = new Map(issues);
  }

  /** The next record, as its schema has it, or why it does not fit. */
  next(table: BackupTable, value: unknown): { record: BackupRecord } | Misfit {
    const key = foreignKeyIn(value, 0);
    if (key !== null) return { why: 'line', reason: key };
    const schema: z.ZodMiniType<BackupRecord> = BACKUP_RECORDS[table];
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { why: 'line', reason: reasonOf(parsed.error) };
    const misfit =
      this.#badId(table, parsed.data) ?? badRank(table, parsed.data) ?? this.#badReference(table, parsed.data);
    if (misfit !== null) return misfit;
    this.#keys.add(keyOf(table, parsed.data));
    return { record: parsed.data };
  }

  /**
   * The same for what has no other copy: an entry whose issue is nowhere, as that of an import that was undone, goes to the
   * backlog.
   */
  nextAtLeast(table: BackupTable, value: object): { record: BackupRecord } | Misfit {
    const found = this.next(table, value);
    if ('record' in found || found.why !== 'foreign' || table !== 'entries') return found;
    return this.next(table, { ...value, issueId: null });
  }

  #badId(table: BackupTable, record: BackupRecord): Misfit | null {
    const key = keyOf(table, record);
    const form = table === 'outlets' ? HOST : table === 'revisions' ? PARTS_OF_ID : ID;
    if (!form.test(key) || FOREIGN_KEYS.has(key) || (table === 'issues' && NO_ISSUES.has(key))) {
      return { why: 'line', reason: 'no id of Roundup' };
    }
    if (this.#table !== table) this.#keys = new Set();
    this.#table = table;
    return this.#keys.has(key) ? { why: 'line', reason: 'a second time' } : null;
  }

  #badReference(table: BackupTable, record: BackupRecord): Misfit | null {
    if (table === 'newsletters') return this.#newsletter(record as Newsletter);
    if (table === 'issues') return this.#issue(record as Issue);
    if (table === 'entries') return this.#entry(record as Entry);
    const { entryId, entry } = table === 'revisions' ? (record as Revision) : { entryId: '', entry: { id: '' } };
    return entryId === entry.id ? null : foreign('entry', entry.id);
  }

  #newsletter({ id, sections }: Newsletter): Misfit | null {
    const ids = new Set(sections.map((section) => section.id));
    if (ids.size < sections.length) return { why: 'line', reason: 'sections: the same a second time' };
    if ([...ids].some((one) => !isId(one))) return { why: 'line', reason: 'sections: no id of Roundup' };
    this.#newsletters.set(id, new Set([...ids, ...(this.#newsletters.get(id) ?? [])]));
    return null;
  }

  #issue({ id, newsletterId }: Issue): Misfit | null {
    if (!this.#newsletters.has(newsletterId)) return foreign('newsletter', newsletterId);
    // Its entries here would stand in an issue of another newsletter.
    if ((this.#issues.get(id) ?? newsletterId) !== newsletterId) return foreign('newsletter', newsletterId);
    this.#issues.set(id, newsletterId);
    return null;
  }

  #entry({ newsletterId, issueId, sectionId }: Entry): Misfit | null {
    const own = this.#newsletters.get(newsletterId);
    if (own === undefined) return foreign('newsletter', newsletterId);
    if (issueId !== null && this.#issues.get(issueId) !== newsletterId) return foreign('issue', issueId);
    // A section may be gone: its making was undone after something was saved in it. One of another newsletter is as good as
    // gone, and no reason to refuse all the rest.
    if (sectionId === null || sectionId === '' || own.has(sectionId)) return null;
    const isElse = this.#newsletters.has(sectionId) || this.#issues.has(sectionId) || !isId(sectionId);
    return isElse ? foreign('section', sectionId) : null;
  }
}

function badRank(table: BackupTable, record: BackupRecord): Misfit | null {
  return ranksIn(table, record).every((rank) => RANK.test(rank)) ? null : { why: 'line', reason: 'no rank of Roundup' };
}

/** The ranks that a record has, at any place. */
function ranksIn(table: BackupTable, record: BackupRecord): string[] {
  if (table === 'newsletters') return (record as Newsletter).sections.map(({ rank }) => rank);
  if (table === 'issues') return Object.values((record as Issue).headings ?? {}).map(({ rank }) => rank);
  if (table === 'entries') return [(record as Entry).rank];
  return table === 'revisions' ? [(record as Revision).entry.rank] : [];
}

const isId = (id: string) => ID.test(id) && !FOREIGN_KEYS.has(id);

const foreign = (kind: string, id: string): Misfit => ({ why: 'foreign', reason: `${kind} ${shownId(id)}` });

/** An id as it can be told: hostile ones are long, or hold what is not seen. */
export const shownId = (id: string) => id.slice(0, 60).replace(/[\p{C}\p{Z}]/gu, '\ufffd');

/** A key that no record has, at any depth; null: none. */
function foreignKeyIn(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEEPEST) return 'too deep';
  for (const key of Object.keys(value)) {
    if (FOREIGN_KEYS.has(key)) return `the key ${key}`;
    const found = foreignKeyIn((value as Record<string, unknown>)[key], depth + 1);
    if (found !== null) return found;
  }
  return null;
}
