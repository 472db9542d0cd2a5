import * as z from 'zod/mini';
import type { Entry } from './entry.ts';
import { DEFAULT_STYLE, HouseStyle } from './house-style.ts';
import { blankIssue, type Issue } from './issue.ts';
import { Learned } from './learned.ts';
import { Moment } from './moment.ts';
import { nextWeekday, type PlainDate } from './plain-date.ts';
import { byRank, rankBetween, ranksAfter } from './rank.ts';
import { Section } from './section.ts';
import type { Shape } from './shape.ts';
import { timeOfChange } from './time-of-change.ts';

/** When issues go out and close. Weekdays as in Date: 0 is Sunday. */
export const Rhythm = z.object({
  weekday: z.number(),
  closes: z.object({ weekday: z.number(), time: z.string() }),
});

/** The heading of an issue, until the editor or the past issues say another: `Field Notes #134, 26 Aug 2022`. */
export const DEFAULT_ISSUE_TITLE = '{{ newsletter.name }} #{{ issue.number }}, {{ issue.date | date: "%-d %b %Y" }}';

/** The name of the file an issue is downloaded as, until the editor wants another: `roundup-field-notes-134`. */
export const DEFAULT_FILE_NAME = 'roundup-{{ newsletter.name | slug }}-{{ issue.number }}';

/** What the editor publishes. */
export const Newsletter = z.object({
  id: z.string(),
  name: z.string(),
  /** BCP 47, for the dates and the reading direction of what is printed. */
  language: z.string(),
  /** Liquid for the heading of an issue, e.g. `{{ newsletter.name }} #{{ issue.number }}`. */
  issueTitle: z.string(),
  /** Liquid for the address of an issue's web page; empty: it has none. */
  issueAddress: z.string(),
  /** Liquid for the name of the file an issue is downloaded as, without extension. Records of the first release have none. */
  fileName: z._default(z.string(), DEFAULT_FILE_NAME),
  rhythm: Rhythm,
  style: HouseStyle,
  /** What past issues taught about the style; undefined: nothing was imported yet. */
  learned: z.optional(Learned),
  /** What a new issue begins with: the letter's text that comes back in every issue, such as a sign-off, and frame text. */
  recurring: z.optional(z.object({ letter: z.string(), frame: z.record(z.string(), z.string()) })),
  sections: z.array(Section),
  createdAt: Moment,
  changedAt: Moment,
  deletedAt: z.nullable(Moment),
});
export type Newsletter = z.infer<typeof Newsletter>;

const FRIDAY = 5;
const THURSDAY = 4;

/** What a newsletter and its first issue are made of; ids, the day and the time are passed in. */
export interface Beginning {
  name: string;
  language: string;
  /** Sections to begin with, in order. */
  sections: readonly { name: string; shape: Shape }[];
  today: PlainDate;
  now: number;
  newId: () => string;
}

/** A new newsletter with its sections, and its first issue, which goes out next Friday. */
export function beginNewsletter(beginning: Beginning): { newsletter: Newsletter; issue: Issue } {
  const { name, language, sections, today, now, newId } = beginning;
  const ranks = ranksAfter(null, sections.length);
  const newsletter: Newsletter = {
    id: newId(),
    name: name.trim(),
    language,
    issueTitle: DEFAULT_ISSUE_TITLE,
    issueAddress: '',
    fileName: DEFAULT_FILE_NAME,
    rhythm: { weekday: FRIDAY, closes: { weekday: THURSDAY, time: '23:59' } },
    style: DEFAULT_STYLE,
    sections: sections.map((section, at) => ({
      id: newId(),
      name: section.name,
      aliases: [],
      shape: section.shape,
      separator: null,
      onlyIn: null,
      rank: ranks[at] ?? rankBetween(null, null),
      changedAt: now,
      deletedAt: null,
    })),
    createdAt: now,
    changedAt: now,
    deletedAt: null,
  };
  const date = nextWeekday(today, FRIDAY);
  const issue = blankIssue({ id: newId(), newsletterId: newsletter.id, number: 1, date, now });
  return { newsletter, issue };
}

/** The sections in use, in the order they are printed: those of every issue, and those made for this one. */
export function sectionsOf(newsletter: Newsletter, issueId: string | null = null): Section[] {
  return newsletter.sections
    .filter(({ deletedAt, onlyIn }) => deletedAt === null && (onlyIn === null || onlyIn === issueId))
    .sort(byRank);
}

/**
 * Of some entries of an issue those that it leaves out, because it leaves out their section. One that is no longer in
 * use has no place to be left out of: its entries are printed behind the others.
 */
export function leftOutOf<Tagged extends Pick<Entry, 'sectionId'>>(
  issue: Pick<Issue, 'id' | 'sections'>,
  newsletter: Newsletter,
  entries: readonly Tagged[],
): Tagged[] {
  const leftOut = new Set<string | null>(
    sectionsOf(newsletter, issue.id).flatMap(({ id }) => (issue.sections[id]?.leftOut ? [id] : [])),
  );
  return entries.filter(({ sectionId }) => leftOut.has(sectionId));
}

/** The newsletter with one more section behind the others, those included that were removed and may come back. */
export function addSection(
  newsletter: Newsletter,
  added: { id: string; name: string; shape: Shape | null; now: number; onlyIn?: string | null },
): Newsletter {
  const last = newsletter.sections.toSorted(byRank).at(-1)?.rank ?? null;
  const section: Section = {
    id: added.id,
    name: added.name.trim(),
    aliases: [],
    shape: added.shape,
    separator: null,
    onlyIn: added.onlyIn ?? null,
    rank: rankBetween(last, null),
    changedAt: added.now,
    deletedAt: null,
  };
  return {
    ...newsletter,
    sections: [...newsletter.sections, section],
    changedAt: timeOfChange(added.now, newsletter.changedAt),
  };
}

/** The newsletter with these fields of one section changed. */
export function changeSection(
  newsletter: Newsletter,
  id: string,
  fields: Partial<Omit<Section, 'id'>>,
  now: number,
): Newsletter {
  return {
    ...newsletter,
    sections: newsletter.sections.map((section) =>
      section.id === id ? { ...section, ...fields, changedAt: now } : section,
    ),
    changedAt: timeOfChange(now, newsletter.changedAt),
  };
}

/**
 * The newsletter with a section one place up (-1) or down (+1) among those in use; unchanged at the end of the list.
 */
export function moveSection(newsletter: Newsletter, id: string, by: -1 | 1, now: number): Newsletter {
  const order = sectionsOf(newsletter);
  const from = order.findIndex((section) => section.id === id);
  const others = order.filter((section) => section.id !== id);
  const to = from + by;
  if (from < 0 || to < 0 || to > others.length) return newsletter;
  const before = others[to - 1]?.rank ?? null;
  const after = others[to]?.rank ?? null;
  // Two machines gave out the same rank: there is nothing between, so everything that is in use is ranked anew.
  if (before !== null && after !== null && before >= after) return moveSection(ranked(newsletter, now), id, by, now);
  return changeSection(newsletter, id, { rank: rankBetween(before, after) }, now);
}

function ranked(newsletter: Newsletter, now: number): Newsletter {
  const order = sectionsOf(newsletter);
  const ranks = ranksAfter(null, order.length);
  return order.reduce((done, { id }, at) => {
    const rank = ranks[at];
    return rank === undefined ? done : changeSection(done, id, { rank }, now);
  }, newsletter);
}
