import type { Finding } from '../src/roundup/preflight/finding.ts';

/** How many findings there are to fix, and how many to look at. */
export function countOf(findings: readonly Finding[]): { fix: number; look: number } {
  const fix = findings.filter(({ severity }) => severity === 'fix').length;
  return { fix, look: findings.length - fix };
}
