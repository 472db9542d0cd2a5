import * as z from 'zod/mini';
import { HouseStyle } from './house-style.ts';
import { Moment } from './moment.ts';

/** One thing the house does the same way again and again, with its evidence: "` - ` in 41 of 44 headlines". */
export const LearnedRule = z.object({
  /** What it is about, in the words of the style: `glue.byline`, `glue.body`, `reference`, `byline.etAl`, `front:date`, `shape:Jobs`, `outlet:bay.example` … */
  name: z.string(),
  value: z.string(),
  /** So many have it, */
  count: z.number(),
  /** of so many that were seen. */
  of: z.number(),
  /** What the others have, the most frequent first. */
  others: z.array(z.object({ value: z.string(), count: z.number() })),
});
export type LearnedRule = z.infer<typeof LearnedRule>;

/** What past issues taught: the style as it was learned, to go back to, and why. */
export const Learned = z.object({
  /** Milliseconds since 1970. */
  at: Moment,
  /** From so many issues with so many entries. */
  issues: z.number(),
  entries: z.number(),
  style: HouseStyle,
  issueTitle: z.string(),
  rules: z.array(LearnedRule),
});
export type Learned = z.infer<typeof Learned>;
