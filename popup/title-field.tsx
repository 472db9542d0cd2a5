import { GrowingTextarea } from '../src/ui/growing-textarea.tsx';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import { CandidateList } from './candidate-list.tsx';
import { shownTitle, titleProposals } from './compose.ts';
import { isDoubtful } from './doubt.ts';
import { sourceWords } from './source-words.ts';
import { useCandidates } from './use-candidates.ts';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface TitleFieldProps {
  writing: Writing;
  state: WritingState;
  isReading: boolean;
  onDone: () => void;
}

/** What the page is called, and what else it calls itself. */
export function TitleField({ writing, state, isReading, onDone }: TitleFieldProps) {
  const say = useSay();
  const title = shownTitle(state.entry, state, state.edits);
  const proposals = titleProposals(state);
  const candidates = useCandidates(proposals, title, (text) => writing.edit({ title: text }));
  const hintAt = (index: number) => {
    const { evidence, rawTitle } = state.reading?.outcome === 'read' ? state.reading.capture : {};
    if (index === 0) return say(sourceWords(evidence?.title?.source ?? null));
    return say(proposals[index] === rawTitle ? 'popupSourceWhole' : 'popupSourceOther');
  };
  return (
    <>
      <div
        class="page-row title-row"
        onKeyDownCapture={(event) => void candidates.onKeyDown(event)}
        onFocusOut={candidates.hide}
      >
        <div class="line title">
          <label class="vh" for="title">
            {say('popupTitle')}
          </label>
          <GrowingTextarea
            id="title"
            value={title}
            placeholder={say(isReading ? 'popupTitleComing' : 'popupTitleNone')}
            onInput={(text) => {
              candidates.hide();
              writing.edit({ title: text });
            }}
            onEnter={onDone}
          />
          <Spoken text={state.entry.touched.includes('title') && candidates.at >= 0 ? title : ''} after={300} />
        </div>
        {isDoubtful(state, 'title') ? (
          <button
            class="check"
            type="button"
            id="check-title"
            aria-expanded={candidates.open}
            title="Alt+↓"
            onMouseDown={(event) => event.preventDefault()}
            onClick={({ currentTarget }) => {
              currentTarget.parentElement?.querySelector('textarea')?.focus();
              candidates.show();
            }}
          >
            <Icon name="warn" />
            {say('popupCheck')}
            <span class="vh">{sayCount(say, 'popupCheckTitle', proposals.length)}</span>
          </button>
        ) : (
          <Icon name="pencil" />
        )}
      </div>
      {candidates.open && (
        <CandidateList
          id="titles"
          candidates={candidates}
          question={sayCount(say, 'popupWhichTitle', proposals.length)}
          options={proposals.map((text, index) => ({ text, hint: hintAt(index) }))}
        />
      )}
    </>
  );
}
