import { useEffect, useState } from 'preact/hooks';
import type { OriginMemory } from '../src/domain/memory.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { originsOf } from '../src/domain/origins.ts';
import type { Database } from '../src/storage/database.ts';
import { NOTHING, type Recall, recall } from '../src/storage/memory.ts';
import { type MessageKey, type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

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
  const [known, setKnown] = useState(NOTHING);
  // Once for each author and site: a live query would ask again at every key, and what is typed would wait for the answer
  // (200 ms where 30,000 entries are of one site). What cannot be counted is not told.
  useEffect(() => {
    if (db === undefined || newsletterId === undefined || unkept !== null) return setKnown(NOTHING);
    let isAsked = true;
    const tell = (found: Recall) => isAsked && setKnown(found);
    recall(db, entry.id, origins, newsletterId).then(tell, () => tell(NOTHING));
    return () => {
      isAsked = false;
    };
  }, [db, entry.id, origins.join(), newsletterId, unkept]);
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
