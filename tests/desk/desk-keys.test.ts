// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { keyCommand, liftedCommand } from '../../desk/desk-keys.ts';

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
    ['z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['y', { ctrlKey: true, shiftKey: true }, null],
    ['x', {}, 'select'],
    ['n', {}, 'write'],
    ['g', {}, 'go'],
    ['/', {}, 'find'],
    ['/', { shiftKey: true }, 'find'],
    ['?', { shiftKey: true }, 'keys'],
    ['Escape', {}, 'escape'],
    [' ', {}, null],
    ['c', { ctrlKey: true }, null],
    ['C', { shiftKey: true }, null],
    ['b', { altKey: true }, null],
    ['ArrowDown', {}, null],
    ['j', { isComposing: true }, null],
    ['j', { keyCode: 229 }, null],
    ['j', { defaultPrevented: true }, null],
    ['Enter', {}, null],
    ['q', {}, null],
  ])('%s with %j means %s', (key, more, command) => {
    expect(pressed(key, more)).toBe(command);
  });

  test.each([
    ['p', 'preview'],
    ['m', 'markdown'],
    ['f', 'preflight'],
    ['j', null],
  ])('%s behind G means %s', (key, command) => {
    const event = { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
    expect(keyCommand({ ...event, keyCode: 0, defaultPrevented: false, target: null }, true)).toBe(command);
  });

  test.each([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['Enter', 'put-down'],
    [' ', 'put-down'],
    ['Escape', 'let-go'],
    ['Tab', 'let-go'],
    ['j', null],
  ])('%s while entries are lifted means %s', (key, command) => {
    expect(liftedCommand({ key })).toBe(command);
  });
});
