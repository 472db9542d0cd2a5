import { generateNKeysBetween } from 'fractional-indexing';

/**
 * A rank between two others; null stands for the very start or end. Ranks are compared as plain strings, so that two
 * desks (and, later, two machines) can insert without renumbering anything.
 *
 * Two machines can hand out the same rank. Where the neighbours are equal there is nothing between them: then the new
 * rank follows both, and `byRank` settles equal ranks by id.
 */
export function rankBetween(before: string | null, after: string | null): string {
  return ranksFrom(before, after, 1).join('');
}

/** `count` ranks in order, all behind `before` (null: from the start). */
export function ranksAfter(before: string | null, count: number): string[] {
  return ranksFrom(before, null, count);
}

/**
 * `count` ranks in order, strictly between the two; null stands for the very start or end. Where that cannot be they stand
 * behind `before`: nothing that lies in a database keeps an entry from being saved. A rank that nobody here has given
 * out is followed by what begins with it.
 */
export function ranksFrom(before: string | null, after: string | null, count: number): string[] {
  for (const end of [after, null]) {
    const ranks = ranksOf(before, end, count);
    if (ranks?.every((rank) => before === null || rank > before)) return ranks;
  }
  return (ranksOf(null, null, count) ?? []).map((rank) => (before ?? '') + rank);
}

/** undefined: the library takes one of them for none of its own. */
function ranksOf(before: string | null, after: string | null, count: number): string[] | undefined {
  try {
    return generateNKeysBetween(before, after, count);
  } catch {
    return undefined;
  }
}

/** Order of everything that has a rank. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
