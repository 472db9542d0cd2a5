import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { type Newsletter, sectionsOf } from '../src/domain/newsletter.ts';
import { byRank } from '../src/domain/rank.ts';
import type { Section } from '../src/domain/section.ts';

/** A section of the issue with its entries in the order they are printed. */
export interface Group {
  /** null: those whose section is gone or was never chosen; they are printed last, without a heading. */
  section: Section | null;
  /** This issue leaves the section out, entries and all. */
  leftOut: boolean;
  entries: Entry[];
}

/**
 * The issue as `render` prints it: sections in their order, empty ones too, then the entries without a section. Of an
 * issue that went out, sections that were removed since are shown as well, and empty ones are not.
 */
export function groupsOf(
  issue: Pick<Issue, 'id' | 'sections' | 'state'> | null,
  entries: readonly Entry[],
  newsletter: Newsletter,
): Group[] {
  const isPublished = issue?.state === 'published';
  const sections = isPublished ? newsletter.sections.toSorted(byRank) : sectionsOf(newsletter, issue?.id);
  const known = new Set(sections.map(({ id }) => id));
  const groups: Group[] = sections
    .map((section) => ({
      section,
      leftOut: issue?.sections[section.id]?.leftOut ?? false,
      entries: entries.filter((entry) => entry.sectionId === section.id).sort(byRank),
    }))
    .filter((group) => !isPublished || group.entries.length > 0);
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

/** A place between the entries of a section, before one of them or (null) at the end. */
export interface Slot {
  sectionId: string | null;
  before: string | null;
}

/**
 * Where one step up (-1) or down (+1) leads entries that move together: past their neighbour, or over the border to the
 * end of the section before or the start of the next one. null at the very top and bottom, and for entries that are not
 * in the issue.
 */
export function stepFrom(groups: readonly Group[], ids: readonly string[], by: -1 | 1): Slot | null {
  const positions = ids.flatMap((id) => positionOf(groups, id) ?? []);
  const far = (one: Position, other: Position) =>
    (groups.indexOf(one.group) - groups.indexOf(other.group) || one.at - other.at) * by;
  const [edge] = positions.sort(far).reverse();
  if (edge === undefined) return null;
  const { group, at } = edge;
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

/** Every place where entries can be put down that were taken up, from top to bottom. */
export function slotsOf(groups: readonly Group[], lifted: readonly string[]): Slot[] {
  return groups.flatMap(({ section, entries }) => {
    if (section === null) return [];
    const others = entries.filter(({ id }) => !lifted.includes(id));
    return [...others.map(({ id }) => id), null].map((before) => ({ sectionId: section.id, before }));
  });
}

/** The slot in which an entry lies now; the last one where it lies elsewhere. */
export function slotOf(groups: readonly Group[], lifted: readonly string[]): Slot | null {
  const slots = slotsOf(groups, lifted);
  const position = lifted.map((id) => positionOf(groups, id)).find((found) => found !== undefined);
  const sectionId = position?.group.section?.id;
  if (position === undefined || sectionId === undefined) return slots.at(-1) ?? null;
  const behind = position.group.entries.slice(position.at).find(({ id }) => !lifted.includes(id));
  return { sectionId, before: behind?.id ?? null };
}

/** Whether two slots are the same. */
export function isSameSlot(one: Slot | null, other: Slot | null): boolean {
  return one?.sectionId === other?.sectionId && one?.before === other?.before;
}
