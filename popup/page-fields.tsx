import { dueDayToOffer } from '../src/domain/due-day-to-offer.ts';
import type { Entry } from '../src/domain/entry.ts';
import { useSay } from '../src/ui/messages.tsx';
import { AddressLine } from './address-line.tsx';
import { BylineField } from './byline-field.tsx';
import { shownTitle } from './compose.ts';
import { DueField } from './due-field.tsx';
import { canBeLinked } from './page-key.ts';
import { TitleField } from './title-field.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface PageFieldsProps {
  writing: Writing;
  state: WritingState;
  today: string;
  /** Enter in a one-line field goes on to the commentary: saving has its own key. */
  onDone: () => void;
}

/** What is printed above the commentary: title, byline, address. */
export function PageFields({ writing, state, today, onDone }: PageFieldsProps) {
  const { entry } = state;
  const [link] = entry.links;
  const title = shownTitle(entry, state, state.edits);
  const isReading = state.tab === undefined || state.reading === undefined;
  return (
    <div class="page">
      <TitleField writing={writing} state={state} isReading={isReading} onDone={onDone} />
      <TitleNote entry={entry} />
      {state.lateTitle !== null && state.lateTitle !== title && (
        <LateTitle title={state.lateTitle} onUse={(late) => writing.edit({ title: late })} />
      )}
      <BylineField writing={writing} state={state} isReading={isReading} onDone={onDone} />
      {entry.shape === 'listing' && (
        <DueField
          value={entry.dueOn}
          offered={dueDayToOffer(link?.capture?.dueDays ?? [], today)}
          today={today}
          onChange={(dueOn) => writing.edit({ dueOn })}
        />
      )}
      {state.tab !== undefined && (
        <AddressLine
          link={link}
          canPutBack={canBeLinked(state.tab)}
          onChange={(address) => writing.edit({ address })}
          onPutBack={() => writing.takeBack('address')}
        />
      )}
    </div>
  );
}

/** A title that is kept and not printed. */
function TitleNote({ entry }: { entry: Entry }) {
  const say = useSay();
  if (entry.shape !== 'inline' || entry.links.length === 0) return null;
  return <p class="late">{say('popupTitleInline')}</p>;
}

function LateTitle({ title, onUse }: { title: string; onUse: (title: string) => void }) {
  const say = useSay();
  return (
    <p class="late">
      {say('popupLate', title)}{' '}
      <button class="act act-in" type="button" onClick={() => onUse(title)}>
        {say('popupLateUse')}
      </button>
    </p>
  );
}
