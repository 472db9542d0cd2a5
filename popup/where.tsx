import { useMemo } from 'preact/hooks';
import { sectionsOf } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import { useSay } from '../src/ui/messages.tsx';
import { SectionPicker } from '../src/ui/section-picker.tsx';
import { ShapeChoice } from '../src/ui/shape-choice.tsx';
import { RecallLine } from './recall-line.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface WhereProps {
  db: Database | undefined;
  writing: Writing;
  state: WritingState;
  /** How many entries each section of the open issue has. */
  counts: ReadonlyMap<string, number>;
}

/** Section and shape. */
export function Where({ db, writing, state, counts }: WhereProps) {
  const say = useSay();
  const { entry, work, recent, missing, unkept } = state;
  const newsletter = work?.newsletter;
  const issueId = work?.issue?.id;
  const sections = useMemo(
    () => (newsletter === undefined ? [] : sectionsOf(newsletter, issueId)),
    [newsletter, issueId],
  );
  return (
    <div class="where">
      {unkept === null && (
        <>
          <label class="label" for="section">
            {say('popupSection')}
          </label>
          <div>
            <SectionPicker
              id="section"
              sections={sections}
              recent={recent}
              value={entry.sectionId}
              counts={counts}
              describedBy="section-problem recall"
              onChoose={(sectionId) => writing.edit({ sectionId })}
              onCreate={(name) => void writing.createSection(name)}
            />
            <p class="problem" id="section-problem" role="alert">
              {missing === 'section' && say('popupNoSection')}
            </p>
            <RecallLine db={db} writing={writing} state={state} />
          </div>
        </>
      )}
      <span class="label" id="shape-label">
        {say('popupShape')}
      </span>
      <ShapeChoice value={entry.shape} labelledBy="shape-label" onChoose={(shape) => writing.edit({ shape })} />
    </div>
  );
}
