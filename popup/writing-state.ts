import type { Caret, Entry } from '../src/domain/entry.ts';
import type { Gathered } from '../src/domain/gathered.ts';
import { type Memory, NO_MEMORY } from '../src/domain/memory.ts';
import type { Database } from '../src/storage/database.ts';
import type { Trouble } from '../src/ui/trouble.ts';
import type { Edits, Facts } from './compose.ts';

/** What the popup shows, at one moment. */
export interface WritingState extends Facts {
  /** It comes later than the first frame. */
  db: Database | undefined;
  phase: 'writing' | 'first-run' | 'saved';
  /** The entry as it would be written now. */
  entry: Entry;
  edits: Edits;
  /** What becomes of the typing: nothing typed, on its way, written, or not written. */
  keeping: 'nothing' | 'under-way' | 'kept' | 'failed';
  /** The entry that was kept before and is being edited, as it was. */
  original: Entry | null;
  /** Why nothing can be kept at all. */
  unkept: 'private' | 'refused' | 'damaged' | 'lost' | 'newer' | null;
  /** The record of an issue cannot be read, and no other issue is open. */
  issueDamaged: boolean;
  trouble: Trouble | null;
  /** What is missing before it can be saved. */
  missing: 'section' | 'words' | null;
  lateTitle: string | null;
  /** What was kept a moment ago without the popup; null: nothing, or it has been said. */
  gathered: Gathered | null;
  /** A draft of another page that is being written, to which this page can be added. */
  offer: Entry | null;
  /** The key of the page that was just added to the entry; it can be taken out again. */
  added: string | null;
  /** What is known of the page from issues that went out. */
  memory: Memory;
  /** A new version means: the commentary was replaced, the field is to show this one. */
  replaced: { version: number; caret: Caret | null };
}

/** The state of the first frame, when neither page nor database is known. `forgetful`: nothing can be kept here. */
export const stateAtFirst = (entry: Entry, forgetful: boolean): WritingState => ({
  tab: undefined,
  reading: undefined,
  work: undefined,
  recent: [],
  outlet: undefined,
  db: undefined,
  phase: 'writing',
  entry,
  edits: {},
  keeping: forgetful ? 'failed' : 'nothing',
  original: null,
  unkept: forgetful ? 'private' : null,
  issueDamaged: false,
  trouble: null,
  missing: null,
  lateTitle: null,
  gathered: null,
  offer: null,
  added: null,
  memory: NO_MEMORY,
  replaced: { version: 0, caret: null },
});
