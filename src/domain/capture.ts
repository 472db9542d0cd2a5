import * as z from 'zod/mini';

const bounded = (length: number) => z.string().check(z.maxLength(length));

/**
 * What was read from a page. Pages are hostile: every field is bounded here, and a reading that does not fit is refused
 * as a whole. `capture/` cuts its values to these lengths before they leave the page.
 */
export const Capture = z.object({
  title: bounded(1000),
  authors: z.array(bounded(200)).check(z.maxLength(100)),
  outlet: bounded(200),
  /** The day, as `2031-02-27`, or empty. */
  publishedOn: bounded(40),
  /** Captures of before have none. */
  doi: z.optional(bounded(300)),
  address: bounded(8000),
  canonical: bounded(8000),
  language: bounded(40),
  selection: bounded(20_000),
});
export type Capture = z.infer<typeof Capture>;

/** The byline of a capture as plain text: `Author, Outlet`; an outlet that is itself the author is named once. */
export function bylineOf(capture: Pick<Capture, 'authors' | 'outlet'>): string {
  const { authors, outlet } = capture;
  const names =
    authors.length > 2
      ? `${authors.slice(0, -1).join(', ')}, and ${authors[authors.length - 1]}`
      : authors.join(' and ');
  return [names, authors.includes(outlet) ? '' : outlet].filter((part) => part !== '').join(', ');
}
