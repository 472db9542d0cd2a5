// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { keyCommand } from '../../desk/desk-keys.ts';

describe('a key', () => {
  const pressed = (key: string, more: object = {}) =>
    keyCommand({
      key,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      keyCode: 0,
      defaultPrevented: false,
      target: null,
      ...more,
    });
  test.each([
    ['j', {}, 'next'],
    ['K', {}, 'previous'],
    ['m', {}, 'move'],
    ['b', {}, 'backlog'],
    ['c', {}, 'copy'],
    ['Delete', {}, 'delete'],
    ['ArrowUp', { altKey: true }, 'up'],
    ['ArrowDown', { altKey: true }, 'down'],
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { ctrlKey: true, shiftKey: true }, null],
    ['c', { ctrlKey: true }, null],
    ['C', { shiftKey: true }, null],
    ['b', { altKey: true }, null],
    ['ArrowDown', {}, null],
    ['j', { isComposing: true }, null],
    ['j', { keyCode: 229 }, null],
    ['j', { defaultPrevented: true }, null],
    ['Enter', {}, null],
    ['x', {}, null],
  ])('%s with %j means %s', (key, more, command) => {
    expect(pressed(key, more)).toBe(command);
  });
});
