import type { Entry } from '../domain/entry.ts';
import { isMoment } from '../domain/moment.ts';

/** A bookmark as a file of bookmarks has it. */
export interface Bookmark {
  links: { address: string; title: string; byline: string }[];
  /** What was written about it; byte for byte. */
  note: string;
  /** Its tags, and the folders it lies in. */
  tags: string[];
  /** When it was saved, in milliseconds since 1970; null: the file does not say. */
  savedAt: number | null;
  /** Which one of the file it is, from 1. */
  at: number;
  /** A whole entry of Roundup's own, of which nothing is to be lost. */
  entry: Entry | null;
}

export const FORMATS = ['html', 'csv', 'pinboard', 'roundup-json', 'list'] as const;
export type Format = (typeof FORMATS)[number];

/** What a file of bookmarks holds. */
export interface ReadBookmarks {
  format: Format;
  bookmarks: Bookmark[];
  /** What cannot be taken in, with its place in the file. */
  skipped: { at: number; text: string; reason: 'no-address' | 'not-web' }[];
}

/** The file is none of the kinds that can be read, or is broken; `place` names where, as far as it is known. */
export class UnreadableBookmarks extends Error {
  readonly why: 'unknown' | 'broken' | 'empty';
  readonly place: string;
  constructor(why: UnreadableBookmarks['why'], place = '') {
    super(`These bookmarks cannot be read: ${why} ${place}`);
    this.name = 'UnreadableBookmarks';
    this.why = why;
    this.place = place;
  }
}

/** Titles and tags beyond this are cut: a title is a line. Notes are the editor's own, and are not. */
export const LONGEST_TITLE = 2000;

/** A time as exports write it: seconds, milliseconds or microseconds since 1970, or a date; null: none. */
export function timeOf(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{9,17}$/.test(trimmed)) {
    const number = Number(trimmed);
    const time = number < 1e11 ? number * 1000 : number < 1e14 ? number : Math.floor(number / 1000);
    return time > 0 ? time : null;
  }
  const time = /^\d{4}-\d\d/.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return isMoment(time) ? time : null;
}

/** Text on one line, as titles and tags are. */
export const oneLine = (text: string) => text.slice(0, LONGEST_TITLE).replace(/\s+/g, ' ').trim();
