import * as z from 'zod/mini';
import { Entry } from '../domain/entry.ts';
import { Newsletter } from '../domain/newsletter.ts';
import { type Bookmark, oneLine, timeOf, UnreadableBookmarks } from './bookmark.ts';

/** https://pinboard.in/api/#posts_all */
const Pinboard = z.array(
  z.object({
    href: z.string(),
    description: z._default(z.nullable(z.string()), ''),
    extended: z._default(z.nullable(z.string()), ''),
    tags: z._default(z.string(), ''),
    time: z._default(z.string(), ''),
  }),
);

/** All entries as the desk exports them. */
const Own = z.object({
  format: z.literal('roundup-entries'),
  version: z.literal(1),
  newsletters: z.array(Newsletter),
  entries: z.array(Entry),
});

/**
 * Bookmarks of Pinboard, or Roundup's own entries.
 *
 * @throws UnreadableBookmarks, with the place: `12.href`.
 */
export function readJson(text: string): { format: 'pinboard' | 'roundup-json'; bookmarks: Bookmark[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableBookmarks('broken', error instanceof Error ? error.message : '');
  }
  if (Array.isArray(value)) {
    const posts = parsed(Pinboard, value);
    return {
      format: 'pinboard',
      bookmarks: posts.map(
        (post, at): Bookmark => ({
          links: [{ address: post.href.trim(), title: oneLine(post.description ?? ''), byline: '' }],
          note: post.extended ?? '',
          tags: post.tags.split(/\s+/).filter((tag) => tag !== ''),
          savedAt: timeOf(post.time),
          at: at + 1,
          entry: null,
        }),
      ),
    };
  }
  const isOwn = typeof value === 'object' && value !== null && 'format' in value && value.format === 'roundup-entries';
  if (!isOwn) throw new UnreadableBookmarks('unknown');
  const { newsletters, entries } = parsed(Own, value);
  const sections = new Map(newsletters.flatMap((one) => one.sections.map(({ id, name }) => [id, name])));
  const kept = entries.filter(({ deletedAt }) => deletedAt === null);
  return {
    format: 'roundup-json',
    bookmarks: kept.map((entry, at): Bookmark => {
      const section = sections.get(entry.sectionId ?? '');
      return {
        links: entry.links.map(({ address, title, byline }) => ({ address, title, byline })),
        note: entry.commentary,
        tags: section === undefined ? [] : [section],
        savedAt: entry.savedAt ?? entry.createdAt,
        at: at + 1,
        entry,
      };
    }),
  };
}

function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UnreadableBookmarks('broken', result.error.issues[0]?.path.join('.') ?? '');
}
