import * as z from 'zod/mini';

/** Everything that is remembered and is no noun of its own, by name; each value has its schema. */
export const SETTINGS = {
  /** The newsletter the editor works on, by id. */
  currentNewsletter: z.string(),
  /** Ids of sections, the one used last first. */
  recentSections: z.array(z.string()),
  /** When the bin was last looked at, and until when nothing goes from it. */
  binWatch: z.object({ seenAt: z.number(), restsUntil: z.number() }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Setting<Name extends SettingName> = z.infer<(typeof SETTINGS)[Name]>;
