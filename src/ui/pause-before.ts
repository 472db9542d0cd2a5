/** Two frames at 60 per second: nobody sees what takes less, and what takes longer waits for a pause in the typing. In milliseconds. */
const UNSEEN = 33;
/** The longest pause that is waited for. */
const PATIENCE = 1000;

/** The pause before work that took this long the last time: long enough that it does not fall between two keys. */
export const pauseBefore = (took: number) => (took < UNSEEN ? 0 : Math.min(PATIENCE, 200 + 2 * took));
