import { beginNewsletter, Newsletter } from '../../domain/newsletter.ts';
import { Section } from '../../domain/section.ts';

/**
 * What stands in a backup for a newsletter that is damaged: all of it that is sound, and for the rest what a new one has.
 * Without it no issue and no entry of the newsletter could be restored. It is older than every other version: any sound
 * one takes its place. Undefined: it has not even an id.
 */
export function standInFor(record: Readonly<Record<string, unknown>>): Newsletter | undefined {
  const { id } = record;
  if (typeof id !== 'string') return undefined;
  const blank = beginNewsletter({
    name: id,
    language: 'en',
    sections: [],
    today: '2000-01-01',
    now: 0,
    newId: () => id,
  }).newsletter;
  const sound = Object.entries(Newsletter.shape).filter(([name, schema]) => schema.safeParse(record[name]).success);
  const sections = Array.isArray(record.sections) ? record.sections : [];
  return Newsletter.safeParse({
    ...blank,
    ...Object.fromEntries(sound.map(([name]) => [name, record[name]])),
    sections: sections.flatMap((section) => Section.safeParse(section).data ?? []),
    changedAt: 0,
  }).data;
}
