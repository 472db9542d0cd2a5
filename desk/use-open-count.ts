import { countEntries } from '../src/storage/entries.ts';
import { useBadge } from '../src/ui/use-badge.ts';
import { useLive } from '../src/ui/use-live.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { Databases } from './desk-tools.ts';
import type { DeskWork } from './use-desk-work.ts';

/**
 * Shows on the toolbar button how much lies in the open issue. Counted by the ids that are known: to find them again
 * would read every issue with each key that is typed.
 */
export function useOpenCount(databases: Databases, { newsletter, openIssue }: DeskWork, browser: DeskBrowser): void {
  const [newsletterId, issueId] = [newsletter?.id, openIssue?.id];
  const { value } = useLive(
    databases.relaxed,
    async (db) => (newsletterId === undefined || issueId === undefined ? 0 : countEntries(db, newsletterId, issueId)),
    [newsletterId, issueId],
  );
  useBadge(value, browser.showBadge);
}
