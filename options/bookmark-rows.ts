import type { ReadBookmarks } from '../src/bookmarks/bookmark.ts';
import type { BookmarkPlan, Known } from '../src/bookmarks/plan-bookmarks.ts';
import type { Say } from '../src/ui/messages.tsx';
import type { CheckRow } from './check-table.tsx';

/** What would become of each bookmark, as rows of the dry run. */
export function bookmarkRows({ fates }: BookmarkPlan, { skipped }: ReadBookmarks, say: Say): CheckRow[] {
  const rows = fates.map(({ at, name, what, known, section }): CheckRow => {
    const hint = known === null ? (what === 'merge' ? say('bookmarksTwice') : '') : knownText(say, known);
    return {
      key: `bookmark-${at}`,
      what,
      name,
      hint,
      from: say('bookmarksAt', at),
      goesTo: what === 'skip' ? '' : section || say('bookmarksBacklog'),
    };
  });
  for (const { at, text, reason } of skipped) {
    const hint = say(reason === 'no-address' ? 'bookmarksNoAddress' : 'bookmarksNotWeb');
    rows.push({ key: `skipped-${at}`, what: 'look', name: text, hint, from: say('bookmarksAt', at) });
  }
  return rows;
}

function knownText(say: Say, known: Known): string {
  if (known.in === 'ran') return say('bookmarksRan', known.number);
  if (known.in === 'issue') return say('bookmarksInIssue');
  return say(known.in === 'draft' ? 'bookmarksInDrafts' : 'bookmarksInBacklog');
}
