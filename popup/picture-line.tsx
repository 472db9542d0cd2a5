import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { withoutScheme } from '../src/domain/address.ts';
import { escapeText } from '../src/roundup/escape.ts';
import { placeOfDescription, undescribedPicture } from '../src/roundup/passages.ts';
import { applyEdit } from '../src/ui/apply-edit.ts';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';

export interface PictureLineProps {
  commentary: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
}

/** Asks for the description of a picture that stands in the commentary without one. It can be left unanswered. */
export function PictureLine({ commentary, fieldRef }: PictureLineProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const address = undescribedPicture(commentary);
  if (address === null) return null;

  const describe = () => {
    const field = fieldRef.current;
    const place = field && placeOfDescription(field.value);
    if (!field || !place || words.trim() === '') return;
    const insert = escapeText(words);
    const end = place.from + insert.length;
    applyEdit(field, { ...place, insert, start: end, end });
    setWords('');
  };
  return (
    <div class="under picture">
      <Icon name="warn" />
      <label class="picture-label" for="description" title={address}>
        {say('popupPictureBare', withoutScheme(address).split('/').at(-1) ?? '')}
      </label>
      <div class="row">
        <input
          class="input grow picture-words"
          id="description"
          dir="auto"
          autocomplete="off"
          value={words}
          placeholder={say('popupPictureAsk')}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event)) return;
            event.preventDefault();
            describe();
          }}
        />
        <button class="btn btn-sm" type="button" disabled={words.trim() === ''} onClick={describe}>
          {say('popupPictureAdd')}
        </button>
      </div>
    </div>
  );
}
