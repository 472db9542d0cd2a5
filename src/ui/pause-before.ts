/** A frame at 60 per second: what takes longer waits for a pause in the typing. In milliseconds. */
const FRAME = 16;
/** The longest pause that is waited for. */
const PATIENCE = 1000;

/** The pause before work that took this long the last time: long enough that it does not fall between two keys. */
export const pauseBefore = (took: number) => (took < FRAME ? 0 : Math.min(PATIENCE, 200 + 2 * took));
