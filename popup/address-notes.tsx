import { withoutScheme } from '../src/domain/address.ts';
import { addressOfPage } from '../src/domain/canonical.ts';
import { type Caution, cautionOf } from '../src/domain/caution.ts';
import type { Link } from '../src/domain/link.ts';
import { parseAddress } from '../src/domain/web-address.ts';
import { type MessageKey, type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { canBeFollowed } from './compose.ts';

/** The key that shows the address as the browser has it, and back. */
const UNDO_KEY = 'Alt+Shift+U';

export interface AddressNotesProps {
  link: Link;
  onChange: (address: string) => void;
  /** A button that was pressed goes, and the keyboard must not go with it. */
  toKeyboard: () => void;
}

/** What was taken out of an address, to be undone, and what is still wrong with it. */
export function AddressNotes({ link, onChange, toKeyboard }: AddressNotesProps) {
  const say = useSay();
  if (!canBeFollowed(link.address)) return <p class="addr-note">{say('popupUnfollowable')}</p>;
  const { address, removed, isOwn } = addressOfPage(link.original, link.capture?.canonical ?? '');
  const isChanged = removed.length > 0 || isOwn;
  const isClean = link.address === address;
  const caution = cautionOf(link.address);
  const change = (to: string) => {
    onChange(to);
    toKeyboard();
  };
  const cautions: Record<Caution['why'], MessageKey> = {
    counter: 'popupCautionCounter',
    proxy: 'popupCautionProxy',
    wrapper: 'popupCautionWrapper',
    copy: 'popupCautionCopy',
    private: 'popupCautionPrivate',
    reader: 'popupCautionReader',
  };
  return (
    <>
      {isChanged && (isClean || link.address === link.original) && (
        <p class="addr-note">
          <span title={removed.join(' ')}>
            {isClean ? sayRemoved(say, removed, isOwn) : sayUncleaned(say, removed)}
          </span>{' '}
          <button
            class="act act-in"
            type="button"
            id="undo-cleaning"
            aria-label={isClean ? say('popupUndoCleaning') : undefined}
            aria-keyshortcuts={UNDO_KEY}
            title={UNDO_KEY}
            onClick={() => change(isClean ? link.original : address)}
          >
            {say(isClean ? 'popupUndo' : 'popupClean')}
          </button>
        </p>
      )}
      {caution !== null && (
        <p class="addr-note" id="address-caution">
          <strong class="caution">{say(cautions[caution.why])}</strong>{' '}
          {caution.offered !== null && (
            <button
              class="act act-in"
              type="button"
              title={caution.offered}
              onClick={() => change(caution.offered ?? link.address)}
            >
              {caution.why === 'reader'
                ? say('popupCautionCut')
                : say('popupCautionUse', shortened(withoutScheme(caution.offered)))}
            </button>
          )}
        </p>
      )}
    </>
  );
}

const isFragment = (part: string) => /^(?:#|:~:)/.test(part);
const isWrapper = (part: string) => /^https?:/i.test(part);

/** Parameters, and pieces of the path that do the same. */
const countParameters = (removed: readonly string[]) =>
  removed.filter((part) => !isFragment(part) && !isWrapper(part)).length;

function sayRemoved(say: Say, removed: readonly string[], isOwn: boolean): string {
  const wrapper = removed.find(isWrapper);
  if (wrapper !== undefined) return say('popupUnwrapped', parseAddress(wrapper)?.hostname ?? wrapper);
  if (isOwn) return say('popupOwnAddress');
  const parameters = countParameters(removed);
  return parameters > 0 ? sayCount(say, 'popupRemoved', parameters) : say('popupRemovedFragment');
}

function sayUncleaned(say: Say, removed: readonly string[]): string {
  const parameters = countParameters(removed);
  return parameters > 0 ? sayCount(say, 'popupUncleaned', parameters) : say('popupUncleanedOther');
}

/** Two lines at most: the whole is in the button's tooltip. */
const shortened = (address: string) => (address.length > 48 ? `${address.slice(0, 47)}…` : address);
