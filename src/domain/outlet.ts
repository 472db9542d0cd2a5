import * as z from 'zod/mini';
import { Moment } from './moment.ts';

/** What the editor corrected for a site, used the next time something from it is captured. */
export const Outlet = z.object({
  /** The site, as `siteOf` gives it. */
  host: z.string(),
  /** How the outlet is spelled; Markdown. */
  name: z.nullable(z.string()),
  /** Who writes there when a page names nobody; Markdown. */
  byline: z.nullable(z.string()),
  /** Where its pages go. */
  sectionId: z.nullable(z.string()),
  /** Names that the site gives for authors and that are none, folded. Records of before have none. */
  rejected: z.optional(z.array(z.string())),
  changedAt: Moment,
});
export type Outlet = z.infer<typeof Outlet>;
