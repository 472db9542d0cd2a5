import { useRef } from 'preact/hooks';
import { isSame } from './typing.ts';

/**
 * The same list with every record that has not changed as the very object it was: a query gives all of them anew after
 * each key, and only the one that was typed into is to be drawn again.
 */
export function useSame<T extends { id: string }>(records: readonly T[]): readonly T[] {
  const last = useRef({ given: records, kept: records });
  if (last.current.given === records) return last.current.kept;
  const before = new Map(last.current.kept.map((record) => [record.id, record]));
  const kept = records.map((record) => {
    const known = before.get(record.id);
    return known !== undefined && isSame(known, record) ? known : record;
  });
  last.current = { given: records, kept };
  return kept;
}
