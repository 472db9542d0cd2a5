import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { caretIn, fromVisible, toVisible } from './visible-space.ts';

export interface GlueFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/**
 * A field in which white space can be seen and is typed as it is. While it has the focus it shows what is typed: the
 * record answers later than the next key comes.
 */
export function GlueField({ id, label, value, onChange }: GlueFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = toVisible(typed ?? value);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [shown]);
  return (
    <textarea
      id={id}
      ref={field}
      class="input glue"
      aria-label={label}
      dir="ltr"
      spellcheck={false}
      autocomplete="off"
      rows={shown.split('\n').length}
      value={shown}
      onInput={({ currentTarget }) => {
        const { value: text, selectionEnd } = currentTarget;
        caret.current = caretIn(text, selectionEnd);
        const next = fromVisible(text);
        // What reads the same is shown the same at once: no change of the value will come to do it.
        currentTarget.value = toVisible(next);
        currentTarget.setSelectionRange(caret.current, caret.current);
        setTyped(next);
        onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
