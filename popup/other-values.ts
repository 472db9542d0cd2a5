import { addressOfPage } from '../src/domain/canonical.ts';
import { bylineProposals, type Edits } from './compose.ts';
import { nextOf } from './use-candidates.ts';
import type { WritingState } from './writing-state.ts';

// What a key turns a field to, which turns back with the same key; null: there is nothing else.

/** The next byline that the page offers, or the one before. */
export function otherByline(state: WritingState, by: 1 | -1): Edits | null {
  const [link] = state.entry.links;
  const bylines = bylineProposals(state).map(({ byline }) => byline);
  const byline = bylines[nextOf(bylines, link?.byline ?? '', by)];
  return byline === undefined || link === undefined ? null : { byline };
}

/** The page's whole title, with the site's name, or the title alone. */
export function otherTitle({ reading, entry }: WritingState): Edits | null {
  if (reading?.outcome !== 'read') return null;
  const { title, rawTitle = title } = reading.capture;
  return rawTitle === '' ? null : { title: entry.links[0]?.title === rawTitle ? title : rawTitle };
}

/** The address as the browser shows it, or the clean one. */
export function otherAddress({ entry }: WritingState): Edits | null {
  const [link] = entry.links;
  if (link === undefined) return null;
  const { address } = addressOfPage(link.original, link.capture?.canonical ?? '');
  return address === link.original ? null : { address: link.address === link.original ? address : link.original };
}
