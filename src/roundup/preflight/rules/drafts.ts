import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { onHolder } from './on-holder.ts';

/** Drafts with a commentary that were begun for this issue and never saved: they are not printed. */
export function unsavedDrafts({ drafts, issue }: Facts): Finding[] {
  return drafts.flatMap((entry) => {
    if (entry.issueId !== issue.id || entry.commentary.trim() === '') return [];
    const holder = { where: entry.id, entry, sectionId: entry.sectionId, part: null };
    const changes = [{ table: 'entries' as const, id: entry.id, fields: { state: 'kept' as const } }];
    const repairs = [{ kind: 'save-draft' as const, value: '', changes }];
    return [onHolder(holder, { kind: 'draft', severity: 'look', content: [], repairs })];
  });
}
