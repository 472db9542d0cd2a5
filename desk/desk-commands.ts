import type { Entry } from '../src/domain/entry.ts';
import type { TypingSession } from './use-typing.ts';

/** Everything that can be done to an entry on the desk. */
export interface DeskCommands {
  /** One step up (-1) or down (+1), over the borders of sections too. */
  step: (entry: Entry, by: -1 | 1) => void;
  moveToSection: (entry: Entry, sectionId: string) => void;
  /** Makes a section of this name and moves the entry there. */
  moveToNewSection: (entry: Entry, name: string) => void;
  toIssue: (entry: Entry) => void;
  toBacklog: (entry: Entry) => void;
  discard: (entry: Entry) => void;
  putBack: (entry: Entry) => void;
  save: (draft: Entry) => void;
  /** Opens an entry for editing; the one that was open closes. */
  edit: (entry: Entry) => void;
  /** Closes the editor and goes back to the entry. */
  done: (entry: Entry) => void;
  /** Opens or closes the section picker of an entry. */
  choosePlace: (entry: Entry | null) => void;
  /** A session of typing has ended. */
  typed: (entryId: string, session: TypingSession<Entry>) => void;
  /** Something could not be written. */
  failed: (error: unknown) => void;
  /** Something could be written: what failed before is past. */
  kept: () => void;
  undo: () => void;
}
