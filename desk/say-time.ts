import { dayOf } from '../src/domain/plain-date.ts';
import { nameDay } from '../src/ui/day-names.ts';
import type { Say } from '../src/ui/messages.tsx';

const two = (n: number) => String(n).padStart(2, '0');

/** The hour of a moment as the clock of this machine shows it: `17:58`. */
export function sayHour(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment of the past: `today 17:58`, else `Fri 20 Nov, 09:12`. */
export function sayMoment(say: Say, at: number, now: number): string {
  const day = dayOf(new Date(at));
  const today = dayOf(new Date(now));
  return day === today ? say('deskTodayAt', sayHour(at)) : `${nameDay(day, today)}, ${sayHour(at)}`;
}
