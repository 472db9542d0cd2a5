import type { PlainDate } from './plain-date.ts';

/** The day to offer of those that a page names: the first that is not past; null: none. */
export function dueDayToOffer(days: readonly PlainDate[], today: PlainDate): PlainDate | null {
  return days.find((day) => day >= today) ?? null;
}
