import { DEFAULT_FILE_NAME, type Newsletter } from '../domain/newsletter.ts';
import { ranksAfter } from '../domain/rank.ts';
import type { LearnedStyle } from './learn-style.ts';

/** A newsletter as its past issues show it. */
export function learnedNewsletter(
  name: string,
  learned: LearnedStyle,
  { newId, now }: { newId: () => string; now: number },
): Newsletter {
  const ranks = ranksAfter(null, learned.sections.length);
  return {
    id: newId(),
    name,
    language: 'en',
    issueTitle: learned.issueTitle ?? '{{ newsletter.name }} #{{ issue.number }}',
    issueAddress: '',
    fileName: DEFAULT_FILE_NAME,
    rhythm: { weekday: 5, closes: { weekday: 4, time: '23:59' } },
    style: learned.style,
    sections: learned.sections.map((section, at) => ({
      ...section,
      id: newId(),
      onlyIn: null,
      rank: ranks[at] ?? '',
      changedAt: now,
      deletedAt: null,
    })),
    createdAt: now,
    changedAt: now,
    deletedAt: null,
  };
}
