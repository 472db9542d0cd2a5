import type { Entry } from '../src/domain/entry.ts';
import type { RailTab } from './desk-place.ts';

/** The lists beside the issue. */
type Rail = { [Tab in RailTab]: readonly Entry[] };

const TABS = ['backlog', 'drafts', 'bin'] as const satisfies readonly RailTab[];

/** The list beside the issue in which an entry lies; null: in none of them. */
export function listOf(id: string, rail: Rail): RailTab | null {
  return TABS.find((tab) => rail[tab].some((entry) => entry.id === id)) ?? null;
}

/** The list in which everything lies that is selected. */
export function selectedList(selected: readonly string[], rail: Rail): RailTab | 'issue' {
  return listOf(selected[0] ?? '', rail) ?? 'issue';
}

/** The entry with this id, wherever it is shown. */
export function entryWith(id: string | undefined, entries: readonly Entry[], rail: Rail): Entry | undefined {
  if (id === undefined) return undefined;
  return [entries, ...TABS.map((tab) => rail[tab])].flat().find((entry) => entry.id === id);
}
