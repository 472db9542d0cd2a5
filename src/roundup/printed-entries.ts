import type { Entry } from '../domain/entry.ts';
import type { HouseStyle, OwnGlue } from '../domain/house-style.ts';

/** All that the print of an entry depends on, besides the entry. */
export interface PrintedUnder {
  style: HouseStyle;
  /** Glue of its section. */
  own: OwnGlue | undefined;
  /** Which entry of its section it is, from 0. */
  at: number;
}

/** What the templates of one printing may still use. */
interface Means {
  /** What has been used so far. */
  readonly used: number;
  /** Counts so much more, if there is so much left. */
  take: (count: number) => boolean;
}

interface Printed {
  under: PrintedUnder;
  text: string;
  /** What its templates used. */
  used: number;
}

/** By the record: records are never changed, a changed entry is another one. */
const printed = new WeakMap<Entry, Printed>();

/**
 * An entry as it printed the last time, or printed now: while an issue is written, all of its entries but one are as they
 * were. It counts for the limits of the templates as if it were printed again, so that the result is the same, faults
 * included.
 */
export function printedEntry(entry: Entry, under: PrintedUnder, means: Means, print: () => string): string {
  const known = printed.get(entry);
  if (known !== undefined && isSame(known.under, under) && means.take(known.used)) return known.text;
  const before = means.used;
  const text = print();
  printed.set(entry, { under, text, used: means.used - before });
  return text;
}

const isSame = (one: PrintedUnder, other: PrintedUnder) =>
  one.style === other.style && one.own === other.own && one.at === other.at;
