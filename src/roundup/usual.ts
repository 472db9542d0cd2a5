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
