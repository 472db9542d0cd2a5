import type { Issue } from '../src/domain/issue.ts';
import { isMoment } from '../src/domain/moment.ts';
import { dayOf, isPlainDate } from '../src/domain/plain-date.ts';
import { isWebAddress } from '../src/domain/web-address.ts';

/** Why something that was typed cannot be a fact of an issue. */
export type FactProblem = 'not-a-number' | 'taken' | 'unsure' | 'not-a-day' | 'not-a-time' | 'not-an-address';

/** The fields of the issue that follow from what was typed, or why it is nothing. */
type Read = { fields: Partial<Issue> } | { problem: FactProblem };

/** The issue number that was typed. `all`: there are no other issues than these. */
export function readNumber(text: string, issueId: string, issues: readonly Issue[], all: boolean): Read {
  const number = Number(text.trim());
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0) return { problem: 'not-a-number' };
  const having = issues.filter((other) => other.deletedAt === null && other.number === number);
  if (having.some(({ id }) => id !== issueId)) return { problem: 'taken' };
  // Its own number is no question.
  return all || having.length > 0 ? { fields: { number } } : { problem: 'unsure' };
}

/** The day that was typed. */
export function readDate(text: string): Read {
  return isPlainDate(text.trim()) ? { fields: { date: text.trim() } } : { problem: 'not-a-day' };
}

/** When it closes, `2022-08-25 23:59` in the time of this machine; empty: as usual. */
export function readCutoff(text: string): Read {
  if (text.trim() === '') return { fields: { cutoff: null } };
  const [, day = '', hours = '', minutes = ''] = /^(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  if (!isPlainDate(day) || Number(hours) > 23 || Number(minutes) > 59) return { problem: 'not-a-time' };
  const cutoff = new Date(`${day}T${hours.padStart(2, '0')}:${minutes}:00`).getTime();
  return isMoment(cutoff) ? { fields: { cutoff } } : { problem: 'not-a-time' };
}

/** The same hour as it is typed. */
export function sayCutoff(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayOf(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The address of the picture at its head; empty: none. */
export function readHero(text: string, issue: Pick<Issue, 'frame'>): Read {
  const address = text.trim();
  if (address !== '' && (!isWebAddress(address) || /\s/.test(address))) return { problem: 'not-an-address' };
  const { hero: _, ...frame } = issue.frame;
  return { fields: { frame: address === '' ? frame : { ...frame, hero: address } } };
}
