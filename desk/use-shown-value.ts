import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Shows a value in a text field that is its own master while it is written in: nothing is put into it then but what is
 * typed. Without the focus it follows the record, and so it does while its window is not the one with the keyboard:
 * then somebody may be writing the same text in the popup. It goes on to follow until a first key has come back, because
 * the popup's last words may be told only after its window has gone.
 */
export function useShownValue(field: RefObject<HTMLTextAreaElement>, value: string): void {
  const away = useRef(false);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    const show = () => showIn(element, value);
    const leave = () => {
      away.current = true;
      show();
    };
    const write = () => {
      away.current = false;
    };
    if (document.activeElement !== element || !document.hasFocus() || away.current) show();
    element.addEventListener('blur', show);
    element.addEventListener('input', write);
    element.addEventListener('compositionstart', write);
    window.addEventListener('blur', leave);
    window.addEventListener('focus', show);
    return () => {
      element.removeEventListener('blur', show);
      element.removeEventListener('input', write);
      element.removeEventListener('compositionstart', write);
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', show);
    };
  }, [field, value]);
}

/** Exchanges the text; the caret stays between the words where it was. */
function showIn(element: HTMLTextAreaElement, value: string): void {
  const before = element.value;
  if (before === value) return;
  const { selectionStart, selectionEnd, scrollTop } = element;
  let same = 0;
  while (same < before.length && before[same] === value[same]) same += 1;
  let sameAtEnd = 0;
  const most = Math.min(before.length, value.length) - same;
  while (sameAtEnd < most && before.at(-1 - sameAtEnd) === value.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const moved = (at: number) => {
    if (at <= same) return at;
    const fromEnd = before.length - at;
    return value.length - Math.min(fromEnd, sameAtEnd);
  };
  element.value = value;
  element.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  element.scrollTop = scrollTop;
}
