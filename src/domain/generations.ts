/** A copy of the whole database as the rule sees it. */
export interface Generation {
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** It was made before something that could do harm, not because its time had come. */
  isBefore: boolean;
}

/** How many are kept: the newest of so many days, of so many weeks, and so many made before something. */
export interface Keeping {
  days: number;
  weeks: number;
  before: number;
}

/** Outside of the browser there is more room, and this is what is left when all else is gone. */
export const KEPT_OUTSIDE: Keeping = { days: 7, weeks: 4, before: 3 };
export const KEPT_INSIDE: Keeping = { days: 3, weeks: 2, before: 3 };

const DAY = 86_400_000;

/**
 * The names of those that are in nobody's way when they go. Of each day and of each week (of seven days since 1970) with
 * a copy, the newest stays; days without one do not count, so that an editor who was away finds as many as ever.
 *
 * @param made the one that was just made: it stays, though a clock that was ahead may have made another one seem newer.
 */
export function outlived(all: readonly Generation[], { days, weeks, before }: Keeping, made?: string): string[] {
  const newestFirst = [...all].sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const stay = new Set<string>();
  const newestOf = (span: number, count: number, of: readonly Generation[]) => {
    const spans = new Set<number>();
    for (const { at, name } of of) {
      const which = Math.floor(at / span);
      if (!spans.has(which) && spans.size < count) stay.add(name);
      spans.add(which);
    }
  };
  const scheduled = newestFirst.filter(({ isBefore }) => !isBefore);
  newestOf(DAY, days, scheduled);
  newestOf(7 * DAY, weeks, scheduled);
  for (const { name } of newestFirst.filter(({ isBefore }) => isBefore).slice(0, before)) stay.add(name);
  return newestFirst.filter(({ name }) => !stay.has(name) && name !== made).map(({ name }) => name);
}
