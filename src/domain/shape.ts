import * as z from 'zod/mini';

/**
 * How an entry prints: `headline` (link, byline, then the commentary), `inline` (the link stands inside the
 * commentary), `one-liner` (link and commentary in one paragraph), `listing` (job, event).
 */
export const Shape = z.enum(['headline', 'inline', 'one-liner', 'listing']);
export type Shape = z.infer<typeof Shape>;

export const SHAPES: readonly Shape[] = Shape.options;
