import * as z from 'zod/mini';
import { Moment } from './moment.ts';

/** What came of keeping something without the popup, so that the next popup can say it and take it back. */
export const Gathered = z.object({
  at: Moment,
  /** What went into the backlog, by id. */
  entryIds: z.array(z.string()),
  /** The entry to whose commentary something was added, by id; empty: to none. */
  added: z.string(),
  /** How many pages were there already. */
  there: z.number(),
  /** How many are pages that readers cannot open. */
  unlinkable: z.number(),
  /** Why nothing was kept; empty: something was. `not-allowed`: the editor does not let Roundup see the tabs. */
  trouble: z.enum(['', 'no-newsletter', 'not-allowed', 'failed']),
});
export type Gathered = z.infer<typeof Gathered>;

/** What was kept, before anything was. */
export function nothingYet(at: number): Gathered {
  return { at, entryIds: [], added: '', there: 0, unlinkable: 0, trouble: '' };
}

/** As long as it is news, in milliseconds: who opens the popup later has moved on. */
const NEWS = 120_000;

/** Whether a popup that opens now is to say it. */
export function isNews(gathered: Gathered, now: number): boolean {
  return now - gathered.at >= 0 && now - gathered.at < NEWS;
}
