import type { Entry } from '../../domain/entry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Difference } from '../verify.ts';

/**
 * What preflight looks for, in the order in which it is reported. The desk says each in words, with what `Detail` holds.
 */
export const KINDS = [
  'empty-link',
  'broken-link',
  'spaced-address',
  'scheme',
  'unclosed',
  'picture',
  'deadline',
  'read-back',
  'personal',
  'repeated',
  'published',
  'tracking',
  'empty-fragment',
  'text-fragment',
  'site-suffix',
  'open-emphasis',
  'byline',
  'commentary',
  'left-out',
  'empty-section',
  'draft',
] as const;
export type Kind = (typeof KINDS)[number];

/** `fix`: readers would see a fault. `look`: it may well be meant. */
export type Severity = 'fix' | 'look';

/** A part of a text as it would be after the repair: kept, cut out, or added. */
export interface DiffPiece {
  text: string;
  what: 'same' | 'cut' | 'added';
}

/** Changed fields of one record, as data: what `storage/changes` writes. */
export type RepairChange =
  | { table: 'entries'; id: string; fields: Partial<Omit<Entry, 'id'>> }
  | { table: 'issues'; id: string; fields: Partial<Omit<Issue, 'id'>> };

interface RepairOf<Name extends string> {
  kind: Name;
  /** What the button names: the title, the tag, the number of the issue … */
  value: string;
}

/** One click that makes the finding vanish. */
export interface ReadyRepair
  extends RepairOf<
    | 'cut'
    | 'cut-words'
    | 'encode'
    | 'add-scheme'
    | 'unwrap'
    | 'use-title'
    | 'use-address'
    | 'use-byline'
    | 'close'
    | 'back-reference'
    | 'remove-link'
    | 'take-out'
    | 'take-out-all'
    | 'leave-out'
    | 'print-section'
    | 'save-draft'
  > {
  changes: RepairChange[];
}

/** A repair that needs words of the editor's. */
export interface AskingRepair extends RepairOf<'describe'> {
  changesWith: (words: string) => RepairChange[];
}

export type Repair = ReadyRepair | AskingRepair;

/** What the words of a finding are made of; which of it is there, its kind decides. */
export interface Detail {
  /** Which of several faults of one kind. */
  why?: string;
  address?: string;
  /** A title, a tag, the names of parameters. */
  name?: string;
  date?: PlainDate;
  issueNumber?: number;
  issueId?: string;
  count?: number;
  /** Other entries that have to do with it. */
  entryIds?: string[];
  difference?: Difference;
}

/** The text of an issue that belongs to no entry. `intro`: under the heading of a section; others: by the frame's name. */
export type Part = 'letter' | 'intro' | (string & {});

/** Something that may be wrong with an issue. */
export interface Finding {
  /** The same after a reload and after every edit of something else; another one when the fault itself changes. */
  id: string;
  kind: Kind;
  severity: Severity;
  entryId: string | null;
  sectionId: string | null;
  /** Where it stands, if not in an entry. */
  part: Part | null;
  detail: Detail;
  diff: DiffPiece[];
  repairs: Repair[];
}
