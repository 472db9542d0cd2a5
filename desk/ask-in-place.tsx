import { useEffect, useRef } from 'preact/hooks';
import { useSay } from '../src/ui/messages.tsx';

interface AskInPlaceProps {
  /** What would be done, and that it cannot be undone. */
  question: string;
  /** What the button does to what. */
  action: string;
  onDo: () => void;
  onKeep: () => void;
}

/** Asks once more, where the first press was, before something that cannot be undone. The focus is on the safe answer. */
export function AskInPlace({ question, action, onDo, onKeep }: AskInPlaceProps) {
  const say = useSay();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="ask"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onKeep();
      }}
    >
      <p class="ask-q">{question}</p>
      <button class="btn btn-sm" type="button" ref={keep} data-act="keep" onClick={onKeep}>
        {say('deskKeepIt')}
      </button>
      <button class="btn btn-sm btn-bad" type="button" data-act="delete-now" onClick={onDo}>
        {action}
      </button>
    </div>
  );
}
