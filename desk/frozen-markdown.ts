import type { Issue } from '../src/domain/issue.ts';

/** What went out, of an issue that is published; null: the issue is still being written, or corrected. */
export function frozenMarkdown(issue: Issue | null): string | null {
  return issue?.state === 'published' && issue.printed !== null ? issue.printed.markdown : null;
}
