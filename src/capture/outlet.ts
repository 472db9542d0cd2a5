import { namesIn, type Thing } from './json-ld.ts';
import { decoded, line } from './line.ts';
import { firstOf, type Metas } from './metas.ts';

/** The name of the site or journal as the page gives it; empty: it gives none. */
export function outletOf(metas: Metas, text: Thing | null, things: ReadonlyMap<string, Thing>): string {
  const venue = firstOf(
    metas,
    'citation_journal_title',
    'citation_conference_title',
    'prism.publicationname',
    'citation_publisher',
  );
  const publisher = text === null ? [] : [...namesIn(text.isPartOf, things), ...namesIn(text.publisher, things)];
  const named = [
    venue,
    firstOf(metas, 'og:site_name'),
    ...publisher,
    firstOf(metas, 'application-name', 'dc.publisher'),
  ];
  for (const name of named) {
    const clean = line(decoded(name), 200);
    // An address, or a motto: neither is what readers call the site.
    if (clean !== '' && !/^(?:https?:)?\/\//i.test(clean)) return clean.replace(/\s+[|–—]\s+.*$/, '');
  }
  return '';
}
