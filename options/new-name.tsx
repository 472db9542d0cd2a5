import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';

export interface NewNameProps {
  label: string;
  /** Why a name cannot be taken, as a sentence; null: it can. */
  refuse: (name: string) => string | null;
  onAdd: (name: string) => void;
  onCancel: () => void;
}

/** A name that is about to be added: Enter adds it, Esc does not. */
export function NewName({ label, refuse, onAdd, onCancel }: NewNameProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  useLayoutEffect(() => field.current?.focus(), []);
  const reason = name.trim() === '' ? null : refuse(name);
  const add = () => {
    if (name.trim() === '') onCancel();
    else if (reason === null) onAdd(name.trim());
    else field.current?.focus();
  };
  return (
    <span class="new-name">
      <input
        class="input"
        ref={field}
        dir="auto"
        autocomplete="off"
        aria-label={label}
        aria-invalid={reason === null ? undefined : true}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            onCancel();
          }
        }}
      />
      <button class="btn btn-sm" type="button" onClick={add}>
        {say('optionsAdd')}
      </button>
      <span class="reason" role="alert">
        {reason}
      </span>
    </span>
  );
}
