import { useRef } from 'preact/hooks';

/**
 * Keys for the parts of a text that is being changed: a part that has not changed keeps its key wherever it moves to at
 * the head or at the end, and one that was changed in between keeps its own, so that it is drawn over and not made anew.
 * Parts are the same when they are the same object or string.
 */
export function usePartKeys(parts: readonly unknown[]): readonly number[] {
  const last = useRef<{ parts: readonly unknown[]; keys: readonly number[]; next: number }>({
    parts: [],
    keys: [],
    next: 0,
  });
  if (last.current.parts === parts) return last.current.keys;
  const before = last.current;
  const shorter = Math.min(before.parts.length, parts.length);
  let head = 0;
  while (head < shorter && before.parts[head] === parts[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.parts.at(-1 - tail) === parts.at(-1 - tail)) tail += 1;
  let next = before.next;
  const keys = parts.map((_, at) => {
    const fromEnd = parts.length - at;
    const was = fromEnd <= tail ? before.parts.length - fromEnd : at;
    const isOld = at < head || fromEnd <= tail || at < before.parts.length - tail;
    const known = isOld ? before.keys[was] : undefined;
    if (known !== undefined) return known;
    next += 1;
    return next;
  });
  last.current = { parts, keys, next };
  return keys;
}
