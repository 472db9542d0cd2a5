import { useRef } from 'preact/hooks';
import { moved } from './link-order.ts';

interface KeysOf {
  /** One for each element, in its place. */
  keys: readonly number[];
  move: (from: number, by: -1 | 1) => void;
  remove: (at: number) => void;
}

/**
 * Keys for elements that have no ids, so that a field goes along when its element moves, with its focus and what is
 * typed in it. What another page adds gets keys of its own at the end.
 */
export function useKeysOf(count: number): KeysOf {
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    keys: keys.current,
    move: (from, by) => {
      keys.current = moved(keys.current, from, by);
    },
    remove: (at) => {
      keys.current = keys.current.filter((_, index) => index !== at);
    },
  };
}
