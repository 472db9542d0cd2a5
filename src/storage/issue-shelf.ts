import { Issue } from '../domain/issue.ts';
import type { Database } from './database.ts';
import { followChanges, type RecordChanges } from './record-changes.ts';
import { parseRecords } from './records.ts';

/** As many issues are read at a time, all their printed text with them: the page answers between two readings. */
export const AT_ONCE = 50;

/** The issues of a newsletter, as far as they are known at this moment. */
export interface KnownIssues {
  newsletterId: string;
  /** Those that can be read, the removed excepted; unordered. What has not changed is the very object that it was. */
  issues: readonly Issue[];
  /** There are no others. Until then those that have not gone out are all there, and of the others any may be missing. */
  complete: boolean;
}

interface ShelfReader {
  /** Is called whenever more is known, or something else. */
  tell: (known: KnownIssues) => void;
  fail: (error: unknown) => void;
  /** Resolves when the page has time for the next reading. */
  idle: () => Promise<void>;
}

/**
 * The issues of a newsletter in memory, while the desk is open: first those that are worked on, and what went out over
 * the years when there is time. What any page writes is read again, and nothing else.
 */
export class IssueShelf {
  readonly #db: Database;
  readonly #newsletterId: string;
  readonly #reader: ShelfReader;
  #issues = new Map<string, Issue>();
  /** Ids of what has not been read, in their order. */
  #rest: string[] = [];
  #isBegun = false;
  #isComplete = false;
  /** Whether somebody waits for the rest. */
  #isWanted = false;
  #changed = new Set<string>();
  #isReadingChanged = false;
  /** Counts the readings: a newer one ends the older one. */
  #run = 0;
  #stop: (() => void) | null = null;

  constructor(db: Database, newsletterId: string, reader: ShelfReader) {
    this.#db = db;
    this.#newsletterId = newsletterId;
    this.#reader = reader;
  }

  /**
   * Reads the issues that have not gone out, and all of them where they are few; from then on it follows what is written.
   *
   * @param shownId an issue that is to be there from the first moment, even if it went out.
   */
  open(shownId: string | null): void {
    if (this.#stop !== null) return;
    this.#stop = followChanges(this.#db, 'issues', (changes) => this.#hear(changes));
    this.#begin(shownId === null ? [] : [shownId]).catch(this.#reader.fail);
  }

  /** Reads all that are not known yet, whenever there is time. */
  readAll(): void {
    this.#isWanted = true;
    if (this.#isBegun) this.#readRest().catch(this.#reader.fail);
  }

  /** Reads this issue now, if it is not known yet: it is to be shown. */
  look(id: string): void {
    if (!this.#issues.has(id)) this.#hear([id]);
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#run += 1;
  }

  /** Reads what cannot wait: drafts, and the issues with these ids. */
  async #begin(ids: readonly string[]): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.#isBegun = false;
    this.#isComplete = false;
    const { issues } = this.#db;
    const [keys, drafts, asked] = await Promise.all([
      issues.where('newsletterId').equals(this.#newsletterId).primaryKeys(),
      issues.where('[newsletterId+state]').equals([this.#newsletterId, 'draft']).toArray(),
      ids.length > 0 ? issues.bulkGet([...ids]) : [],
    ]);
    const read = new Set([...ids, ...drafts.map(({ id }) => id)]);
    const rest = keys.filter((id) => !read.has(id));
    const isFew = rest.length <= AT_ONCE;
    const others = isFew && rest.length > 0 ? await issues.bulkGet(rest) : [];
    if (run !== this.#run) return;
    const there = new Set(keys);
    for (const id of this.#issues.keys()) if (!there.has(id)) this.#issues.delete(id);
    for (const [at, id] of ids.entries()) this.#take(id, asked[at]);
    for (const record of [...drafts, ...others]) if (record !== undefined) this.#take(record.id, record);
    this.#rest = isFew ? [] : rest;
    this.#isComplete = isFew;
    this.#isBegun = true;
    this.#tell();
    await this.#readChanged();
    if (this.#isWanted) await this.#readRest();
  }

  async #readRest(): Promise<void> {
    if (this.#isComplete) return;
    this.#run += 1;
    const run = this.#run;
    while (this.#rest.length > 0) {
      await this.#reader.idle();
      if (run !== this.#run) return;
      const ids = this.#rest.slice(0, AT_ONCE);
      const [first = '', last = first] = [ids[0], ids.at(-1)];
      // One request: they lie side by side, but for those of other newsletters.
      const records = await this.#db.issues.where('id').between(first, last, true, true).toArray();
      if (run !== this.#run) return;
      for (const record of records) this.#take(record.id, record);
      this.#rest = this.#rest.slice(AT_ONCE);
    }
    this.#isComplete = true;
    this.#tell();
  }

  #hear(changes: RecordChanges): void {
    if (changes === 'all' || changes.length > AT_ONCE) {
      // Those that were drafts may be so no longer.
      const drafts = [...this.#issues.values()].filter(({ state }) => state === 'draft').map(({ id }) => id);
      this.#begin(drafts).catch(this.#reader.fail);
      return;
    }
    for (const id of changes) this.#changed.add(id);
    this.#readChanged().catch(this.#reader.fail);
  }

  /** One reading at a time, that of the beginning included; what is written meanwhile is read behind it. */
  async #readChanged(): Promise<void> {
    if (this.#isReadingChanged || !this.#isBegun) return;
    this.#isReadingChanged = true;
    try {
      while (this.#changed.size > 0 && this.#stop !== null) {
        const ids = [...this.#changed];
        this.#changed = new Set();
        const records = await this.#db.issues.bulkGet(ids);
        const isOurs = ids.filter((id, at) => this.#take(id, records[at])).length > 0;
        if (isOurs) this.#tell();
      }
    } finally {
      this.#isReadingChanged = false;
    }
  }

  /** Whether that makes a difference. A damaged record is told elsewhere. */
  #take(id: string, record: unknown): boolean {
    const [issue] = parseRecords('issues', Issue, record === undefined ? [] : [record]).sound;
    if (issue === undefined || issue.newsletterId !== this.#newsletterId || issue.deletedAt !== null)
      return this.#issues.delete(id);
    this.#issues.set(id, issue);
    return true;
  }

  #tell(): void {
    if (!this.#isBegun || this.#stop === null) return;
    this.#reader.tell({
      newsletterId: this.#newsletterId,
      issues: [...this.#issues.values()],
      complete: this.#isComplete,
    });
  }
}
