import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSay } from '../src/ui/messages.tsx';

/** As many lines of a list as are drawn at first, and with each press of the button. */
const SLICE = 100;

/** Draws a long list slice by slice: a thousand lines at once would freeze the page. */
export function Slice<T>({
  items,
  children,
}: {
  items: readonly T[];
  children: (shown: readonly T[]) => ComponentChildren;
}) {
  const say = useSay();
  const [count, setCount] = useState(SLICE);
  const hidden = items.length - count;
  return (
    <>
      {children(hidden > 0 ? items.slice(0, count) : items)}
      {hidden > 0 && (
        <p class="more">
          <button class="act" type="button" onClick={() => setCount(count + SLICE)}>
            {say('deskShowMore', Math.min(SLICE, hidden), hidden)}
          </button>
        </p>
      )}
    </>
  );
}
