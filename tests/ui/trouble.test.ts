// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { troubleOf } from '../../src/ui/trouble.ts';

const full = new DOMException('No space', 'QuotaExceededError');

test('a full disk is told from other failures, also inside an aborted transaction', () => {
  expect(troubleOf(full)).toEqual({ kind: 'full', reason: 'No space' });
  expect(troubleOf(Object.assign(new Error('Aborted'), { inner: full }))).toEqual({ kind: 'full', reason: 'No space' });
  expect(troubleOf(new Error('Odd'))).toEqual({ kind: 'database', reason: 'Odd' });
});

test('a database that was deleted is told from other failures', () => {
  const gone = Object.assign(new Error('Deleted'), { name: 'DatabaseGone' });
  expect(troubleOf(Object.assign(new Error('Not open'), { inner: gone }))).toEqual({ kind: 'gone', reason: 'Deleted' });
});

test('whatever was thrown has a reason', () => {
  const round: Error & { inner?: unknown } = new Error('Round');
  round.inner = round;
  expect(troubleOf(round).reason).toBe('Round');
  expect(troubleOf('text').reason).toBe('text');
});
