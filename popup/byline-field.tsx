import { useRef } from 'preact/hooks';
import { siteOf } from '../src/domain/origins.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import { CandidateList } from './candidate-list.tsx';
import { bylineProposals } from './compose.ts';
import { isDoubtful } from './doubt.ts';
import { sourceWords } from './source-words.ts';
import { useCandidates } from './use-candidates.ts';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface BylineFieldProps {
  writing: Writing;
  state: WritingState;
  isReading: boolean;
  onDone: () => void;
}

/** Who wrote the page, and what else the page says of that. */
export function BylineField({ writing, state, isReading, onDone }: BylineFieldProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [link] = state.entry.links;
  const value = link?.byline ?? state.edits.byline ?? '';
  const proposals = bylineProposals(state);
  const candidates = useCandidates(
    proposals.map(({ byline }) => byline),
    value,
    (byline) => writing.edit({ byline }),
  );
  const site = siteOf(link?.address ?? '');
  return (
    <>
      <div class="by">
        <label for="byline">{say('popupBy')}</label>
        <div class="line">
          <input
            id="byline"
            ref={field}
            role="combobox"
            aria-autocomplete="none"
            aria-expanded={candidates.open}
            aria-controls={candidates.open ? 'bylines' : undefined}
            aria-activedescendant={candidates.open && candidates.at >= 0 ? `bylines-${candidates.at}` : undefined}
            aria-keyshortcuts="Alt+ArrowDown"
            dir="auto"
            spellcheck={false}
            autocomplete="off"
            value={value}
            placeholder={say('popupBylineNone')}
            onInput={({ currentTarget }) => {
              candidates.hide();
              writing.edit({ byline: currentTarget.value });
            }}
            onBlur={candidates.hide}
            onKeyDown={(event) => {
              if (candidates.onKeyDown(event)) return;
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.isComposing) onDone();
            }}
          />
        </div>
        {isDoubtful(state, 'byline') && (
          <button
            class="check"
            type="button"
            id="check-byline"
            aria-expanded={candidates.open}
            title="Alt+↓"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              field.current?.focus();
              candidates.show();
            }}
          >
            <Icon name="warn" />
            {say('popupCheck')}
            <span class="vh">{sayCount(say, 'popupCheckByline', proposals.length)}</span>
          </button>
        )}
        {isReading && (
          <span class="kept" role="status">
            <i class="spin" aria-hidden="true" />
            {say('popupReading')}
          </span>
        )}
        <Spoken text={state.entry.touched.includes('byline') && candidates.at >= 0 ? value : ''} after={300} />
      </div>
      {candidates.open && (
        <CandidateList
          id="bylines"
          candidates={candidates}
          question={sayCount(say, 'popupWhichByline', proposals.length)}
          options={proposals.map(({ byline, source }) => ({ text: byline, hint: say(sourceWords(source)) }))}
          {...(site !== '' && { note: say('popupChoiceKept', site) })}
        />
      )}
    </>
  );
}
