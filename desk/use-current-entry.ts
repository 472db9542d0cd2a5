import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * The entry that was chosen last, by key or by click. Not yet with the press of the pointer: the entry grows when it is
 * chosen, and the button that is being pressed must not move away before it is let go.
 */
export function useCurrentEntry(desk: RefObject<HTMLElement>): string | null {
  const [currentId, setCurrentId] = useState<string | null>(null);
  useEffect(() => {
    const root = desk.current;
    if (root === null) return;
    let pressed = false;
    const choose = (target: EventTarget | null) => {
      const entry = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
      setCurrentId(entry?.dataset.entry ?? null);
    };
    const press = () => {
      pressed = true;
    };
    const release = () => {
      // After the click, which comes behind the release.
      setTimeout(() => {
        pressed = false;
      });
    };
    const focus = (event: FocusEvent) => {
      if (!pressed) choose(event.target);
    };
    const click = (event: MouseEvent) => choose(event.target);
    root.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    root.addEventListener('focusin', focus);
    root.addEventListener('click', click);
    return () => {
      root.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      root.removeEventListener('focusin', focus);
      root.removeEventListener('click', click);
    };
  }, [desk]);
  useEffect(() => {
    // It has grown by its actions after the browser had scrolled to it.
    const at = document.activeElement;
    if (at?.closest('[data-entry]') && at.matches(':focus-visible')) at.scrollIntoView?.({ block: 'nearest' });
  }, [currentId]);
  return currentId;
}
