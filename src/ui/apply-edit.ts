import type { Edit, Selected } from './markdown-edit.ts';

/** The text and selection of a field. */
export function selectedIn(field: HTMLTextAreaElement): Selected {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/**
 * Makes an edit in a field as if it were typed: the browser's own undo takes it back and an input event tells of it.
 * `execCommand` is deprecated and has no successor that keeps undo in a textarea. It is `setRangeText` that takes over
 * where a browser no longer has it, at the price of the undo.
 */
export function applyEdit(field: HTMLTextAreaElement, edit: Edit): void {
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  const typed =
    edit.insert === '' ? document.execCommand?.('delete') : document.execCommand?.('insertText', false, edit.insert);
  if (!typed) {
    field.setRangeText(edit.insert, edit.from, edit.to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  }
  field.setSelectionRange(edit.start, edit.end);
}
