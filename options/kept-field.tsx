import { useState } from 'preact/hooks';
import { isComposing } from '../src/ui/keys.ts';

export interface KeptFieldProps {
  id?: string;
  label?: string;
  class: string;
  type?: 'text' | 'date' | 'time';
  inputMode?: 'numeric' | 'text';
  /** What the record says. */
  value: string;
  /** Why a text cannot be kept, as a sentence; null: it can. */
  refuse?: (text: string) => string | null;
  /** Called in the input event itself, for every text that can be kept. */
  onKeep: (text: string) => void;
  /** Ids of what stands below it. */
  describedBy?: string;
  spellcheck?: boolean;
}

/**
 * One line that is kept as it is typed. While it has the focus it shows what is typed and nothing else; a text that
 * cannot be kept stays in it, with the reason below, until it is put right or Esc takes it back.
 */
export function KeptField({ value, refuse, onKeep, describedBy, label, ...field }: KeptFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const reason = typed === null ? null : (refuse?.(typed) ?? null);
  const reasonId = `${field.id ?? label}-reason`.replace(/\s/g, '-');
  const described = [describedBy, reason === null ? '' : reasonId].filter(Boolean).join(' ');
  return (
    <>
      <input
        {...field}
        type={field.type ?? 'text'}
        dir="auto"
        autocomplete="off"
        value={typed ?? value}
        aria-label={label}
        aria-invalid={reason === null ? undefined : true}
        aria-describedby={described || undefined}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value;
          setTyped(text);
          if ((refuse?.(text) ?? null) === null) onKeep(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && reason !== null && !isComposing(event)) setTyped(null);
        }}
        onBlur={() => {
          if (reason === null) setTyped(null);
        }}
      />
      <span class="reason" id={reasonId} role="alert">
        {reason}
      </span>
    </>
  );
}
