import * as z from 'zod/mini';
import { PlainDate } from './plain-date.ts';

const bounded = (length: number) => z.string().check(z.maxLength(length));

/**
 * How sure a value is. `source` is the part of the page that was followed (`citation_author`, `JSON-LD`, `og:title` …),
 * `others` are the readings that were not, the likeliest first and none twice: the form offers them one after another.
 *
 * `agreed`: two parts of the page at least say the same, and none says otherwise. Where it is false and the value is not
 * empty, the form shows “check this”.
 */
const evidenceOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.object({ source: bounded(100), agreed: z.boolean(), others: z.array(value).check(z.maxLength(5)) });

const Authors = z.array(bounded(200)).check(z.maxLength(100));

/** What the values of a capture rest on. A value that the page does not give has no evidence. */
export const Evidence = z.object({
  title: z.optional(evidenceOf(bounded(1000))),
  authors: z.optional(evidenceOf(Authors)),
  outlet: z.optional(evidenceOf(bounded(200))),
  publishedOn: z.optional(evidenceOf(bounded(40))),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What was read from a page. Pages are hostile: every field is bounded here, and a reading that does not fit is refused
 * as a whole. `capture/` cuts its values to these lengths before they leave the page. Fields that are optional are
 * those that captures of before do not have; a page that has just been read has them all, but for `picture`.
 */
export const Capture = z.object({
  title: bounded(1000),
  /** The title before the name of the site was taken off; the same as `title` where there was none. */
  rawTitle: z.optional(bounded(1000)),
  authors: Authors,
  outlet: bounded(200),
  /** The day, as `2031-02-27`, or empty. */
  publishedOn: bounded(40),
  doi: z.optional(bounded(300)),
  address: bounded(8000),
  canonical: bounded(8000),
  language: bounded(40),
  /** What the page says of itself in a sentence or two, on one line; empty: nothing. */
  description: z.optional(bounded(1000)),
  /** The picture that stands for the page, with its whole address; `alt` is empty where the page gives none. */
  picture: z.optional(z.object({ address: bounded(8000), alt: bounded(1000) })),
  /** The last days that the page names, of a call, a job or an event; none: it names none. Some may be past. */
  dueDays: z.optional(z.array(PlainDate).check(z.maxLength(5))),
  selection: bounded(20_000),
  evidence: z.optional(Evidence),
});
export type Capture = z.infer<typeof Capture>;
