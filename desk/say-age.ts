import { countWords, type Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { type Say, sayCount } from '../src/ui/messages.tsx';
import { ageAt } from './age.ts';
import { sourceLabel } from './source-label.ts';

const UNITS = { day: 'deskDays', week: 'deskWeeks', month: 'deskMonths', year: 'deskYears' } as const;

/** `today`, `2 days`, `5 weeks`. */
export function sayAge(say: Say, now: number, since: number): string {
  const { unit, count } = ageAt(now, since);
  return count === 0 ? say('deskToday') : sayCount(say, UNITS[unit], count);
}

/** Where an entry is from and how much has been written: `Bench & Bay, 64 words`. */
export function saySub(say: Say, entry: Entry): string {
  const words = countWords(entry.commentary);
  const written = words === 0 ? say('deskNoCommentaryYet') : sayCount(say, 'deskWords', words);
  return [sourceLabel(entry), written].filter((part) => part !== '').join(', ');
}

/** `24 days left`; on the last day, that it is the last. */
export function sayDaysLeft(say: Say, days: number): string {
  return days === 0 ? say('deskLastDay') : sayCount(say, 'deskDaysLeft', days);
}

/** Where an entry of the bin was, and what it holds: `Was in issue 133, Odds and ends`, `Was a draft, 6 words`. */
export function sayBinned(
  say: Say,
  entry: Entry,
  known: { issues: readonly Issue[]; knowsAllIssues: boolean; newsletter: Newsletter },
): string {
  const words = countWords(entry.commentary);
  const written = words === 0 ? say('deskNoCommentaryYet') : sayCount(say, 'deskWords', words);
  if (entry.state === 'draft') return `${say('deskWasDraft')}, ${written}`;
  const { issues, knowsAllIssues, newsletter } = known;
  const issue = issues.find(({ id }) => id === entry.issueId);
  if (issue === undefined && entry.issueId !== null && !knowsAllIssues) return written;
  if (issue === undefined) return `${say('deskWasInBacklog')}, ${written}`;
  const section = newsletter.sections.find(({ id }) => id === entry.sectionId)?.name;
  return [say('deskWasInIssue', issue.number), section ?? written].join(', ');
}
