/** How long something has been waiting, in the unit an editor would say it in. */
interface Age {
  unit: 'day' | 'week' | 'month' | 'year';
  count: number;
}

export const DAY = 86_400_000;

/** The age of something at `now`; 0 days: today. Days up to two weeks, then weeks, months, years. */
export function ageAt(now: number, since: number): Age {
  const days = Math.max(0, Math.floor((now - since) / DAY));
  if (days < 14) return { unit: 'day', count: days };
  if (days < 7 * 13) return { unit: 'week', count: Math.floor(days / 7) };
  if (days < 365) return { unit: 'month', count: Math.floor(days / 30.44) };
  return { unit: 'year', count: Math.floor(days / 365) };
}
