import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import type { DeskAction } from './desk-action.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { Slot } from './issue-order.ts';
import type { ToastMessage } from './toast.tsx';
import type { KeptFocus } from './use-kept-focus.ts';

/** The two connections to the database: for every change, and for Save, which waits for the disk. */
export interface Databases {
  relaxed: Database;
  strict: Database;
}

/** What the page shows, and how it goes elsewhere. */
export interface DeskSight {
  newsletter: Newsletter | null;
  issue: Issue | null;
  /** Everything that is shown, list by list, each in its order; the issue first. */
  lists: readonly (readonly Entry[])[];
  focus: KeptFocus;
  /** Shows the entry in its list. */
  goTo: (entryId: string) => void;
  /** Shows the issue; null: the one that is open. */
  goToIssue: (issueId: string | null) => void;
}

/** Entries that were taken up, and where they would go. */
export interface Lifted {
  ids: readonly string[];
  name: string;
  slot: Slot | null;
  by: 'key' | 'pointer';
}

/** What the commands change on the page itself. */
export interface CommandState {
  editingId: string | null;
  placingId: string | null;
  selected: readonly string[];
  lifted: Lifted | null;
  toast: ToastMessage | null;
  /** For screen readers alone. A new object each time, so that the same words are heard again. */
  announcement: { text: string } | null;
  failure: unknown;
}

/** What all commands of the desk work with. */
export interface DeskTools {
  databases: Databases;
  browser: DeskBrowser;
  /** What is shown at this moment, and the state of the page. */
  latest: () => DeskSight & { state: CommandState };
  set: (fields: Partial<CommandState>) => void;
  /** What is lifted: beside the state, which is drawn a moment later; a quick drag has aimed and let go by then. */
  inHand: { current: Lifted | null };
  /** Takes entries up, or lets go of them. */
  take: (lifted: Lifted | null) => void;
  /** Takes away the entry that is being edited if nothing was written into it: printed it would be a gap. */
  tidy: () => void;
  /** Does something after everything that was begun before it, and what was typed until now is an action of its own. */
  run: (job: () => Promise<unknown>) => void;
  /** Does something that can be undone, then tells of it. */
  perform: (job: () => Promise<DeskAction | null>, tell: (action: DeskAction) => void | Promise<void>) => void;
  /** Says something at the foot of the page, with a way to undo it. */
  toast: (text: string, undo?: boolean) => void;
  /** Says something to screen readers alone. */
  announce: (text: string) => void;
  /** What a command is about: everything selected if the entry is, else the entry alone; in the order that is shown. */
  subjects: (entry: Entry) => readonly Entry[];
  /** `“X”` for one entry, `3 entries` for several. */
  named: (entries: readonly Entry[]) => string;
  sectionName: (id: string | null | undefined) => string;
}

export const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);
