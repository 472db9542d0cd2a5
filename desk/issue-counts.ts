import { countWords, type Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';

/** How much there is of something. */
interface Counts {
  entries: number;
  /** Those that are more than a one-liner. */
  full: number;
  oneLiners: number;
  /** Words of the commentaries. */
  words: number;
}

/** By the record: of all that are counted after a key, one has changed. */
const words = new WeakMap<Entry, number>();

function wordsOf(entry: Entry): number {
  const count = words.get(entry) ?? countWords(entry.commentary);
  words.set(entry, count);
  return count;
}

/** Counts of some entries. */
export function countsOf(entries: readonly Entry[]): Counts {
  const oneLiners = entries.filter((entry) => entry.shape === 'one-liner').length;
  return {
    entries: entries.length,
    full: entries.length - oneLiners,
    oneLiners,
    words: entries.reduce((sum, entry) => sum + wordsOf(entry), 0),
  };
}

/** Words of a whole issue: its letter, its entries and what closes it. */
export function issueWords(issue: Pick<Issue, 'letter' | 'frame'>, entries: readonly Entry[]): number {
  return countsOf(entries).words + countWords(issue.letter) + countWords(issue.frame.closing ?? '');
}

/** Words that an adult reads in a minute, silently: https://doi.org/10.1016/j.jml.2019.104047. */
const WORDS_A_MINUTE = 238;

/** How many minutes a text of so many words takes to read, at least one. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));
