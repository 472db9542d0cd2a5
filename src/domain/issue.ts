import * as z from 'zod/mini';
import { HouseStyle, OwnGlue } from './house-style.ts';
import { Moment } from './moment.ts';
import { addDays, PlainDate } from './plain-date.ts';

/** How an issue that was published prints one of its sections. */
export const IssueHeading = z.object({
  /** The heading as Markdown; empty: as the newsletter names the section. */
  name: z.string(),
  /** Its place in this issue; empty: that in the newsletter. */
  rank: z.string(),
  /** It is printed though nothing stands under it. */
  isBare: z.boolean(),
  glue: OwnGlue,
});
export type IssueHeading = z.infer<typeof IssueHeading>;

/** One edition of a newsletter. Its entries point to it; the order of sections is the newsletter's. */
export const Issue = z.object({
  id: z.string(),
  newsletterId: z.string(),
  number: z.number(),
  date: PlainDate,
  /** Its heading; empty: the newsletter's title template makes one. */
  title: z.string(),
  subtitle: z.string(),
  /** Markdown before the first section. */
  letter: z.string(),
  /** Other text of the frame by name: `hero` (address of a picture), `closing` (behind the sections), and what a style adds. */
  frame: z.record(z.string(), z.string()),
  /** What this issue says of a section, by the section's id: a text under its heading, or that it is left out. */
  sections: z.record(z.string(), z.object({ intro: z.string(), leftOut: z.boolean() })),
  /** How it departs from the house style. */
  glue: z.optional(OwnGlue),
  /** The same of its sections, by the section's id. */
  headings: z.optional(z.record(z.string(), IssueHeading)),
  /** Its page on the web; undefined: where the newsletter's template says. */
  address: z.optional(z.string()),
  /** The import it came with, by id. */
  importId: z.optional(z.string()),
  /** Preflight findings that the editor has waved through. */
  waived: z.array(z.string()),
  /** When it closes, in milliseconds since 1970; null: not said. */
  cutoff: z.nullable(Moment),
  state: z.enum(['draft', 'published']),
  publishedAt: z.nullable(Moment),
  /** What went out: the Markdown byte for byte, and the style it was printed with. */
  printed: z.nullable(
    z.object({
      markdown: z.string(),
      style: HouseStyle,
      /** The entries that went out; undefined: not known. */
      entryIds: z.optional(z.array(z.string())),
      /** The newsletter as it was called then; undefined: not known. The HTML page shows it, the Markdown need not. */
      newsletter: z.optional(z.object({ name: z.string(), language: z.string() })),
    }),
  ),
  createdAt: Moment,
  changedAt: Moment,
  deletedAt: z.nullable(Moment),
});
export type Issue = z.infer<typeof Issue>;

/** An issue in which nothing stands yet. */
export function blankIssue(made: {
  id: string;
  newsletterId: string;
  number: number;
  date: PlainDate;
  now: number;
}): Issue {
  const { now, ...own } = made;
  return {
    ...own,
    title: '',
    subtitle: '',
    letter: '',
    frame: {},
    sections: {},
    waived: [],
    cutoff: null,
    state: 'draft',
    publishedAt: null,
    printed: null,
    createdAt: now,
    changedAt: now,
    deletedAt: null,
  };
}

/**
 * The issue that entries are saved into now: the draft with the lowest number, or undefined. One that went out already
 * and is only being corrected is not meant.
 */
export function openIssue(issues: readonly Issue[]): Issue | undefined {
  return issues
    .filter((issue) => issue.state === 'draft' && issue.printed === null && issue.deletedAt === null)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))[0];
}

/** Whether the issue went out already and was opened again to correct it. */
export function isReopened(issue: Pick<Issue, 'state' | 'printed'>): boolean {
  return issue.state === 'draft' && issue.printed !== null;
}

/** As many days lie between two issues where nothing is known yet. */
const WEEKLY = 7;

/** As many of the last gaps are looked at: an old rhythm does not count. */
const RECENT_GAPS = 8;

/** The days that usually lie between two issues: the median of the last gaps, a week where there are none. */
export function usualGap(issues: readonly Pick<Issue, 'date' | 'deletedAt'>[]): number {
  const days = issues.filter(({ deletedAt }) => deletedAt === null).map(({ date }) => Date.parse(date) / 86_400_000);
  days.sort((a, b) => a - b);
  const gaps = days.flatMap((day, at) => (at === 0 ? [] : [day - (days[at - 1] ?? day)])).filter((gap) => gap > 0);
  const recent = gaps.slice(-RECENT_GAPS).sort((a, b) => a - b);
  return recent[Math.floor((recent.length - 1) / 2)] ?? WEEKLY;
}

/** Frame text that belongs to one issue alone: its picture, and where a past one departed from the frame of its house. */
const OWN_FRAME = /^(?:hero|front|front_.*|with|without|comments)$/;

/** What comes back in every issue of a newsletter. */
interface Returning {
  recurring?: { letter: string; frame: Record<string, string> } | undefined;
  sections: readonly { id: string; intro?: string | undefined; deletedAt: number | null; onlyIn: string | null }[];
}

/**
 * The issue that follows all the others: the next number, the usual gap later, and the text that is the same every week.
 *
 * @param issues those of the newsletter, at least one.
 */
export function nextIssue(
  issues: readonly Issue[],
  made: { id: string; now: number },
  returning: Returning = { sections: [] },
): Issue | undefined {
  const last = issues
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((a, b) => b.number - a.number || (a.id < b.id ? -1 : 1))[0];
  if (last === undefined) return undefined;
  const frame = Object.fromEntries(Object.entries(last.frame).filter(([name]) => !OWN_FRAME.test(name)));
  const { recurring, sections } = returning;
  const intros = sections.flatMap(({ id, intro = '', deletedAt, onlyIn }) =>
    intro === '' || deletedAt !== null || onlyIn !== null ? [] : [[id, { intro, leftOut: false }] as const],
  );
  return {
    ...blankIssue({
      ...made,
      newsletterId: last.newsletterId,
      number: Math.floor(last.number) + 1,
      date: addDays(last.date, usualGap(issues)),
    }),
    letter: recurring?.letter ?? '',
    frame: { ...recurring?.frame, ...frame },
    sections: Object.fromEntries(intros),
  };
}

/**
 * When an issue closes, in milliseconds since 1970: what its editor said, else the newsletter's usual hour on the last
 * such weekday up to its date. In the time zone of this machine.
 */
export function closesAt(
  issue: Pick<Issue, 'cutoff' | 'date'>,
  closes: { weekday: number; time: string },
): number | null {
  if (issue.cutoff !== null) return issue.cutoff;
  const [hours, minutes] = closes.time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null;
  const weekday = new Date(`${issue.date}T00:00:00Z`).getUTCDay();
  const day = addDays(issue.date, -((weekday - closes.weekday + 7) % 7));
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
}
