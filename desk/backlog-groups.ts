import type { Entry } from '../src/domain/entry.ts';
import { DAY } from './age.ts';

/** The backlog by how long its entries have waited, each group newest first; what nobody will miss comes last. */
export interface BacklogGroup {
  name: 'this-week' | 'earlier' | 'old';
  entries: Entry[];
}

const WEEK = 7 * DAY;

/** When an entry began to wait. */
export const waitingSince = (entry: Pick<Entry, 'savedAt' | 'createdAt'>): number => entry.savedAt ?? entry.createdAt;

/** The groups of the backlog that are not empty. */
export function backlogGroups(entries: readonly Entry[], now: number): BacklogGroup[] {
  const groups: BacklogGroup[] = [
    { name: 'this-week', entries: [] },
    { name: 'earlier', entries: [] },
    { name: 'old', entries: [] },
  ];
  const newestFirst = [...entries].sort((a, b) => waitingSince(b) - waitingSince(a) || (a.id < b.id ? -1 : 1));
  for (const entry of newestFirst) {
    const waited = now - waitingSince(entry);
    groups[waited < WEEK ? 0 : waited < 6 * WEEK ? 1 : 2]?.entries.push(entry);
  }
  return groups.filter((group) => group.entries.length > 0);
}

/** The backlog in the order in which it is shown. */
export const backlogOrder = (entries: readonly Entry[], now: number): Entry[] =>
  backlogGroups(entries, now).flatMap((group) => group.entries);
