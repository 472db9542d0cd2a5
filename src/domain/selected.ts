import * as z from 'zod/mini';

const bounded = (length: number) => z.string().check(z.maxLength(length));

/** What is selected on a page, and how it is found again there. Pages are hostile: bounded here, cut in the page. */
export const Selected = z.object({
  text: bounded(20_000),
  /** null: it stands there more than once and nothing tells it apart, or the page has no address for a part of it. */
  passage: z.nullable(
    z.object({ start: bounded(2000), end: bounded(2000), prefix: bounded(2000), suffix: bounded(2000) }),
  ),
});
export type Selected = z.infer<typeof Selected>;
