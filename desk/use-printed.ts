import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { type Rendering, render } from '../src/roundup/render.ts';
import { type Proof, verify } from '../src/roundup/verify.ts';
import { type StyleFault, styleFaultOf } from './style-fault.ts';

/** The Markdown of the issue with its proof, or why the house style gives none. */
export type Printed = { rendering: Rendering; proof: Proof; fault: null } | { fault: StyleFault };

/** Prints an issue and reads it back. */
export function print(issue: Issue, entries: readonly Entry[], newsletter: Newsletter): Printed {
  try {
    const rendering = render(issue, entries, newsletter);
    return { rendering, proof: verify(rendering, entries), fault: null };
  } catch (error) {
    return { fault: styleFaultOf(error) };
  }
}

/** A frame at 60 per second: what takes longer waits until nobody is typing. */
const FRAME = 16;
/** The longest that the Markdown lags behind somebody who never stops. */
const PATIENCE = 500;

/** The issue printed anew after every change, never in the way of the change itself. null: not yet. */
export function usePrinted(
  issue: Issue | null,
  entries: readonly Entry[],
  newsletter: Newsletter | null,
): Printed | null {
  const [printed, setPrinted] = useState<Printed | null>(null);
  const took = useRef(0);
  useEffect(() => {
    if (issue === null || newsletter === null) {
      setPrinted(null);
      return;
    }
    const run = () => {
      const began = performance.now();
      setPrinted(print(issue, entries, newsletter));
      took.current = performance.now() - began;
    };
    if (took.current < FRAME || typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(run);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(run, { timeout: PATIENCE });
    return () => cancelIdleCallback(idle);
  }, [issue, entries, newsletter]);
  return printed;
}
