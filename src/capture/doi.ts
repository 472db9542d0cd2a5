import { isThing, type Thing } from './json-ld.ts';
import type { Metas } from './metas.ts';

/** A DOI wherever it stands: bare, behind `doi:`, or in an address. https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
const DOI = /\b10\.\d{4,9}\/[^\s"'<>?#&]+/;

/** The DOI that the page gives for itself, without any prefix; empty: it gives none. */
export function doiOf(metas: Metas, text: Thing | null): string {
  const named = [
    'citation_doi',
    'publication_doi',
    'prism.doi',
    'bepress_citation_doi',
    'dc.identifier',
    'dcterms.identifier',
    'dc.identifier.doi',
  ];
  const described = [text?.identifier, text?.sameAs, text?.['@id']]
    .flat()
    .map((one) => (isThing(one) ? one.value : one));
  const said = [...named.flatMap((name) => metas.get(name) ?? []), ...described];
  for (const value of said) {
    const found = typeof value === 'string' ? DOI.exec(value.slice(0, 500))?.[0] : undefined;
    if (found !== undefined) return found.replace(/[.,;)\]]+$/, '').slice(0, 300);
  }
  return '';
}
