import * as z from 'zod/mini';
import { Gathered } from './gathered.ts';
import { Moment } from './moment.ts';
import { Newsletter } from './newsletter.ts';
import { PlainDate } from './plain-date.ts';

/** Everything that is remembered and is no noun of its own, by name; each value has its schema. */
export const SETTINGS = {
  /** The newsletter the editor works on, by id. */
  currentNewsletter: z.string(),
  /** Ids of sections, the one used last first. */
  recentSections: z.array(z.string()),
  /** When the bin was last looked at, and until when nothing goes from it. */
  binWatch: z.object({ seenAt: z.number(), restsUntil: z.number() }),
  /** What was last kept without the popup. */
  gathered: Gathered,
  /** An import or a restore that has begun and was not written yet. */
  begun: z.object({ what: z.enum(['import', 'restore']), at: Moment }),
  /** When the last restore was, and how many records it added, overwrote and moved to the bin. */
  lastRestore: z.object({ at: Moment, added: z.number(), changed: z.number(), removed: z.number() }),
  /** The last import, so that it can be undone as a whole: what was there before it. */
  lastImport: z.object({
    id: z.string(),
    at: Moment,
    /** When the entries were made: before they were written, while the plan was looked at. Imports of before do not say. */
    madeAt: z.optional(Moment),
    entries: z.number(),
    issues: z.number(),
    /** null: the import founded the newsletter. */
    newsletterBefore: z.nullable(Newsletter),
    /** The open issue that had to move behind the imported ones, as it was, and where it moved. Imports of before do not say. */
    movedIssue: z.nullable(
      z.object({
        id: z.string(),
        number: z.number(),
        date: PlainDate,
        to: z.optional(z.object({ number: z.number(), date: PlainDate })),
      }),
    ),
    newsletterId: z.string(),
    /** When the import changed the newsletter: behind `at` where the clock was set back. Imports of before do not say. */
    newsletterChangedAt: z.optional(Moment),
    outlets: z.array(z.string()),
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Setting<Name extends SettingName> = z.infer<(typeof SETTINGS)[Name]>;
