/**
 * When a record is changed: now, or the moment after it was last changed where the clock has been set back since. So of two
 * versions of a record the newer one is always the later one.
 */
export const timeOfChange = (now: number, last: number): number => Math.max(now, last + 1);
