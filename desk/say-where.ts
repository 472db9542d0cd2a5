import { type Entry, nameOf } from '../src/domain/entry.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { byRank } from '../src/domain/rank.ts';
import type { Finding } from '../src/roundup/preflight/finding.ts';
import { isCarriedByText } from '../src/roundup/render.ts';
import type { Say } from '../src/ui/messages.tsx';

/** Where a finding is: the title that is printed there, else the section and which of its entries; or a text of the frame. */
export function sayWhere(
  say: Say,
  { entryId, sectionId, part }: Pick<Finding, 'entryId' | 'sectionId' | 'part'>,
  entries: readonly Entry[],
  newsletter: Newsletter,
): string {
  const section = newsletter.sections.find(({ id }) => id === sectionId)?.name ?? say('deskNoSection');
  if (part === 'letter') return say('deskLetter');
  if (part === 'closing') return say('deskClosing');
  if (part === 'hero') return say('deskWhereHero');
  if (part === 'intro') return say('deskWhereIntro', section);
  if (part !== null) return part;
  if (entryId === null) return section;
  const entry = entries.find(({ id }) => id === entryId);
  if (entry === undefined) return section;
  const title = entry.links.find((link) => link.title.trim() !== '')?.title ?? '';
  if (title !== '' && !isCarriedByText(entry)) return title;
  const inSection = entries.filter((other) => other.sectionId === entry.sectionId).sort(byRank);
  const at = inSection.findIndex(({ id }) => id === entryId);
  return at < 0 ? nameOf(entry) || say('deskUntitled') : say('deskWhereNth', section, at + 1);
}
