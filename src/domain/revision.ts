import * as z from 'zod/mini';
import { Entry } from './entry.ts';
import { Moment } from './moment.ts';

/** What an entry was before it was edited. */
export const Revision = z.object({
  id: z.string(),
  entryId: z.string(),
  at: Moment,
  entry: Entry,
});
export type Revision = z.infer<typeof Revision>;

/** As many as are kept per entry. */
export const REVISIONS_KEPT = 20;
