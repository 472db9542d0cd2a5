/** What most of some things have in common, and how sure that is. */
export interface Usual {
  value: string;
  /** So many have it, */
  count: number;
  /** of so many that were seen. */
  of: number;
  /** What the others have, the most frequent first. */
  others: { value: string; count: number }[];
}

/** The value seen most often, of two the one seen first; null where nothing was seen. */
export function usualOf(values: readonly string[]): Usual | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, ...others] = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  return first === undefined ? null : { ...first, of: values.length, others };
}

/** Fewer of the newest say nothing about a change of habit. */
const FEWEST_RECENT = 4;
/** So many of the newest must agree. */
const AGREED = 0.8;

/**
 * The same of values in the order of time, the oldest first: where the newest third nearly all agree on another value
 * than is usual over all, the house has changed its habit, and that third is the evidence.
 */
export function usualOfLate(values: readonly string[]): Usual | null {
  const usual = usualOf(values);
  const recent = values.slice(-Math.ceil(values.length / 3));
  const late = usualOf(recent);
  if (usual === null || late === null || late.value === usual.value) return usual;
  return recent.length >= FEWEST_RECENT && late.count >= AGREED * late.of ? late : usual;
}
