import type { PlainDate } from '../domain/plain-date.ts';

/** Made with the first day that is named: making it took more than a quarter of all that the popup runs before a key. */
let format: Intl.DateTimeFormat | undefined;

function partsOf(date: PlainDate): Map<string, string> {
  format ??= new Intl.DateTimeFormat('en', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return new Map(format.formatToParts(Date.parse(`${date}T00:00:00Z`)).map(({ type, value }) => [type, value]));
}

/** A day as the interface writes it: Fri 26 Aug; with its year where that is not this one. */
export function nameDay(date: PlainDate, today: PlainDate): string {
  return `${partsOf(date).get('weekday')} ${nameDate(date, today)}`;
}

/** The same without the day of the week: 3 Aug. */
export function nameDate(date: PlainDate, today: PlainDate): string {
  const parts = partsOf(date);
  const named = `${parts.get('day')} ${parts.get('month')}`;
  return date.slice(0, 4) === today.slice(0, 4) ? named : `${named} ${parts.get('year')}`;
}

/** Days from `today` to a day; negative: it is past. */
export function daysUntil(date: PlainDate, today: PlainDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** The month of a day with its year: Jul 2022. */
export function nameMonth(date: PlainDate): string {
  const parts = partsOf(date);
  return `${parts.get('month')} ${parts.get('year')}`;
}
