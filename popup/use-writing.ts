import { useLayoutEffect, useState } from 'preact/hooks';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

/** The state of the writing; the component is drawn again whenever it changes. */
export function useWriting(writing: Writing): WritingState {
  const [state, setState] = useState(writing.state);
  useLayoutEffect(() => {
    setState(writing.state);
    return writing.subscribe(() => setState(writing.state));
  }, [writing]);
  return state;
}
