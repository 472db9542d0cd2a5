import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';

/** What the browser keeps with the page's place in its history, so that a reload shows the same issue. */
export function shownBefore(): string | null {
  const state: unknown = history.state;
  const id = typeof state === 'object' && state !== null && 'issueId' in state ? state.issueId : null;
  return typeof id === 'string' ? id : null;
}

/**
 * The issue that is shown: the one that somebody went to, else the open one; null: there is none. The other half goes to
 * another one, or (null) back to the open one.
 */
export function useShownIssue(
  issues: readonly Issue[],
  openIssue: Issue | null,
): [Issue | null, (issueId: string | null) => void] {
  const [shownId, setShownId] = useState(shownBefore);
  // Somebody goes to an issue that was made a moment ago: the list may not have it yet.
  const awaited = useRef<string | null>(null);
  const issue = issues.find(({ id }) => id === shownId) ?? openIssue;
  // From now on this issue is shown, also when another desk publishes it: nobody is led elsewhere while they write.
  useEffect(() => {
    if (issue?.id === shownId) awaited.current = null;
    else if (issue !== null && awaited.current === null) setShownId(issue.id);
  }, [issue?.id, shownId]);
  const goTo = (issueId: string | null) => {
    history.replaceState({ ...history.state, issueId }, '');
    awaited.current = issueId;
    setShownId(issueId);
  };
  return [issue, goTo];
}
