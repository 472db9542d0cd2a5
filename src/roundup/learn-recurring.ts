import { foldName } from '../domain/section.ts';
import type { ParsedIssue } from './parsed-issue.ts';
import { usualOf } from './usual.ts';

/** Text that comes back in most issues. */
export interface Recurring {
  /** What the letter ends with: a sign-off. */
  letter: string;
  /**
   * What stands under the heading of a section that holds nothing else ("About"), by the section's folded name. The same
   * above entries is not among them: in a week without any, it would be printed above nothing.
   */
  intros: ReadonlyMap<string, string>;
}

/** Finds what stands in more than half of the issues that could have it, and in two at least. */
export function learnRecurring(issues: readonly ParsedIssue[]): Recurring {
  const intros = new Map<string, string>();
  const seen = new Map<string, string[]>();
  for (const { name, intro, entries } of issues.flatMap(({ sections }) => sections)) {
    if (entries.length > 0) continue;
    seen.set(foldName(name), [...(seen.get(foldName(name)) ?? []), intro]);
  }
  for (const [name, texts] of seen) {
    const usual = usualOf(texts);
    if (usual !== null && usual.value !== '' && usual.count >= 2 && usual.count > usual.of / 2)
      intros.set(name, usual.value);
  }
  const letters = issues
    .map(({ letter }) => letter.split(/\r?\n\r?\n/))
    .filter((paragraphs) => paragraphs.join('') !== '');
  const ending: string[] = [];
  for (let back = 1; ; back += 1) {
    const usual = usualOf(letters.map((paragraphs) => (paragraphs.length > back ? (paragraphs.at(-back) ?? '') : '')));
    if (usual === null || usual.value === '' || usual.count < 2 || usual.count <= usual.of / 2) break;
    ending.unshift(usual.value);
  }
  return { letter: ending.join('\n\n'), intros };
}
