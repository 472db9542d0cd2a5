import * as z from 'zod/mini';

/** 30 December 9999, and 2 January 0000. Days beyond cannot be written as days are; a time zone lies between. */
export const LAST_MOMENT = 253_402_128_000_000;
const FIRST_MOMENT = -62_167_132_800_000;

/** Whether the day of a time can be named. */
export const isMoment = (time: number): boolean => time >= FIRST_MOMENT && time <= LAST_MOMENT;

/** A time, in milliseconds since 1970, of which the day can be named: with any other a page that names it would not stand. */
export const Moment = z.number().check(z.refine(isMoment, { error: 'a time from 0000 to 9999' }));
