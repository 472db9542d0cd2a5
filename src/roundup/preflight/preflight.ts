import { type Facts, factsOf, type PreflightInput } from './facts.ts';
import { type Finding, KINDS, type Kind } from './finding.ts';
import { emptyFragments, personalAddresses, textFragments, trackedAddresses } from './rules/addresses.ts';
import { brokenLinks, spacedAddresses } from './rules/broken-links.ts';
import { deadlines } from './rules/deadlines.ts';
import { unsavedDrafts } from './rules/drafts.ts';
import { emptyLinks } from './rules/empty-link.ts';
import { missingBylines, missingCommentary } from './rules/missing-words.ts';
import { openEmphasis } from './rules/open-emphasis.ts';
import { pictures } from './rules/pictures.ts';
import { published } from './rules/published.ts';
import { readBack } from './rules/read-back.ts';
import { repeated } from './rules/repeated.ts';
import { schemes } from './rules/schemes.ts';
import { emptySections, leftOutEntries } from './rules/sections.ts';
import { siteSuffixes } from './rules/site-suffix.ts';
import { unclosed } from './rules/unclosed.ts';

const RULES: Record<Kind, (facts: Facts) => Finding[]> = {
  'empty-link': emptyLinks,
  'broken-link': brokenLinks,
  'spaced-address': spacedAddresses,
  scheme: schemes,
  unclosed,
  picture: pictures,
  deadline: deadlines,
  'read-back': readBack,
  personal: personalAddresses,
  repeated,
  published,
  tracking: trackedAddresses,
  'empty-fragment': emptyFragments,
  'text-fragment': textFragments,
  'site-suffix': siteSuffixes,
  'open-emphasis': openEmphasis,
  byline: missingBylines,
  commentary: missingCommentary,
  'left-out': leftOutEntries,
  'empty-section': emptySections,
  draft: unsavedDrafts,
};

/**
 * Everything that may be wrong with an issue, by kind and then in the order in which it is printed. What the editor has
 * waved through is among it: `issue.waived` holds the ids.
 */
export function preflight(input: PreflightInput): Finding[] {
  const facts = factsOf(input);
  return numbered(KINDS.flatMap((kind) => RULES[kind](facts)));
}

/** The same fault twice in one place: the second has an id of its own. */
function numbered(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}#${count}` };
  });
}
