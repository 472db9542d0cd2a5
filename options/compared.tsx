import { useEffect, useRef, useState } from 'preact/hooks';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { reprinted, type StyleSample } from '../src/roundup/try-style.ts';
import { type DiffPiece, withoutLongSame, wordDiff } from '../src/roundup/word-diff.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { pauseBefore } from '../src/ui/pause-before.ts';
import { toVisible } from './visible-space.ts';

interface Comparison {
  number: number;
  pieces: DiffPiece[];
}

/** Whether a published issue, printed again with this style, is what went out; and where it is not. */
export function Compared({ newsletter, sample }: { newsletter: Newsletter; sample: StyleSample }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const comparison = useComparison(newsletter, sample);
  if (comparison === null) return null;
  const { number, pieces } = comparison;
  const changed = pieces.filter(({ kind }) => kind !== 'same');
  const places = pieces.filter(({ kind }, at) => kind !== 'same' && pieces[at - 1]?.kind !== 'was').length;
  const isSpace = changed.every(({ text }) => text.trim() === '');
  if (places === 0) {
    return (
      <p class="ok" id="compared">
        <Icon name="check" />
        {say('styleEqual', number)}
      </p>
    );
  }
  return (
    <>
      <p class="ok" id="compared">
        <Icon name={isSpace ? 'check' : 'warn'} />
        <span>
          {sayCount(say, isSpace ? 'styleDiffersSpace' : 'styleDiffers', places, number)}{' '}
          <button class="act act-in" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say('styleCompare')}
          </button>
        </span>
      </p>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
        <section class="print md" aria-label={say('styleCompare')} tabIndex={0}>
          {withoutLongSame(pieces).map(({ kind, text }, at) => {
            if (kind === 'same') return text;
            const seen = toVisible(text.slice(0, DRAWN));
            return kind === 'was' ? <del key={at}>{seen}</del> : <ins key={at}>{seen}</ins>;
          })}
        </section>
      )}
    </>
  );
}

/** As much of a single piece is drawn. */
const DRAWN = 5_000;

/** Compares anew after every change, when nobody types; null: there is nothing that went out. */
function useComparison(newsletter: Newsletter, sample: StyleSample): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const took = useRef(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      const began = performance.now();
      const again = reprinted(newsletter, sample);
      setComparison(again && { number: sample.issue.number, pieces: wordDiff(again.was, again.is) });
      took.current = performance.now() - began;
    }, pauseBefore(took.current));
    return () => clearTimeout(timer);
  }, [newsletter, sample]);
  return comparison;
}
