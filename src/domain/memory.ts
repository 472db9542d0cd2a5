import { addressKey, withoutScheme } from './address.ts';
import { type Entry, firstWords, isAbout } from './entry.ts';
import type { Issue } from './issue.ts';
import type { Newsletter } from './newsletter.ts';
import { plainCommentary } from './plain-commentary.ts';

/** What is asked of an issue to remember it. */
export type RememberedIssue = Pick<Issue, 'id' | 'number' | 'date' | 'title' | 'address' | 'printed' | 'deletedAt'>;

/** An issue in which a page ran, or was mentioned. */
export interface Recollection {
  entryId: string;
  issue: Pick<Issue, 'id' | 'number' | 'date' | 'title' | 'address'>;
  /** Name of its section; empty: it is gone. */
  section: string;
  /** The start of what was written about it; empty: nothing was. */
  words: string;
  /** The address it was printed with, as people read it, where that is another one than the page's; null: the same. */
  address: string | null;
}

/** What is known of a page from issues that went out; the newest first. */
export interface Memory {
  /** It was the subject of an entry. */
  ran: Recollection[];
  /** A commentary links to it. */
  mentioned: Recollection[];
}

export const NO_MEMORY: Memory = { ran: [], mentioned: [] };

/** What is said of a page first: the newest issue in which it ran, else in which it was mentioned. */
export function lastOf({ ran, mentioned }: Memory): Recollection | undefined {
  return ran[0] ?? mentioned[0];
}

/** Whether an issue went out: what is in it is memory from then on, also while it is opened again. */
export const wentOut = ({ printed, deletedAt }: Pick<Issue, 'printed' | 'deletedAt'>) =>
  printed !== null && deletedAt === null;

/**
 * What is remembered of the page with this address.
 *
 * @param leading every entry that leads to it, by its key. @param issues those of these entries, by id.
 */
export function remember(
  address: string,
  leading: readonly Entry[],
  issues: ReadonlyMap<string, RememberedIssue>,
  newsletter: Pick<Newsletter, 'sections'>,
): Memory {
  const key = addressKey(address);
  const memory: Memory = { ran: [], mentioned: [] };
  for (const entry of leading) {
    const issue = issues.get(entry.issueId ?? '');
    if (issue === undefined || !wentOut(issue) || entry.state !== 'kept' || entry.deletedAt !== null) continue;
    const link = entry.links.find((own) => own.key === key);
    const recollection: Recollection = {
      entryId: entry.id,
      issue: { id: issue.id, number: issue.number, date: issue.date, title: issue.title, address: issue.address },
      section: newsletter.sections.find(({ id }) => id === entry.sectionId)?.name ?? '',
      words: firstWords(plainCommentary(entry.commentary.slice(0, 2000)), 140),
      address: link === undefined || isSamePrint(link.address, address) ? null : withoutScheme(link.address),
    };
    (isAbout(entry, key) ? memory.ran : memory.mentioned).push(recollection);
  }
  for (const list of [memory.ran, memory.mentioned]) list.sort((a, b) => newestFirst(a.issue, b.issue));
  return memory;
}

const newestFirst = (a: Pick<Issue, 'date' | 'number'>, b: Pick<Issue, 'date' | 'number'>) =>
  a.date < b.date ? 1 : a.date > b.date ? -1 : b.number - a.number;

/** Scheme, `www.` and the last slash are no other address to a reader; a fragment names a part of the same page. */
function isSamePrint(one: string, other: string): boolean {
  const plain = (address: string) => withoutScheme(address.replace(/#.*$/, '').replace(/[?&]utm_[^&#]*/g, ''));
  return plain(one) === plain(other);
}

/** What else ran from a site or an author. */
export interface OriginMemory {
  /** How many entries there are, this one not counted. */
  count: number;
  /** Number of the issue in which the last of them went out; null: none of them did. */
  lastIn: number | null;
}

/** A section that pages from the same author or site usually go to, and why. */
export interface SectionGuess {
  sectionId: string;
  count: number;
  by: 'author' | 'site';
}

/** Fewer are no habit. */
const FEWEST = 2;

/** The section into which most of these entries were filed; undefined: none stands out. */
export function guessSection(
  entries: readonly Pick<Entry, 'sectionId'>[],
  by: SectionGuess['by'],
): SectionGuess | undefined {
  const counts = new Map<string, number>();
  for (const { sectionId } of entries) if (sectionId !== null) counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < FEWEST || most[1] <= entries.length / 2) return undefined;
  return { sectionId: most[0], count: most[1], by };
}
