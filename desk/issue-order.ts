import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { type Newsletter, sectionsOf } from '../src/domain/newsletter.ts';
import { byRank } from '../src/domain/rank.ts';
import type { Section } from '../src/domain/section.ts';
import type { Destination } from '../src/storage/entries.ts';

/** A section of the issue with its entries in the order they are printed. */
export interface Group {
  /** null: those whose section is gone or was never chosen; they are printed last, without a heading. */
  section: Section | null;
  /** This issue leaves the section out, entries and all. */
  leftOut: boolean;
  entries: Entry[];
}

/** The issue as `render` prints it: sections in their order, empty ones too, then the entries without a section. */
export function groupsOf(
  issue: Pick<Issue, 'sections'> | null,
  entries: readonly Entry[],
  newsletter: Newsletter,
): Group[] {
  const sections = sectionsOf(newsletter);
  const known = new Set(sections.map(({ id }) => id));
  const groups: Group[] = sections.map((section) => ({
    section,
    leftOut: issue?.sections[section.id]?.leftOut ?? false,
    entries: entries.filter((entry) => entry.sectionId === section.id).sort(byRank),
  }));
  const homeless = entries.filter((entry) => entry.sectionId === null || !known.has(entry.sectionId)).sort(byRank);
  if (homeless.length > 0) groups.push({ section: null, leftOut: false, entries: homeless });
  return groups;
}

/** Where an entry stands: its group and its place in it, counted from 0. */
interface Position {
  group: Group;
  at: number;
}

/** The position of an entry, or undefined where it is not in the issue. */
export function positionOf(groups: readonly Group[], id: string): Position | undefined {
  for (const group of groups) {
    const at = group.entries.findIndex((entry) => entry.id === id);
    if (at >= 0) return { group, at };
  }
  return undefined;
}

/**
 * Where one step up (-1) or down (+1) leads: past its neighbour, or over the border to the end of the section before or
 * the start of the next one. null at the very top and bottom, and for an entry that is not in the issue.
 */
export function stepFrom(groups: readonly Group[], id: string, by: -1 | 1): Omit<Destination, 'issueId'> | null {
  const position = positionOf(groups, id);
  if (position === undefined) return null;
  const { group, at } = position;
  const neighbour = group.entries[at + by];
  if (neighbour !== undefined) {
    if (by === -1) return { sectionId: neighbour.sectionId, before: neighbour.id };
    const behind = group.entries.slice(at + 2).find((entry) => entry.sectionId === neighbour.sectionId);
    return { sectionId: neighbour.sectionId, before: behind?.id ?? null };
  }
  const next = groups[groups.indexOf(group) + by];
  if (next === undefined || next.section === null) return null;
  return { sectionId: next.section.id, before: by === 1 ? (next.entries[0]?.id ?? null) : null };
}
