import * as z from 'zod/mini';
import { HouseStyle } from './house-style.ts';
import { PlainDate } from './plain-date.ts';

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
  /** Preflight findings that the editor has waved through. */
  waived: z.array(z.string()),
  /** When it closes, in milliseconds since 1970; null: not said. */
  cutoff: z.nullable(z.number()),
  state: z.enum(['draft', 'published']),
  publishedAt: z.nullable(z.number()),
  /** What went out: the Markdown byte for byte, and the style it was printed with. */
  printed: z.nullable(z.object({ markdown: z.string(), style: HouseStyle })),
  createdAt: z.number(),
  changedAt: z.number(),
  deletedAt: z.nullable(z.number()),
});
export type Issue = z.infer<typeof Issue>;

/** The issue that entries are saved into now: the draft with the lowest number, or undefined. */
export function openIssue(issues: readonly Issue[]): Issue | undefined {
  return issues
    .filter((issue) => issue.state === 'draft' && issue.deletedAt === null)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))[0];
}
