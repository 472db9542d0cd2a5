import * as z from 'zod/mini';
import { OwnGlue } from './house-style.ts';
import { Moment } from './moment.ts';
import { Shape } from './shape.ts';

/** A named part of an issue, e.g. "Managing Teams". Its place in the newsletter is its rank. */
export const Section = z.object({
  id: z.string(),
  name: z.string(),
  /** Other names under which it has been printed. */
  aliases: z.array(z.string()),
  /** The shape a new entry gets here; null: that of the first entry saved here, which then stays. */
  shape: z.nullable(Shape),
  /** What stands between two of its entries; null: as the house style says for their shapes. */
  separator: z.nullable(z.string()),
  /** The only issue it is in; null: every issue. Records of the first release say nothing of it. */
  onlyIn: z._default(z.nullable(z.string()), null),
  /** The text under its heading that comes back in every issue ("About this newsletter"): a new issue begins with it. */
  intro: z.optional(z.string()),
  /** How it departs from the house style, its entries included. */
  glue: z.optional(OwnGlue),
  rank: z.string(),
  changedAt: Moment,
  deletedAt: z.nullable(Moment),
});
export type Section = z.infer<typeof Section>;

/** Spelling by which two names of a section are the same: case, accents and white space do not count. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The section that goes by this name or alias, or undefined. */
export function sectionNamed(sections: readonly Section[], name: string): Section | undefined {
  const wanted = foldName(name);
  return sections.find((section) => [section.name, ...section.aliases].some((known) => foldName(known) === wanted));
}
