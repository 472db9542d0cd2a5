import type { Issue } from '../src/domain/issue.ts';
import { isPlainDate, type PlainDate } from '../src/domain/plain-date.ts';

/** Why a number or a date cannot be an issue's. */
export type FactProblem = 'not-a-number' | 'taken' | 'not-a-day';

/** The issue number that was typed, or why it cannot be this issue's. */
export function readNumber(
  text: string,
  issueId: string,
  issues: readonly Issue[],
): { number: number } | { problem: FactProblem } {
  const number = Number(text.trim());
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0) return { problem: 'not-a-number' };
  const taken = issues.some((other) => other.id !== issueId && other.deletedAt === null && other.number === number);
  return taken ? { problem: 'taken' } : { number };
}

/** The day that was typed, or why it is none. */
export function readDate(text: string): { date: PlainDate } | { problem: FactProblem } {
  return isPlainDate(text.trim()) ? { date: text.trim() } : { problem: 'not-a-day' };
}
