import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasSecondChance } from '../../scripts/second-chance.ts';

const JOURNEYS = new URL('../e2e/', import.meta.url);
const journeys = readdirSync(JOURNEYS, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.ts'))
  .sort();

test('the journeys that prove that nothing is lost are never run a second time', () => {
  expect(journeys.filter((path) => !hasSecondChance([`/work/tests/e2e/${path}`]))).toEqual([
    'backup-lost.test.ts',
    'drafts.test.ts',
    'faults/closed.test.ts',
    'faults/kills.test.ts',
    'faults/pages.test.ts',
    'faults/writes.test.ts',
    'kill.test.ts',
    'saving.test.ts',
    'together.test.ts',
  ]);
});

test.each([
  ['one other file', ['/e2e/pages.test.ts'], true],
  ['three others', ['/e2e/pages.test.ts', '/e2e/desk.test.ts', '/e2e/style.test.ts'], true],
  ['four', ['/e2e/pages.test.ts', '/e2e/desk.test.ts', '/e2e/style.test.ts', '/e2e/fields.test.ts'], false],
  ['another beside one that proves that nothing is lost', ['/e2e/pages.test.ts', '/e2e/kill.test.ts'], false],
  ['errors outside of tests', ['journeys: errors outside of tests'], false],
  ['nothing', [], false],
])('failing together: %s', (_, failing, expected) => {
  expect(hasSecondChance(failing)).toBe(expected);
});
