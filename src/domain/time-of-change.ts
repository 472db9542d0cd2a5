import { LAST_MOMENT } from './moment.ts';

/**
 * When a record is changed: now, or the moment after it was last changed where the clock has been set back since. So of two
 * versions of a record the newer one is always the later one. There is nothing behind the last moment of all.
 */
export const timeOfChange = (now: number, last: number): number => Math.min(Math.max(now, last + 1), LAST_MOMENT);

/** When a record was last changed, whatever it is; 0 where it does not say. */
export function timeOfLastChange(record: object): number {
  const { changedAt, editedAt, deletedAt, savedAt } = record as Readonly<Record<string, unknown>>;
  return Math.max(0, ...[changedAt, editedAt, deletedAt, savedAt].filter((time) => typeof time === 'number'));
}
