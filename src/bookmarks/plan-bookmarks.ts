import { addressKey } from '../domain/address.ts';
import { blankEntry, type Entry } from '../domain/entry.ts';
import { linkToTab } from '../domain/link.ts';
import { addSection, type Newsletter, sectionsOf } from '../domain/newsletter.ts';
import { sectionNamed } from '../domain/section.ts';
import type { Bookmark, ReadBookmarks } from './bookmark.ts';

/** Where a page is known from already. */
export type Known = { in: 'backlog' | 'draft' | 'issue' } | { in: 'ran'; number: number };

/** What the editor has decided. */
export interface BookmarkChoices {
  /** The section of each tag: its id, `new` for one of that name, null for none. What is not named is as proposed. */
  sections: Readonly<Record<string, string | null>>;
  /** Pages that ran before are added all the same. */
  withRan: boolean;
}

export interface BookmarkContext {
  newsletter: Newsletter;
  /** By the key of the page. */
  known: ReadonlyMap<string, Known>;
  importId: string;
  now: number;
}

/** What becomes of a bookmark. */
export interface BookmarkFate {
  at: number;
  name: string;
  what: 'add' | 'merge' | 'skip';
  known: Known | null;
  section: string;
}

/** What importing bookmarks would do. */
export interface BookmarkPlan {
  newsletter: Newsletter;
  entries: Entry[];
  fates: BookmarkFate[];
  /** Every tag with how many bookmarks have it, the most frequent first, and the section it goes to. */
  tags: { tag: string; count: number; section: string | null }[];
}

/**
 * Says what importing bookmarks into the backlog would do, and makes the entries. A page that is there already is
 * passed over; the same page twice is one entry with both notes.
 */
export function planBookmarks(
  { bookmarks }: ReadBookmarks,
  { newsletter, known, importId, now }: BookmarkContext,
  choices: BookmarkChoices,
  newId: () => string,
): BookmarkPlan {
  const counts = new Map<string, number>();
  for (const { tags } of bookmarks) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const proposed = (tag: string) => sectionNamed(sectionsOf(newsletter), tag)?.id ?? null;
  const tags = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([tag, count]) => ({
      tag,
      count,
      section: tag in choices.sections ? (choices.sections[tag] ?? null) : proposed(tag),
    }));
  let grown = newsletter;
  const sectionOf = new Map<string, string>();
  for (const { tag, section } of tags) {
    if (section === 'new') {
      const id = newId();
      grown = addSection(grown, { id, name: tag, shape: null, now });
      sectionOf.set(tag, id);
    } else if (section !== null) sectionOf.set(tag, section);
  }
  const names = new Map(grown.sections.map(({ id, name }) => [id, name]));
  const plan: BookmarkPlan = { newsletter: grown, entries: [], fates: [], tags };
  const byKey = new Map<string, Entry>();
  for (const bookmark of bookmarks) {
    const [link] = bookmark.links;
    const key = link === undefined ? '' : addressKey(link.address);
    const found = key === '' ? undefined : known.get(key);
    const isSkipped = found !== undefined && !(found.in === 'ran' && choices.withRan);
    const twin = isSkipped ? undefined : byKey.get(key);
    const sectionId = bookmark.tags.map((tag) => sectionOf.get(tag)).find((id) => id !== undefined) ?? null;
    plan.fates.push({
      at: bookmark.at,
      name: link?.title || link?.address || bookmark.note.slice(0, 80),
      what: isSkipped ? 'skip' : twin === undefined ? 'add' : 'merge',
      known: found ?? null,
      section: names.get(twin?.sectionId ?? sectionId ?? '') ?? '',
    });
    if (isSkipped) continue;
    if (twin !== undefined) {
      if (bookmark.note !== '' && bookmark.note !== twin.commentary) {
        twin.commentary = [twin.commentary, bookmark.note].filter((text) => text !== '').join('\n\n');
      }
      continue;
    }
    const entry = entryOf(bookmark, { newsletterId: newsletter.id, sectionId, importId, now, id: newId() });
    plan.entries.push(entry);
    if (key !== '') byKey.set(key, entry);
  }
  return plan;
}

function entryOf(
  { links, note, savedAt, entry }: Bookmark,
  made: { newsletterId: string; sectionId: string | null; importId: string; now: number; id: string },
): Entry {
  const { newsletterId, sectionId, importId, now, id } = made;
  const at = savedAt ?? now;
  const own = entry ?? {
    ...blankEntry(id, now),
    links: links.map(({ address, title, byline }) => ({ ...linkToTab({ address, title }), byline })),
    commentary: note,
  };
  return {
    ...own,
    id,
    newsletterId,
    sectionId,
    importId,
    state: 'kept',
    issueId: null,
    rank: '',
    createdAt: at,
    savedAt: at,
    editedAt: now,
    deletedAt: null,
  };
}
