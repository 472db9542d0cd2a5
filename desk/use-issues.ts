import { useLayoutEffect, useState } from 'preact/hooks';
import type { Database } from '../src/storage/database.ts';
import { IssueShelf, type KnownIssues } from '../src/storage/issue-shelf.ts';
import type { Live } from '../src/ui/use-live.ts';
import { idle } from './idle.ts';
import { shownBefore } from './use-shown-issue.ts';

/** The issues of a newsletter, and where more of them can be asked for. */
export interface LiveIssues extends Live<KnownIssues> {
  shelf: IssueShelf | null;
}

const NOTHING: LiveIssues = { value: undefined, error: undefined, shelf: null };

/** Follows the issues of a newsletter; null: there is none. While another one's are on their way, the last ones stay. */
export function useIssues(db: Database, newsletterId: string | null): LiveIssues {
  const [live, setLive] = useState(NOTHING);
  // Before the page is drawn: what comes next waits for it.
  useLayoutEffect(() => {
    if (newsletterId === null) return;
    const shelf = new IssueShelf(db, newsletterId, {
      tell: (value) => setLive({ value, error: undefined, shelf }),
      fail: (error) => setLive((last) => ({ ...last, error })),
      idle,
    });
    shelf.open(shownBefore());
    return () => shelf.close();
  }, [db, newsletterId]);
  return live;
}
