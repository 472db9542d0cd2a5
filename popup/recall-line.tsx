import type { OriginMemory } from '../src/domain/memory.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { originsOf } from '../src/domain/origins.ts';
import type { Database } from '../src/storage/database.ts';
import { NOTHING, recall } from '../src/storage/memory.ts';
import { type MessageKey, type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import type { Writing, WritingState } from './writing.ts';

export interface RecallLineProps {
  db: Database | undefined;
  writing: Writing;
  state: WritingState;
}

/** The key that takes the section that is suggested. */
const TAKE_KEY = 'Alt+Shift+S';

/** What else ran from this author and this site, and the section that such pages usually go to, with the reason. */
export function RecallLine({ db, writing, state }: RecallLineProps) {
  const say = useSay();
  const { entry, work, unkept } = state;
  const origins = originsOf(entry);
  const newsletterId = work?.newsletter.id;
  const known =
    useLive(
      db,
      async (db) =>
        newsletterId === undefined || unkept !== null ? NOTHING : recall(db, entry.id, origins, newsletterId),
      [entry.id, origins.join(), newsletterId, unkept],
    ).value ?? NOTHING;
  const { section: guess } = known;
  const section =
    work === undefined
      ? undefined
      : sectionsOf(work.newsletter, work.issue?.id).find(({ id }) => id === guess?.sectionId);
  const isOpen =
    section !== undefined &&
    section.id !== entry.sectionId &&
    state.original === null &&
    !entry.touched.includes('section');
  const ran = [
    known.author && sayOrigin(say, 'popupByAuthor', known.author),
    known.site && sayOrigin(say, 'popupFromSite', known.site),
  ].filter((part) => part !== null);
  return (
    <p class="hint recall" id="recall">
      {isOpen && guess !== null && (
        <>
          <button
            class="act act-in"
            type="button"
            id="take-section"
            aria-keyshortcuts={TAKE_KEY}
            title={TAKE_KEY}
            onClick={() => writing.edit({ sectionId: section.id })}
          >
            {say('popupSuggested', section.name)}
          </button>{' '}
          {sayCount(say, guess.by === 'author' ? 'popupSuggestedAuthor' : 'popupSuggestedSite', guess.count)}{' '}
        </>
      )}
      {ran.join(' ')}
    </p>
  );
}

/** `4th by this author; last in #112.` */
function sayOrigin(say: Say, key: 'popupByAuthor' | 'popupFromSite', { count, lastIn }: OriginMemory): string {
  const what = say(key, sayOrdinal(say, count + 1));
  return lastIn === null ? `${what}.` : say('popupLastIn', what, lastIn);
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });

const ORDINAL = {
  zero: 'popupOrdinalTh',
  one: 'popupOrdinalSt',
  two: 'popupOrdinalNd',
  few: 'popupOrdinalRd',
  many: 'popupOrdinalTh',
  other: 'popupOrdinalTh',
} as const satisfies Record<Intl.LDMLPluralRule, MessageKey>;

/** 1st, 2nd, 3rd, 4th. */
const sayOrdinal = (say: Say, n: number) => say(ORDINAL[ORDINALS.select(n)], n);
