import { lastOf, type Memory } from '../src/domain/memory.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';

export interface MemoryNoteProps {
  memory: Memory;
  today: string;
  /** The number of the issue to which a reference has just been inserted; null: none was. */
  referred: number | null;
  onRefer: () => void;
  onUndo: () => void;
  onOpen: (entryId: string) => void;
}

/** The key that inserts the reference back. */
export const REFER_KEY = 'Alt+Shift+B';

/** The page ran before, or a commentary linked to it: where, what was said of it, and what can be done. */
export function MemoryNote({ memory, today, referred, onRefer, onUndo, onOpen }: MemoryNoteProps) {
  const say = useSay();
  const last = lastOf(memory);
  if (last === undefined) return null;
  if (referred !== null) {
    return (
      <section class="note" aria-label={say('popupRanLabel')}>
        <Icon name="check" />
        <div class="grow">
          <p role="status">
            {say('popupReferred', referred)}{' '}
            <button class="act act-in" type="button" id="unrefer" onClick={onUndo}>
              {say('popupUndo')}
            </button>
          </p>
        </div>
      </section>
    );
  }
  const hasRun = memory.ran.length > 0;
  const strong = say(hasRun ? 'popupRan' : 'popupMentioned', last.issue.number);
  const where = [nameDay(last.issue.date, today), last.section].filter((part) => part !== '').join(', ');
  const others = [...memory.ran, ...memory.mentioned].slice(1).map(({ issue }) => `#${issue.number}`);
  return (
    <section class={hasRun ? 'note note-warn ran' : 'note ran'} aria-label={say('popupRanLabel')} id="memory">
      <Icon name="history" />
      <div class="grow">
        <p>
          <strong>{strong}</strong>, <bdi>{where}</bdi>
          {last.address !== null && <> {say('popupRanAs', last.address)}</>}
          {others.length > 0 && <> {sayCount(say, 'popupRanAlso', new Set(others).size, shortList(others))}</>}
        </p>
        {last.words !== '' && <blockquote dir="auto">{say('popupRanWords', last.words)}</blockquote>}
        <div class="note-acts">
          <button
            class="btn btn-sm"
            type="button"
            id="refer"
            aria-keyshortcuts={REFER_KEY}
            title={REFER_KEY}
            onClick={onRefer}
          >
            <Icon name="history" />
            {say('popupRefer')}
          </button>
          <button class="act" type="button" id="read-all" onClick={() => onOpen(last.entryId)}>
            {say('popupReadAll')}
          </button>
        </div>
      </div>
      <Spoken text={`${strong}, ${where}`} />
    </section>
  );
}

/** So many other issues are named; a page that ran in more is known well enough. */
const NAMED = 4;

const shortList = (names: readonly string[]) => {
  const all = [...new Set(names)];
  return all.length > NAMED ? `${all.slice(0, NAMED).join(', ')} …` : all.join(', ');
};
