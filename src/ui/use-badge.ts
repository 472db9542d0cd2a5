import { useEffect } from 'preact/hooks';

/** Shows the number of entries of the open issue on the toolbar button whenever it changes; undefined: not known yet. */
export function useBadge(count: number | undefined, showBadge: (count: number) => Promise<void>): void {
  useEffect(() => {
    if (count === undefined) return;
    // A number beside the button is no reason to trouble the editor.
    showBadge(count).catch(() => undefined);
  }, [count, showBadge]);
}
