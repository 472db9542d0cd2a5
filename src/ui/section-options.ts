import { foldName, type Section, sectionNamed } from '../domain/section.ts';

/** One line of the section picker's list. */
export type SectionOption =
  | { kind: 'section'; section: Section; group: 'recent' | 'all' }
  /** The offer to make a section of what was typed. */
  | { kind: 'add'; name: string };

/**
 * What the picker lists for a query: recent sections first, then the others in the newsletter's order; with a query
 * those whose name or alias holds it, where a match at the start of a word comes before one inside. A name that no
 * section goes by can be added.
 */
export function sectionOptions(
  sections: readonly Section[],
  recent: readonly string[],
  query: string,
): SectionOption[] {
  const wanted = foldName(query);
  if (wanted === '') return unfiltered(sections, recent);
  const ranked = sections
    .map((section) => ({ section, rank: matchRank(section, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
  const options: SectionOption[] = ranked.map(({ section }) => ({ kind: 'section', section, group: 'all' }));
  if (sectionNamed(sections, query) === undefined) options.push({ kind: 'add', name: query.trim() });
  return options;
}

function unfiltered(sections: readonly Section[], recent: readonly string[]): SectionOption[] {
  const used = recent.flatMap((id) => sections.find((section) => section.id === id) ?? []);
  const others = sections.filter((section) => !used.includes(section));
  return [
    ...used.map((section): SectionOption => ({ kind: 'section', section, group: 'recent' })),
    ...others.map((section): SectionOption => ({ kind: 'section', section, group: 'all' })),
  ];
}

const NO_MATCH = 3;

function matchRank(section: Section, wanted: string): number {
  const ranks = [section.name, ...section.aliases].map((name) => {
    const folded = foldName(name);
    if (folded.startsWith(wanted)) return 0;
    if (folded.includes(` ${wanted}`)) return 1;
    return folded.includes(wanted) ? 2 : NO_MATCH;
  });
  return Math.min(...ranks);
}
