// `userAgentData` is missing in Firefox; `platform` is deprecated and understood everywhere.
export const isApple = typeof navigator !== 'undefined' && /^(Mac|iP)/.test(navigator.platform);

/** Whether the key that stands for commands is held: Ctrl, on a Mac ⌘ (where Ctrl moves the caret). */
export function hasCommand(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return isApple ? event.metaKey : event.ctrlKey;
}

/**
 * Whether an input method is composing: then Enter, arrows and digits belong to it. Safari and some input methods end
 * the composition before the keydown of its Enter and tell it by code 229 alone.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** How a shortcut is written for people: `Ctrl+Shift+8`, on a Mac `⇧⌘8`. */
export function shortcutName(key: string, shift = false): string {
  return isApple ? `${shift ? '⇧' : ''}⌘${key}` : `Ctrl+${shift ? 'Shift+' : ''}${key}`;
}
