import * as z from 'zod/mini';

/** What the editor corrected for a site, used the next time something from it is captured. */
export const Outlet = z.object({
  /** Host name without `www.`. */
  host: z.string(),
  name: z.nullable(z.string()),
  byline: z.nullable(z.string()),
  sectionId: z.nullable(z.string()),
  changedAt: z.number(),
});
export type Outlet = z.infer<typeof Outlet>;
