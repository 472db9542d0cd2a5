import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isPlainDate, type PlainDate } from '../src/domain/plain-date.ts';
import { useSay } from '../src/ui/messages.tsx';

interface DueFieldProps {
  value: PlainDate | null;
  onChange: (day: PlainDate | null) => void;
  /** It was asked for by a button, which it replaces. */
  autoFocus: boolean;
}

/**
 * The day until which readers can answer. A text field: the browsers' own keep a day that does not exist to themselves,
 * so nothing could be said of it. What is no day stays in the field, and the entry keeps the day it had.
 */
export function DueField({ value, onChange, autoFocus }: DueFieldProps) {
  const say = useSay();
  const id = useId();
  /** What was typed and is no day; null: the field shows the entry's. */
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, []);
  useEffect(() => {
    // Another page has written a day.
    setTyped(null);
    setTold(false);
  }, [value]);
  const take = (text: string) => {
    const day = text.trim();
    setTyped(day === (value ?? '') ? null : text);
    if (day === '' || isPlainDate(day)) {
      setTold(false);
      if (day !== (value ?? '')) onChange(day === '' ? null : day);
    }
  };
  const isDay = typed === null || typed.trim() === '' || isPlainDate(typed.trim());
  const wrong = told && !isDay;
  return (
    <div class="ed-due">
      <label class="label" for={id}>
        {say('deskDueOn')}
      </label>
      <input
        class="input"
        id={id}
        ref={field}
        autocomplete="off"
        placeholder={say('deskDueEmpty')}
        value={typed ?? value ?? ''}
        aria-invalid={wrong}
        aria-describedby={`${id}-wrong`}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onChange={() => setTold(true)}
      />
      <p class="ed-wrong" id={`${id}-wrong`} role="status">
        {wrong && say(value === null ? 'deskDueWrongNone' : 'deskDueWrong', typed?.trim() ?? '', value ?? '')}
      </p>
    </div>
  );
}
