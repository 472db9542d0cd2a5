import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Shows a value in a text field that is its own master while it has the focus: nothing is written into it then but what
 * is typed. Without the focus it follows the record.
 */
export function useShownValue(field: RefObject<HTMLInputElement | HTMLTextAreaElement>, value: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    const show = () => {
      if (element.value !== value) element.value = value;
    };
    if (document.activeElement !== element) show();
    element.addEventListener('blur', show);
    return () => element.removeEventListener('blur', show);
  }, [field, value]);
}
