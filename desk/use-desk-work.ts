import { useMemo, useRef } from 'preact/hooks';
import { type Issue, openIssue } from '../src/domain/issue.ts';
import type { Database } from '../src/storage/database.ts';
import type { IssueShelf } from '../src/storage/issue-shelf.ts';
import { type Live, useLiveAtOnce } from '../src/ui/use-live.ts';
import type { DeskBrowser } from './desk-browser.ts';
import { type DeskBase, readBase } from './desk-data.ts';
import { useIssues } from './use-issues.ts';

/** What the desk works on: a newsletter with its issues, and what both need beside them. */
export interface DeskWork extends DeskBase {
  /** The issue that entries are saved into; null: every issue is published. */
  openIssue: Issue | null;
  /** The issues of the newsletter, those that were removed excepted. */
  issues: readonly Issue[];
  /** These are all. Until then those that have not gone out are all there, and of the others any may be missing. */
  knowsAllIssues: boolean;
  /** Where more issues can be asked for. */
  shelf: IssueShelf | null;
}

const NO_ISSUES = { openIssue: null, issues: [], knowsAllIssues: true, shelf: null };

/** Follows what the desk works on. A newsletter comes with its issues: until they are there, the last one stays. */
export function useDeskWork(db: Database, newestBackup: DeskBrowser['newestBackup']): Live<DeskWork> {
  const base = useLiveAtOnce(db, (one) => readBase(one, newestBackup), []);
  const issues = useIssues(db, base.value?.newsletter?.id ?? null);
  const last = useRef<DeskWork>();
  const value = useMemo(() => {
    if (base.value === undefined) return undefined;
    const { newsletter } = base.value;
    if (newsletter === null) return { ...base.value, ...NO_ISSUES };
    if (issues.value?.newsletterId !== newsletter.id) return last.current;
    const { issues: known, complete } = issues.value;
    return {
      ...base.value,
      openIssue: openIssue(known) ?? null,
      issues: known,
      knowsAllIssues: complete,
      shelf: issues.shelf,
    };
  }, [base.value, issues.value, issues.shelf]);
  last.current = value;
  return { value, error: base.error ?? issues.error };
}
