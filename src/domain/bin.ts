const DAY = 86_400_000;

/** As many days an entry stays in the bin. */
export const BIN_DAYS = 30;

/** Days until an entry of the bin goes for good, from 30 down to 0: it goes when the desk opens next. */
export function daysLeft(deletedAt: number, now: number): number {
  const passed = Math.floor(Math.max(0, now - deletedAt) / DAY);
  return Math.max(0, BIN_DAYS - passed);
}

/** Whether the time of an entry in the bin is over. What was deleted in the future, by a clock that was wrong, stays. */
export function isOver(deletedAt: number, now: number): boolean {
  return daysLeft(deletedAt, now) === 0;
}

/** When the bin was last looked at, and until when nothing goes from it. Milliseconds since 1970. */
export interface BinWatch {
  seenAt: number;
  restsUntil: number;
}

/** Longer than this nobody is away as a rule: the clock may have jumped, or the editor could not look after the bin. */
const USUAL_ABSENCE = 14 * DAY;

/** As long the bin rests after that, so that it can be seen what is about to go. */
const REST = 7 * DAY;

/**
 * The watch over the bin once it has been looked at. The bin rests for a week when it is looked at for the first time,
 * after a long absence, and when the clock went back: a clock that jumps years ahead must not empty it at once, and
 * whoever comes back from a journey finds everything still there.
 */
export function watchBin(before: BinWatch | undefined, now: number): BinWatch {
  const isUsual = before !== undefined && now >= before.seenAt && now - before.seenAt <= USUAL_ABSENCE;
  return { seenAt: now, restsUntil: isUsual ? before.restsUntil : now + REST };
}
