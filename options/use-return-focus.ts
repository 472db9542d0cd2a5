import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For a button that gives way to a field: it takes the focus when it is back. */
export function useReturnFocus(away: boolean): RefObject<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away) button.current?.focus();
    wasAway.current = away;
  }, [away]);
  return button;
}
