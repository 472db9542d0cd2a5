/** What these prove is that nothing is lost: one failure in a hundred is a failure. */
const LOSE_NOTHING = /\/(?:faults\/[^/]+|backup-lost|drafts|kill|saving|together)\.test\.ts$/;

/** More files than this do not fail by chance. */
const FAIL_BY_CHANCE = 3;

/**
 * Whether what failed may be run once more: on a busy machine a browser now and then does not start, or forgets a key.
 *
 * @param failing paths of the files that failed, with slashes; errors outside of tests have a name that is no file's.
 */
export function hasSecondChance(failing: readonly string[]): boolean {
  if (failing.length === 0 || failing.length > FAIL_BY_CHANCE) return false;
  return failing.every((file) => file.endsWith('.test.ts') && !LOSE_NOTHING.test(file));
}
