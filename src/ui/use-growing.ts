import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

// Firefox has no `field-sizing: content` yet. https://developer.mozilla.org/docs/Web/CSS/field-sizing
const growsByItself = () => typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content');

/** Makes a text area as tall as its text; with `grows` false it has the height its stylesheet gives it. */
export function useGrowing(field: RefObject<HTMLTextAreaElement>, text: string, grows = true): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || growsByItself()) return;
    if (!grows) {
      element.style.blockSize = '';
      return;
    }
    const grow = () => {
      element.style.blockSize = 'auto';
      element.style.blockSize = `${element.scrollHeight}px`;
    };
    grow();
    element.addEventListener('input', grow);
    return () => element.removeEventListener('input', grow);
  }, [field, text, grows]);
}
