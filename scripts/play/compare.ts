import { diffLines } from 'diff';

/** A place where two texts differ, and why, as far as it is known. */
export interface TextDifference {
  expected: string;
  found: string;
  /** null: not explained, which is a fault. */
  reason: string | null;
}

/** Every difference between two texts, by lines, with its reason. */
export function compare(expected: string, found: string): TextDifference[] {
  const differences: TextDifference[] = [];
  const changes = diffLines(expected, found);
  for (const [at, change] of changes.entries()) {
    const before = changes[at - 1];
    if (change.removed && !changes[at + 1]?.added) differences.push(explained(change.value, ''));
    else if (change.added) differences.push(explained(before?.removed ? before.value : '', change.value));
  }
  return differences;
}

function explained(expected: string, found: string): TextDifference {
  const oneSpace = expected.replace(/^(\[.*\]\(.*\)) - {2}/gm, '$1 - ');
  const reason = oneSpace === found ? 'the issue sets this byline off with two spaces, the house style with one' : null;
  return { expected, found, reason };
}
