import { hasCommand, isComposing } from '../src/ui/keys.ts';

/** What a key does on the desk. */
type KeyCommand = 'next' | 'previous' | 'edit' | 'up' | 'down' | 'move' | 'backlog' | 'delete' | 'copy' | 'undo';

const SINGLE: Partial<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  m: 'move',
  b: 'backlog',
  c: 'copy',
  delete: 'delete',
};

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'defaultPrevented' | 'target'
>;

/**
 * What a key does, or null: nothing. While a field has the focus, and while an input method composes, every key belongs
 * to the text; Enter on a button presses it.
 */
export function keyCommand(event: Pressed): KeyCommand | null {
  if (event.defaultPrevented || isComposing(event) || isField(event.target)) return null;
  const key = event.key.toLowerCase();
  if (hasCommand(event)) return key === 'z' && !event.shiftKey && !event.altKey ? 'undo' : null;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey) return key === 'arrowup' ? 'up' : key === 'arrowdown' ? 'down' : null;
  if (key === 'enter') return isEntry(event.target) ? 'edit' : null;
  return SINGLE[key] ?? null;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]') !== null;
}

const isEntry = (target: EventTarget | null) => target instanceof HTMLElement && target.dataset.entry !== undefined;
