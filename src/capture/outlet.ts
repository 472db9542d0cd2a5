import { type Followed, followed, type Said } from './followed.ts';
import { namesIn, type Thing } from './json-ld.ts';
import { decoded, line } from './line.ts';
import { firstOf, type Metas } from './metas.ts';
import { foldedName } from './person-names.ts';

/** The name of the site or journal as the page gives it; null: it gives none. */
export function outletOf(
  metas: Metas,
  text: Thing | null,
  things: ReadonlyMap<string, Thing>,
): Followed<string> | null {
  const of = (source: string, ...names: string[]): [string, string][] =>
    names.map((name): [string, string] => [source, name]);
  const venues = ['citation_journal_title', 'citation_conference_title', 'prism.publicationname', 'citation_publisher'];
  const named = [
    ...of('citation', firstOf(metas, ...venues)),
    ...of('og:site_name', firstOf(metas, 'og:site_name')),
    ...of('JSON-LD', ...(text === null ? [] : [...namesIn(text.isPartOf, things), ...namesIn(text.publisher, things)])),
    ...of('application-name', firstOf(metas, 'application-name')),
    ...of('dc.publisher', firstOf(metas, 'dc.publisher')),
  ];
  const said = named.flatMap(([source, name]): Said<string>[] => {
    const clean = line(decoded(name), 200);
    // An address, or a motto: neither is what readers call the site.
    if (clean === '' || /^(?:https?:)?\/\//i.test(clean)) return [];
    return [{ source, value: clean.replace(/\s+[|–—]\s+.*$/, '') }];
  });
  return followed(said, foldedName);
}
