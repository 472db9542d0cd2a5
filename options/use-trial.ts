import { useEffect, useRef, useState } from 'preact/hooks';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { StyleFault } from '../src/roundup/style-fault.ts';
import { type StyleSample, tryStyle } from '../src/roundup/try-style.ts';
import { pauseBefore } from '../src/ui/pause-before.ts';
import type { TemplatePart } from './style-parts.ts';

/** How a template did the last time it was tried. */
export interface LastTrial {
  /** What it printed when it last did. */
  markdown: string;
  fault: StyleFault | null;
  /** The text that was tried; null: none yet. */
  text: string | null;
}

const NOTHING: LastTrial = { markdown: '', fault: null, text: null };

/**
 * Tries a template after every change, never in the way of a key: one that is quick at once, one that was slow the last
 * time when nobody has typed for a moment. What cannot be printed leaves the last good result.
 */
export function useTrial(newsletter: Newsletter, part: TemplatePart, text: string, sample: StyleSample): LastTrial {
  const [trials, setTrials] = useState<Record<string, LastTrial>>({});
  const took = useRef(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      const began = performance.now();
      const { markdown, fault } = tryStyle({ ...newsletter, ...part.with(newsletter, text) }, part.name, sample);
      took.current = performance.now() - began;
      setTrials((all) => {
        const good = markdown ?? all[part.name]?.markdown ?? tryStyle(newsletter, part.name, sample).markdown ?? '';
        return { ...all, [part.name]: { markdown: good, fault, text } };
      });
    }, pauseBefore(took.current));
    return () => clearTimeout(timer);
  }, [newsletter, part, text, sample]);
  return trials[part.name] ?? NOTHING;
}
