import { countWords, type Entry } from '../src/domain/entry.ts';
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
