import { useRef, useState } from 'preact/hooks';
import { countWords } from '../src/domain/entry.ts';
import { CommentaryField } from '../src/ui/commentary-field.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useGrowing } from '../src/ui/use-growing.ts';
import { Excerpt } from './excerpt.tsx';
import { useShownValue } from './use-shown-value.ts';

interface FrameTextProps {
  /** Its name in the page: `letter`, `closing`. */
  id: string;
  title: string;
  /** What the button that opens it is called. */
  editTitle: string;
  text: string;
  /** Said before the number of words. */
  remark?: string;
  readOnly: boolean;
  onInput: (text: string) => void;
}

/** A text around the sections, such as the letter: a glimpse of it, and on demand the field to write it in. */
export function FrameText({ id, title, editTitle, text, remark, readOnly, onInput }: FrameTextProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const words = countWords(text);
  const counted = words === 0 ? say('deskEmpty') : sayCount(say, 'deskWords', words);
  return (
    <section class="sec" aria-labelledby={id}>
      <header class="sec-head">
        <h3 id={id} dir="auto">
          {title}
        </h3>
        <span class="sec-count">{remark === undefined ? counted : say('deskBoth', remark, counted)}</span>
        {!readOnly && (
          <button
            ref={opener}
            class="btn btn-quiet btn-icon btn-sm sec-add"
            type="button"
            aria-label={editTitle}
            title={editTitle}
            aria-expanded={open}
            onClick={() => (open ? close() : setOpen(true))}
          >
            <Icon name="pencil" />
          </button>
        )}
      </header>
      {open && !readOnly ? (
        <FrameTextEditor id={id} label={title} text={text} onInput={onInput} onDone={close} />
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

interface FrameTextEditorProps {
  id: string;
  label: string;
  text: string;
  onInput: (text: string) => void;
  onDone: () => void;
}

/** The field to write such a text in; every change is handed on as it is made, Done only closes. */
export function FrameTextEditor({ id, label, text, onInput, onDone }: FrameTextEditorProps) {
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
        id={`${id}-text`}
        label={label}
        initialValue={first}
        initialCaret={{ start: first.length, end: first.length, scrollTop: 0 }}
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
