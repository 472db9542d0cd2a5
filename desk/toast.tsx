import './toast.css';
import { useEffect, useState } from 'preact/hooks';
import { shortcutName } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';

/** What happened, and whether it can be undone from here. Each is a new object, so that the same words count anew. */
export interface ToastMessage {
  text: string;
  undo: boolean;
}

/** As long as a message stays; Ctrl+Z works ever after. */
const STAY = 12_000;

/** Says what happened at the foot of the desk. It stays while the pointer or the focus is on it. */
export function Toast({
  message,
  onUndo,
  onGone,
}: {
  message: ToastMessage | null;
  onUndo: () => void;
  onGone: () => void;
}) {
  const say = useSay();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (message === null || held) return;
    const timer = setTimeout(onGone, STAY);
    return () => clearTimeout(timer);
  }, [message, held]);
  return (
    <div
      class="toast-at"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {message !== null && (
        <div class="toast">
          <span dir="auto">{message.text}</span>
          {message.undo && (
            <button class="act" type="button" onClick={onUndo}>
              {say('deskUndo')} <kbd>{shortcutName('Z')}</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
