import { useRef } from 'preact/hooks';
import { isComposing } from './keys.ts';
import { useGrowing } from './use-growing.ts';

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
  useGrowing(field, value);
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
