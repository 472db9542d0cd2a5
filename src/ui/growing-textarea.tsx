import { useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from './keys.ts';

// Firefox has no `field-sizing: content` yet. https://developer.mozilla.org/docs/Web/CSS/field-sizing
const grows = () => typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

export interface GrowingTextareaProps {
  id: string;
  value: string;
  onInput: (text: string) => void;
  /** The Enter key, which makes no line here. */
  onEnter: () => void;
  placeholder?: string;
}

/** One line of text that wraps and grows instead of scrolling sideways. */
export function GrowingTextarea({ id, value, onInput, onEnter, placeholder }: GrowingTextareaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (field.current === null || grows()) return;
    field.current.style.blockSize = 'auto';
    field.current.style.blockSize = `${field.current.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      id={id}
      ref={field}
      rows={1}
      dir="auto"
      spellcheck={false}
      value={value}
      placeholder={placeholder}
      onInput={({ currentTarget }) => onInput(currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event)) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
