import type { Entry } from '../src/domain/entry.ts';
import type { Link } from '../src/domain/link.ts';

/** A field of an entry that differs between two of its versions. */
export interface FieldChange {
  field: 'title' | 'byline' | 'address' | 'shape' | 'due' | 'section';
  was: string;
  is: string;
}

const LINK_FIELDS = ['title', 'byline', 'address'] as const;
const NO_LINK: Pick<Link, (typeof LINK_FIELDS)[number]> = { title: '', byline: '', address: '' };

/** The fields in which a version differs from the entry as it is, its text excepted. Sections come out as their ids. */
export function fieldChanges(was: Entry, is: Entry): FieldChange[] {
  const changes: FieldChange[] = [];
  for (let at = 0; at < Math.max(was.links.length, is.links.length); at += 1) {
    const before = was.links[at] ?? NO_LINK;
    const after = is.links[at] ?? NO_LINK;
    for (const field of LINK_FIELDS) {
      if (before[field] !== after[field]) changes.push({ field, was: before[field], is: after[field] });
    }
  }
  if (was.shape !== is.shape) changes.push({ field: 'shape', was: was.shape, is: is.shape });
  if (was.dueOn !== is.dueOn) changes.push({ field: 'due', was: was.dueOn ?? '', is: is.dueOn ?? '' });
  if (was.sectionId !== is.sectionId) {
    changes.push({ field: 'section', was: was.sectionId ?? '', is: is.sectionId ?? '' });
  }
  return changes;
}

/**
 * What restoring a version writes: what was typed. Where the entry stands has changed hands since, by moves that are no
 * part of any version, and stays as it is.
 */
export function restoredFields({ links, commentary, shape, dueOn }: Entry): Partial<Omit<Entry, 'id'>> {
  return { links, commentary, shape, dueOn };
}
