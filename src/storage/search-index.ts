import { Entry } from '../domain/entry.ts';
import { docOfEntry, type SearchDoc } from '../domain/search.ts';
import type { Database } from './database.ts';
import type { StoredEntry } from './entries.ts';
import { followChanges, type RecordChanges } from './record-changes.ts';

/** As many entries are read at a time: the page answers between two readings. */
const CHUNK = 500;

/**
 * The entries of a newsletter as a search looks at them, in memory from the first search until the desk closes: folded
 * text alone, about a byte for each character (50,000 entries of 140 words: 45 MB). What any page writes is read again.
 */
export class SearchIndex {
  readonly #db: Database;
  readonly #newsletterId: string;
  readonly #docs = new Map<string, SearchDoc>();
  readonly #tell: () => void;
  readonly #fail: (error: unknown) => void;
  #stop: (() => void) | null = null;
  #changed = new Set<string>();
  #reading = false;
  #complete = false;

  /** `tell` is called whenever there is more to be found, or less. */
  constructor(db: Database, newsletterId: string, tell: () => void, fail: (error: unknown) => void) {
    this.#db = db;
    this.#newsletterId = newsletterId;
    this.#tell = tell;
    this.#fail = fail;
  }

  /** Everything read so far. */
  get docs(): readonly SearchDoc[] {
    return [...this.#docs.values()];
  }

  /** Whether all entries have been read. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Begins to read, and to follow what is written. */
  open(): void {
    if (this.#stop !== null) return;
    this.#stop = followChanges(this.#db, 'entries', (changes) => this.#hear(changes));
    this.#readAll().catch(this.#fail);
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#docs.clear();
  }

  async #readAll(): Promise<void> {
    let last = '';
    const seen = new Set<string>();
    while (this.#stop !== null) {
      const records = await this.#db.entries.where('id').above(last).limit(CHUNK).toArray();
      if (this.#stop === null) return;
      for (const record of records) {
        seen.add(record.id);
        this.#take(record.id, record);
      }
      last = records.at(-1)?.id ?? last;
      if (records.length < CHUNK) break;
      this.#tell();
    }
    for (const id of this.#docs.keys()) if (!seen.has(id)) this.#changed.add(id);
    this.#complete = true;
    this.#tell();
    await this.#readChanged();
  }

  #hear(changes: RecordChanges): void {
    if (changes === 'all') {
      this.#readAll().catch(this.#fail);
      return;
    }
    for (const id of changes) this.#changed.add(id);
    this.#readChanged().catch(this.#fail);
  }

  /** One reading at a time; what is written meanwhile is read behind it. */
  async #readChanged(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#changed.size > 0 && this.#stop !== null) {
        const ids = [...this.#changed];
        this.#changed = new Set();
        const records = await this.#db.entries.bulkGet(ids);
        for (const [at, id] of ids.entries()) this.#take(id, records[at]);
        this.#tell();
      }
    } finally {
      this.#reading = false;
    }
  }

  #take(id: string, record: StoredEntry | undefined): void {
    const entry = record?.newsletterId === this.#newsletterId ? Entry.safeParse(record).data : undefined;
    // A damaged record is told elsewhere.
    if (entry === undefined) this.#docs.delete(id);
    else this.#docs.set(id, docOfEntry(entry));
  }
}
