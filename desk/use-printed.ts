import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { Rendering } from '../src/roundup/render.ts';
import type { Proof } from '../src/roundup/verify.ts';
import { pauseBefore } from '../src/ui/pause-before.ts';
import type { Printed } from './print.ts';
import { usePress } from './use-press.ts';

/** What the pane shows: the Markdown, and how it read back when that was last looked at. */
export interface PrintedLive {
  printed: Printed;
  /** null: not read back yet. */
  proof: Proof | null;
}

/**
 * The issue printed anew after every change, and read back after that, never in the way of the change itself. Both are
 * quick for a short issue and happen at once; for a long one each waits until nobody has typed for a moment.
 */
export function usePrinted(
  issue: Issue | null,
  entries: readonly Entry[],
  newsletter: Newsletter | null,
): PrintedLive | null {
  const press = usePress();
  const [live, setLive] = useState<PrintedLive | null>(null);
  const took = useRef({ print: 0, verify: 0 });
  useEffect(() => {
    if (press === null || issue === null || newsletter === null) {
      setLive(null);
      return;
    }
    const readBack = (rendering: Rendering) => {
      const began = performance.now();
      const proof = press.verify(rendering, entries);
      took.current.verify = performance.now() - began;
      setLive((last) => last && { ...last, proof });
    };
    let timer = setTimeout(() => {
      const began = performance.now();
      const printed = press.print(issue, entries, newsletter);
      took.current.print = performance.now() - began;
      setLive((last) => ({ printed, proof: last?.proof ?? null }));
      if (printed.fault === null) {
        timer = setTimeout(() => readBack(printed.rendering), pauseBefore(took.current.verify));
      }
    }, pauseBefore(took.current.print));
    return () => clearTimeout(timer);
  }, [press, issue, entries, newsletter]);
  return live;
}
