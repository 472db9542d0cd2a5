import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Change } from '../src/storage/changes.ts';
import type { Slot } from './issue-order.ts';
import type { TypingSession } from './use-typing.ts';

/** Everything that can be done on the desk. What is done to an entry that is selected is done to all that are. */
export interface DeskCommands {
  /** One step up (-1) or down (+1), over the borders of sections too. */
  step: (entry: Entry, by: -1 | 1) => void;
  /** Puts entries into a place of the issue, from wherever they are. */
  moveTo: (entryIds: readonly string[], slot: Slot) => void;
  moveToSection: (entry: Entry, sectionId: string) => void;
  /** Makes a section of this name and moves the entry there. */
  moveToNewSection: (entry: Entry, name: string) => void;
  toIssue: (entry: Entry) => void;
  toBacklog: (entry: Entry) => void;
  discard: (entry: Entry) => void;
  putBack: (entry: Entry) => void;
  save: (draft: Entry) => void;
  /** Makes an empty entry in a section of the issue and opens it for writing. */
  write: (sectionId: string | null) => void;
  /** Opens an entry for editing; the one that was open closes, and goes if nothing was written into it. */
  edit: (entry: Entry) => void;
  /** Closes the editor and goes back to the entry. */
  done: (entry: Entry) => void;
  /** Opens or closes the section picker of an entry. */
  choosePlace: (entry: Entry | null) => void;

  /** Selects an entry or takes it out again, selects all up to it, or nothing. */
  select: (entry: Entry, how: 'toggle' | 'to-here' | 'none') => void;

  /** Takes entries up, to be put down elsewhere: arrows or the pointer choose the place. */
  lift: (entry: Entry, by: 'key' | 'pointer') => void;
  /** Shows where the entries that were taken up would go. */
  aim: (slot: Slot | null) => void;
  aimBy: (by: -1 | 1) => void;
  putDown: () => void;
  /** Lets go of what was taken up; it stays where it was. */
  letGo: () => void;

  /** Changes fields of an entry, and says what was done. */
  changeEntry: (entryId: string, fields: Partial<Omit<Entry, 'id'>>, said: string) => void;
  /** Changes fields of the issue that is shown, and says what was done. */
  changeIssue: (fields: Partial<Omit<Issue, 'id'>>, said: string) => void;
  changeAll: (changes: readonly Change[], said: string) => void;
  /** Adds a section to this issue alone. */
  addSectionHere: (name: string) => void;
  /** Makes the issue after all the others and shows it. */
  newIssue: () => void;
  /** Removes the issue that is shown, if it has not gone out. */
  removeIssue: () => void;
  publish: () => void;
  /** Opens a published issue again, to correct it. */
  reopen: () => void;
  /** Ends a correction: what went out stays as it is. */
  closeAgain: () => void;

  /** Shows an entry wherever it lies, and gives it the focus. */
  goTo: (entryId: string) => void;
  /** Shows another issue. */
  goToIssue: (issueId: string) => void;
  /** Works on another newsletter. */
  goToNewsletter: (newsletterId: string) => void;

  /** A session of typing has begun. */
  typing: () => void;
  /** A session of typing has ended. */
  typed: (of: { table: 'entries' | 'issues'; id: string }, session: TypingSession<object>) => void;
  /** Calls this before anything else is done, so that what was typed until then is an action of its own. Returns the end of it. */
  beforeActing: (end: () => void) => () => void;
  /** Something could not be written. */
  failed: (error: unknown) => void;
  /** Something could be written: what failed before is past. */
  kept: () => void;
  undo: () => void;
  redo: () => void;
  /** Says something at the foot of the page. */
  tell: (text: string) => void;
  /** Says something to screen readers alone. */
  announce: (text: string) => void;
}
