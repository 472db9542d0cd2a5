import { hasCommand, isComposing } from '../src/ui/keys.ts';

/** What a key does on the desk. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'edit'
  | 'up'
  | 'down'
  | 'move'
  | 'backlog'
  | 'delete'
  | 'copy'
  | 'undo'
  | 'redo'
  | 'select'
  | 'write'
  | 'lift'
  | 'find'
  | 'keys'
  | 'escape'
  | 'go'
  | 'preview'
  | 'markdown'
  | 'preflight';

const SINGLE: Partial<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  m: 'move',
  b: 'backlog',
  c: 'copy',
  x: 'select',
  n: 'write',
  g: 'go',
  delete: 'delete',
  escape: 'escape',
};

/** Where G leads with the key that follows. */
const AFTER_GO: Partial<Record<string, KeyCommand>> = { p: 'preview', m: 'markdown', f: 'preflight' };

/** Signs that some keyboards have on Shift. */
const SIGNS: Partial<Record<string, KeyCommand>> = { '/': 'find', '?': 'keys' };

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'defaultPrevented' | 'target'
>;

/**
 * What a key does, or null: nothing. While a field has the focus, and while an input method composes, every key belongs
 * to the text; Enter on a button presses it. `afterGo`: the key before was G.
 */
export function keyCommand(event: Pressed, afterGo = false): KeyCommand | null {
  if (event.defaultPrevented || isComposing(event) || isField(event.target)) return null;
  const key = event.key.toLowerCase();
  if (hasCommand(event)) {
    if (event.altKey) return null;
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !event.shiftKey ? 'redo' : null;
  }
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return key === 'arrowup' ? 'up' : key === 'arrowdown' ? 'down' : null;
  const sign = SIGNS[key];
  if (sign !== undefined) return sign;
  if (event.shiftKey) return null;
  if (afterGo) return AFTER_GO[key] ?? null;
  if (key === 'enter') return isEntry(event.target) ? 'edit' : null;
  if (key === ' ') return isGrip(event.target) ? 'lift' : null;
  return SINGLE[key] ?? null;
}

/** What a key does while entries are lifted, or null: nothing. */
export function liftedCommand({ key }: Pick<KeyboardEvent, 'key'>): 'up' | 'down' | 'put-down' | 'let-go' | null {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'Enter' || key === ' ') return 'put-down';
  return key === 'Escape' || key === 'Tab' ? 'let-go' : null;
}

/** Whether keys there belong to a text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]') !== null;
}

const isEntry = (target: EventTarget | null) => target instanceof HTMLElement && target.dataset.entry !== undefined;

/** What lifts an entry: its grip; the lines of the backlog, which have none, themselves. */
const isGrip = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.dataset.act === 'grip' || (isEntry(target) && target.closest('[data-list="backlog"]') !== null));
