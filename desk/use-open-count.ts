import { countEntries } from '../src/storage/entries.ts';
import { useBadge } from '../src/ui/use-badge.ts';
import { useLive } from '../src/ui/use-live.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { DeskWork } from './desk-data.ts';
import type { Databases } from './desk-tools.ts';

/**
 * Shows on the toolbar button how much lies in the open issue. Counted by the ids that are known: to find them again
 * would read every issue with each key that is typed.
 */
export function useOpenCount(databases: Databases, { work }: DeskWork, browser: DeskBrowser): void {
  const [newsletterId, issueId] = [work?.newsletter.id, work?.issue?.id];
  const { value } = useLive(
    databases.relaxed,
    async (db) => (newsletterId === undefined || issueId === undefined ? 0 : countEntries(db, newsletterId, issueId)),
    [newsletterId, issueId],
  );
  useBadge(value, browser.showBadge);
}
