/** A place on the desk that an address can name. */
export type DeskPlace = { list: RailTab } | { entryId: string };

export type RailTab = 'backlog' | 'drafts' | 'bin';

/** The place that the part of an address behind `#` names: `#drafts`, `#backlog`, `#bin`, `#entry=<id>`. */
export function placeInAddress(hash: string): DeskPlace | null {
  const name = hash.replace(/^#/, '');
  if (name === 'drafts' || name === 'backlog' || name === 'bin') return { list: name };
  const id = /^entry=(.+)$/.exec(name)?.[1];
  return id === undefined ? null : { entryId: id };
}
