import type { Entry } from '../src/domain/entry.ts';
import { GrowingTextarea } from '../src/ui/growing-textarea.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { AddressLine } from './address-line.tsx';
import { shownTitle } from './compose.ts';
import { DueField } from './due-field.tsx';
import { canBeLinked } from './page-key.ts';
import type { Writing, WritingState } from './writing.ts';

export interface PageFieldsProps {
  writing: Writing;
  state: WritingState;
  today: string;
  /** Enter in a one-line field goes on to the commentary: saving has its own key. */
  onDone: () => void;
}

/** What is printed above the commentary: title, byline, address. */
export function PageFields({ writing, state, today, onDone }: PageFieldsProps) {
  const say = useSay();
  const { entry } = state;
  const [link] = entry.links;
  const title = shownTitle(entry, state, state.edits);
  const isReading = state.tab === undefined || state.reading === undefined;
  return (
    <div class="page">
      <div class="page-row title-row">
        <div class="line title">
          <label class="vh" for="title">
            {say('popupTitle')}
          </label>
          <GrowingTextarea
            id="title"
            value={title}
            placeholder={say(isReading ? 'popupTitleComing' : 'popupTitleNone')}
            onInput={(text) => writing.edit({ title: text })}
            onEnter={onDone}
          />
        </div>
        <Icon name="pencil" />
      </div>
      <TitleNote entry={entry} />
      {state.lateTitle !== null && state.lateTitle !== title && (
        <LateTitle title={state.lateTitle} onUse={(late) => writing.edit({ title: late })} />
      )}
      <div class="by">
        <label for="byline">{say('popupBy')}</label>
        <div class="line">
          <input
            id="byline"
            dir="auto"
            spellcheck={false}
            autocomplete="off"
            value={link?.byline ?? state.edits.byline ?? ''}
            placeholder={say('popupBylineNone')}
            onInput={({ currentTarget }) => writing.edit({ byline: currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) onDone();
            }}
          />
        </div>
        {isReading && (
          <span class="kept" role="status">
            <i class="spin" aria-hidden="true" />
            {say('popupReading')}
          </span>
        )}
      </div>
      {entry.shape === 'listing' && (
        <DueField value={entry.dueOn} today={today} onChange={(dueOn) => writing.edit({ dueOn })} />
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
