import { expect, test } from 'vitest';
import { pauseBefore } from '../../src/ui/pause-before.ts';

test.each([
  [0, 0],
  [17, 0],
  [32, 0],
  [40, 280],
  [400, 1_000],
  [60_000, 1_000],
])('work that took %i ms waits %i ms', (took, pause) => {
  expect(pauseBefore(took)).toBe(pause);
});
