import type { Entry } from '../../domain/entry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Newsletter } from '../../domain/newsletter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Rendering } from '../render.ts';
import type { Proof } from '../verify.ts';
import { type Group, groupsIn, type Holder, holdersIn } from './issue-texts.ts';
import { type Mention, mentionsIn } from './mentions.ts';

/** An entry of an issue that went out. */
export interface PublishedEntry {
  issueId: string;
  issueNumber: number;
  date: PlainDate;
  entryId: string;
}

/** What preflight is told. */
export interface PreflightInput {
  issue: Issue;
  /** Those of the issue, without drafts and bin. */
  entries: readonly Entry[];
  /** Drafts that would go out with the issue if they were saved. */
  drafts: readonly Entry[];
  newsletter: Newsletter;
  today: PlainDate;
  /** null: the house style prints nothing. */
  rendering: Rendering | null;
  proof: Proof | null;
  /** What was published about the page with this key; the newest first. */
  published: (key: string) => readonly PublishedEntry[];
}

/** The same, with everything that the rules ask more than once. */
export interface Facts extends PreflightInput {
  groups: Group[];
  /** What is printed, in its order. */
  holders: Holder[];
  mentions: Mention[];
}

/** Finds out what the rules ask. */
export function factsOf(input: PreflightInput): Facts {
  const groups = groupsIn(input.issue, input.entries, input.newsletter);
  const holders = holdersIn(input.issue, groups);
  return { ...input, groups, holders, mentions: mentionsIn(holders) };
}
