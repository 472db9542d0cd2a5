import type { WritingState } from './writing-state.ts';

/**
 * Whether a field shows what the page does not say with one voice, so that somebody ought to look: of two sources that
 * agree 79 of 100 authors are right, of one that speaks alone 58. What was edited, or saved once, was looked at.
 */
export function isDoubtful({ reading, entry, original, outlet }: WritingState, field: 'byline' | 'title'): boolean {
  if (reading?.outcome !== 'read' || original !== null || entry.touched.includes(field)) return false;
  const [link] = entry.links;
  const { evidence, authors } = reading.capture;
  // Who wrote there last need not have written this.
  if (field === 'byline' && authors.length === 0 && outlet?.byline) return link !== undefined;
  if (link === undefined || evidence === undefined || link[field] === '') return false;
  const splits = (one: { agreed: boolean; others: readonly unknown[] } | undefined) =>
    one !== undefined && !one.agreed && one.others.length > 0;
  // Pages often have one place only for title and outlet: that is no reason for doubt.
  if (field === 'title') return splits(evidence.title);
  return evidence.authors?.agreed === false || splits(evidence.outlet);
}
