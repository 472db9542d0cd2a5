import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';

export interface OfferNoteProps {
  /** What the draft is called. */
  name: string;
  onAdd: () => void;
  onRefuse: () => void;
}

/** Another page's draft is being written: this page can become a link of it. */
export function OfferNote({ name, onAdd, onRefuse }: OfferNoteProps) {
  const say = useSay();
  return (
    <section class="note" aria-label={say('popupOfferLabel')} id="offer">
      <Icon name="pencil" />
      <div class="grow">
        <p class="offer-name">
          {say('popupOffer')} <strong dir="auto">{name}</strong>
        </p>
        <div class="note-acts">
          <button class="btn btn-sm" type="button" id="offer-add" onClick={onAdd}>
            <Icon name="plus" />
            {say('popupOfferAdd')}
          </button>
          <button class="act" type="button" onClick={onRefuse}>
            {say('popupOfferRefuse')}
          </button>
        </div>
      </div>
    </section>
  );
}

/** The page has become a link of the entry. */
export function AddedNote({ onUndo }: { onUndo: () => void }) {
  const say = useSay();
  return (
    <section class="note" aria-label={say('popupOfferLabel')} id="added">
      <Icon name="check" />
      <div class="grow">
        <p role="status">
          {say('popupAdded')}{' '}
          <button class="act act-in" type="button" onClick={onUndo}>
            {say('popupUndo')}
          </button>
        </p>
      </div>
    </section>
  );
}

export interface ElsewhereNoteProps {
  /** The page the editor has gone to can be linked to. */
  canAdd: boolean;
  onWriteNew: () => void;
  onAdd: () => void;
}

/** In the panel: the editor has gone to another page while writing. The draft stays until they say otherwise. */
export function ElsewhereNote({ canAdd, onWriteNew, onAdd }: ElsewhereNoteProps) {
  const say = useSay();
  return (
    <section class="note" aria-label={say('popupElsewhereLabel')} id="elsewhere">
      <Icon name="pencil" />
      <div class="grow">
        <p role="status">
          <strong>{say('popupElsewhere')}</strong> {say('popupElsewhereText')}
        </p>
        <div class="note-acts">
          <button class="btn btn-sm" type="button" id="write-new" onClick={onWriteNew}>
            {say('popupWriteNew')}
          </button>
          {canAdd && (
            <button class="act" type="button" id="add-here" onClick={onAdd}>
              {say('popupAddHere')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
