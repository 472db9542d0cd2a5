import { DEFAULT_STYLE } from '../domain/house-style.ts';
import { DEFAULT_FILE_NAME, type Newsletter } from '../domain/newsletter.ts';
import type { LearnedStyle } from './learn-style.ts';
import { takeOver } from './take-over.ts';

/** A newsletter as its past issues show it. */
export function learnedNewsletter(
  name: string,
  learned: LearnedStyle,
  { newId, now, language = 'en' }: { newId: () => string; now: number; language?: string },
): Newsletter {
  const blank: Newsletter = {
    id: newId(),
    name,
    language,
    issueTitle: '{{ newsletter.name }} #{{ issue.number }}',
    issueAddress: '',
    fileName: DEFAULT_FILE_NAME,
    rhythm: { weekday: 5, closes: { weekday: 4, time: '23:59' } },
    style: DEFAULT_STYLE,
    sections: [],
    createdAt: now,
    changedAt: now,
    deletedAt: null,
  };
  return takeOver(blank, learned, { newId, now, withStyle: true }).newsletter;
}
