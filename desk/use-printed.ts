import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { type Rendering, render } from '../src/roundup/render.ts';
import { type StyleFault, styleFaultOf } from '../src/roundup/style-fault.ts';
import { type Proof, verify } from '../src/roundup/verify.ts';

/** The Markdown of the issue, or why the house style gives none. */
export type Printed = { rendering: Rendering; fault: null } | { fault: StyleFault };

/** What the pane shows: the Markdown, and how it read back when that was last looked at. */
export interface PrintedLive {
  printed: Printed;
  /** null: not read back yet. */
  proof: Proof | null;
}

/** Prints an issue. */
export function print(issue: Issue, entries: readonly Entry[], newsletter: Newsletter): Printed {
  try {
    return { rendering: render(issue, entries, newsletter), fault: null };
  } catch (error) {
    return { fault: styleFaultOf(error) };
  }
}

/** A frame at 60 per second: what takes longer waits for a pause in the typing. In milliseconds. */
const FRAME = 16;
/** The longest pause that is waited for. */
const PATIENCE = 1000;

/** The pause before work that took this long the last time: long enough that it does not fall between two keys. */
const pauseBefore = (took: number) => (took < FRAME ? 0 : Math.min(PATIENCE, 200 + 2 * took));

/**
 * The issue printed anew after every change, and read back after that, never in the way of the change itself. Both are
 * quick for a short issue and happen at once; for a long one each waits until nobody has typed for a moment.
 */
export function usePrinted(
  issue: Issue | null,
  entries: readonly Entry[],
  newsletter: Newsletter | null,
): PrintedLive | null {
  const [live, setLive] = useState<PrintedLive | null>(null);
  const took = useRef({ print: 0, verify: 0 });
  useEffect(() => {
    if (issue === null || newsletter === null) {
      setLive(null);
      return;
    }
    const readBack = (rendering: Rendering) => {
      const began = performance.now();
      const proof = verify(rendering, entries);
      took.current.verify = performance.now() - began;
      setLive((last) => last && { ...last, proof });
    };
    let timer = setTimeout(() => {
      const began = performance.now();
      const printed = print(issue, entries, newsletter);
      took.current.print = performance.now() - began;
      setLive((last) => ({ printed, proof: last?.proof ?? null }));
      if (printed.fault === null) {
        timer = setTimeout(() => readBack(printed.rendering), pauseBefore(took.current.verify));
      }
    }, pauseBefore(took.current.print));
    return () => clearTimeout(timer);
  }, [issue, entries, newsletter]);
  return live;
}
