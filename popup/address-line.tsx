import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { withoutScheme } from '../src/domain/address.ts';
import type { Link } from '../src/domain/link.ts';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { AddressNotes } from './address-notes.tsx';
import { canBeFollowed } from './compose.ts';

export interface AddressLineProps {
  /** Undefined: the entry is a note. */
  link: Link | undefined;
  /** The page has an address that a note could get back. */
  canPutBack: boolean;
  onChange: (address: string) => void;
  onPutBack: () => void;
}

/** Where the entry's link leads: a line that can be edited, and what was taken out of the address or is wrong with it. */
export function AddressLine({ link, canPutBack, onChange, onPutBack }: AddressLineProps) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const toFocus = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  // The focus follows from the button into the field and back.
  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    (editing ? field.current : (edit.current ?? field.current))?.focus();
  }, [editing]);

  const setEditingByHand = (next: boolean) => {
    toFocus.current = true;
    setEditing(next);
  };

  if (link === undefined || editing) {
    return (
      <div>
        <div class="dates">
          <label for="address">{say('popupAddress')}</label>
          <div class="grow">
            <input
              class="input"
              id="address"
              ref={field}
              type="text"
              inputMode="url"
              dir="ltr"
              spellcheck={false}
              autocomplete="off"
              value={link?.address ?? ''}
              placeholder={say('popupAddressNone')}
              aria-describedby="address-note"
              // From the first letter on there is a link; the field must not turn into a line under the caret.
              onFocus={() => setEditing(true)}
              onBlur={() => setEditing(false)}
              onInput={({ currentTarget }) => onChange(currentTarget.value.trim())}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event)) return;
                event.preventDefault();
                setEditingByHand(false);
              }}
            />
          </div>
        </div>
        <p class="addr addr-note" id="address-note">
          {link === undefined ? say('popupNote') : noteOn(link)}{' '}
          {link === undefined && canPutBack && (
            <button
              class="act act-in"
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={onPutBack}
            >
              {say('popupPutBack')}
            </button>
          )}
        </p>
      </div>
    );
  }

  return (
    <div class="addr">
      <p class="addr-url">
        <Icon name="link" />
        <span class="clip" id="address-shown" dir="ltr" title={link.address}>
          {withoutScheme(link.address)}
        </span>
        <button
          class="act act-in"
          type="button"
          ref={edit}
          aria-label={say('popupEditAddress')}
          onClick={() => setEditingByHand(true)}
        >
          {say('popupEdit')}
        </button>
      </p>
      <AddressNotes link={link} onChange={onChange} toKeyboard={() => edit.current?.focus()} />
    </div>
  );

  function noteOn({ address }: Link): string {
    return canBeFollowed(address) ? '' : say('popupUnfollowable');
  }
}
