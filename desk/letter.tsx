import { useRef, useState } from 'preact/hooks';
import { countWords } from '../src/domain/entry.ts';
import { CommentaryField } from '../src/ui/commentary-field.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useGrowing } from '../src/ui/use-growing.ts';
import { Excerpt } from './excerpt.tsx';
import { useShownValue } from './use-shown-value.ts';

/** The letter before the first section: a glimpse of it, and on demand the field to write it in. */
export function Letter({ text, onInput }: { text: string; onInput: (text: string) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const words = countWords(text);
  return (
    <section class="sec" aria-labelledby="letter">
      <header class="sec-head">
        <h3 id="letter">{say('deskLetter')}</h3>
        <span class="sec-count">{words === 0 ? say('deskEmpty') : sayCount(say, 'deskWords', words)}</span>
        <button
          ref={opener}
          class="btn btn-quiet btn-icon btn-sm sec-add"
          type="button"
          aria-label={say('deskEditLetter')}
          title={say('deskEditLetter')}
          aria-expanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        >
          <Icon name="pencil" />
        </button>
      </header>
      {open ? (
        <LetterEditor text={text} onInput={onInput} onDone={close} />
      ) : (
        words > 0 && (
          <p class="text letter" dir="auto" onDblClick={() => setOpen(true)}>
            <Excerpt text={text} />
          </p>
        )
      )}
    </section>
  );
}

function LetterEditor({
  text,
  onInput,
  onDone,
}: {
  text: string;
  onInput: (text: string) => void;
  onDone: () => void;
}) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  // Once: an untouched text area would follow a default that changes, focus or not.
  const [first] = useState(text);
  useShownValue(field, text);
  useGrowing(field, text);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere in it means Done
    <div
      class="entry is-edit edit"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) onDone();
      }}
    >
      <CommentaryField
        id="letter-text"
        label={say('deskLetter')}
        initialValue={first}
        onInput={onInput}
        status={<p class="kept">{sayCount(say, 'deskWords', countWords(text))}</p>}
        fieldRef={field}
        autoFocus
      />
      <div class="ed-foot">
        <button class="btn" type="button" onClick={onDone}>
          {say('deskDone')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
