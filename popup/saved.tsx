import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { TopBar } from './top-bar.tsx';

/** How long it stays when nobody does anything with it, in milliseconds. */
const STAYS = 2000;

export interface SavedProps {
  newsletter: string;
  /** Where to. */
  heading: string;
  detail: string;
  onUndo: () => void;
  onOpenDesk: () => void;
  close: () => void;
}

/** What became of it. Closes by itself, but not while somebody has pointer or focus in it by their own doing. */
export function Saved({ newsletter, heading, detail, onUndo, onOpenDesk, close }: SavedProps) {
  const say = useSay();
  const undo = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  // With the frame: the focus needs the layout of what has just been drawn, and stood between the disk and these words.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => undo.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    if (used) return;
    const timer = setTimeout(close, STAYS);
    return () => clearTimeout(timer);
  }, [used, close]);

  // The second half of a double click on Save, and a Ctrl+Enter that is still held down, mean Save.
  const meant = (act: () => void) => (event: MouseEvent) => {
    if (event.detail <= 1) act();
  };

  return (
    <main
      class="cap cap-short"
      onPointerMove={(event) => {
        // Without movement it is the page that has moved under the pointer.
        if (event.movementX !== 0 || event.movementY !== 0) setUsed(true);
      }}
      onPointerLeave={() => setUsed(false)}
      onKeyDown={(event) => {
        if (event.repeat || event.ctrlKey || event.metaKey) event.preventDefault();
        else setUsed(true);
      }}
    >
      <TopBar title={newsletter} />
      <div class="done">
        <div role="status">
          <h2>
            <Icon name="check" />
            {heading}
          </h2>
          <p>{detail}</p>
        </div>
        <div class="row">
          <button class="btn" type="button" id="undo" ref={undo} onClick={meant(onUndo)}>
            <Icon name="undo" />
            {say('popupUndo')}
          </button>
          <button class="btn btn-quiet" type="button" onClick={meant(onOpenDesk)}>
            <Icon name="desk" flip />
            {say('popupOpenDesk')}
          </button>
        </div>
      </div>
    </main>
  );
}
