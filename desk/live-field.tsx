import './live-field.css';
import { useRef, useState } from 'preact/hooks';
import { isComposing } from '../src/ui/keys.ts';
import { useGrowing } from '../src/ui/use-growing.ts';
import { useShownValue } from './use-shown-value.ts';

interface LiveFieldProps {
  id: string;
  value: string;
  onInput: (text: string) => void;
  class?: string;
  placeholder?: string;
  describedBy?: string;
}

/** One line of text over a record that other pages may change; long lines wrap, and Enter breaks none. */
export function LiveField({ id, value, onInput, placeholder, describedBy, ...rest }: LiveFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Once: an untouched text area would follow a default that changes, focus or not.
  const [first] = useState(value);
  useShownValue(field, value);
  useGrowing(field, value);
  return (
    <textarea
      id={id}
      ref={field}
      class={rest.class}
      rows={1}
      dir="auto"
      defaultValue={first}
      placeholder={placeholder}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => onInput(currentTarget.value.replace(/[\r\n]+/g, ' '))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) event.preventDefault();
      }}
    />
  );
}
