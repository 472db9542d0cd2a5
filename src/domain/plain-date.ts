import * as z from 'zod/mini';

/** A day of the calendar without time or zone, `YYYY-MM-DD`, that exists. */
export const PlainDate = z
  .string()
  .check(z.refine((text) => isPlainDate(text), { error: 'a day as YYYY-MM-DD that exists in the calendar' }));
export type PlainDate = string;

/** Whether the text is a day that exists: 2022-02-30 is none. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The first and the last day that can be written so. */
const FIRST_DAY = Date.parse('0000-01-01T00:00:00Z');
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z');

/** The day that is `days` after `date`, as far as there are any. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return new Date(Math.min(Math.max(time, FIRST_DAY), LAST_DAY)).toISOString().slice(0, 10);
}

/** The first day after `today` that falls on `weekday` (0 is Sunday). */
export function nextWeekday(today: PlainDate, weekday: number): PlainDate {
  const from = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (weekday - from + 7) % 7 || 7);
}

/** The day it is at this moment where the editor sits; `now` is a local Date. */
export function dayOf(now: Date): PlainDate {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
