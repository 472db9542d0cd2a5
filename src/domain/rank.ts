import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * A rank between two others; null stands for the very start or end. Ranks are compared as plain strings, so that two
 * desks (and, later, two machines) can insert without renumbering anything.
 *
 * Two machines can hand out the same rank. Where the neighbours are equal there is nothing between them: then the new
 * rank follows both, and `byRank` settles equal ranks by id.
 */
export function rankBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) return generateKeyBetween(before, null);
  return generateKeyBetween(before, after);
}

/** `count` ranks in order, all behind `before` (null: from the start). */
export function ranksAfter(before: string | null, count: number): string[] {
  return generateNKeysBetween(before, null, count);
}

/** `count` ranks in order, strictly between the two; null stands for the very start or end. */
export function ranksFrom(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

/** Order of everything that has a rank. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
