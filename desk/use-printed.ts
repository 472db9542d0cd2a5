import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { Rendering } from '../src/roundup/render.ts';
import type { Proof } from '../src/roundup/verify.ts';
import type { Database } from '../src/storage/database.ts';
import { pauseBefore } from '../src/ui/pause-before.ts';
import type { Printed } from './print.ts';
import { typedAhead } from './typed-ahead.ts';
import { isSame } from './typing.ts';
import { usePress } from './use-press.ts';

/** What the pane shows: the Markdown, and how it read back when that was last looked at. */
export interface PrintedLive {
  printed: Printed;
  /** null: not read back yet. */
  proof: Proof | null;
}

/**
 * So many entries are printed with their first drawing: all of it is laid out and painted once. More of them are shown
 * before they are printed.
 */
const AT_ONCE = 100;

/**
 * The issue printed anew after every change, and read back after that, never in the way of the change itself. What is
 * typed on this page is printed in the input event, before the database has it. Both are
 * quick for a short issue and happen at once; for a long one each waits until nobody has typed for a moment.
 */
export function usePrinted(
  db: Database,
  issue: Issue | null,
  entries: readonly Entry[],
  newsletter: Newsletter | null,
): PrintedLive | null {
  const press = usePress();
  const [live, setLive] = useState<PrintedLive | null>(null);
  const latest = useRef(live);
  const took = useRef({ print: 0, verify: 0 });
  const began = useRef<number | null>(null);
  // What it took to draw it, too.
  useLayoutEffect(() => {
    if (began.current !== null) took.current.print = performance.now() - began.current;
    began.current = null;
  }, [live]);
  // At once: until it is done, what was typed is printed over records that the editors have left behind.
  useLayoutEffect(() => {
    const show = (next: PrintedLive | null) => {
      latest.current = next;
      setLive(next);
    };
    if (press === null || issue === null || newsletter === null) return show(null);
    const ahead = typedAhead(db);
    let timer = 0;
    const after = (pause: number, work: () => void) => {
      clearTimeout(timer);
      timer = Number(setTimeout(work, pause));
    };
    const print = () => {
      const start = performance.now();
      const now = ahead.over({ issue, entries });
      const printed = press.print(now.issue, now.entries, newsletter);
      const last = latest.current;
      // The first time all of it is drawn at once; how long that takes says nothing about a key.
      if (last === null) {
        return show({ printed, proof: printed.fault === null ? press.verify(printed.rendering, now.entries) : null });
      }
      if (!isSame(last.printed, printed)) {
        began.current = start;
        show({ printed, proof: last.proof });
      }
      if (printed.fault === null) {
        after(pauseBefore(took.current.verify), () => readBack(printed.rendering, now.entries));
      }
    };
    const readBack = (rendering: Rendering, of: readonly Entry[]) => {
      const start = performance.now();
      const proof = press.verify(rendering, of);
      took.current.verify = performance.now() - start;
      const last = latest.current;
      if (last !== null && !isSame(last.proof, proof)) show({ ...last, proof });
    };
    if (latest.current === null && entries.length <= AT_ONCE) print();
    else after(pauseBefore(took.current.print), print);
    const stop = ahead.listen(() => {
      const pause = pauseBefore(took.current.print);
      if (pause > 0) return after(pause, print);
      clearTimeout(timer);
      print();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [db, press, issue, entries, newsletter]);
  return live;
}
