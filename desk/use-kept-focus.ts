import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** Where the focus stands: an entry, and a button of it by its name. */
interface Spot {
  entryId: string;
  act: string | null;
}

export interface KeptFocus {
  /** Goes to an entry as soon as it is there. */
  goTo: (entryId: string) => void;
  /** Where to go when entries, the one with the focus among them, are about to leave their list. */
  leave: (entryIds: readonly string[]) => void;
  /** Goes to the next (1) or previous (-1) entry of the list that has the focus, else of the issue. */
  goBy: (by: 1 | -1) => void;
}

/**
 * Keeps the focus when an entry that has it is drawn elsewhere or goes: it follows the entry, button and all, or stays
 * with its neighbour. The browser would drop it to the start of the page.
 */
export function useKeptFocus(desk: RefObject<HTMLElement>): KeptFocus {
  const wanted = useRef<string | null>(null);
  const heir = useRef<{ of: readonly string[]; is: string } | null>(null);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const beforeDrawing = spotOf(document.activeElement);

  useLayoutEffect(() => {
    const root = desk.current;
    if (root === null) return;
    const target = wanted.current === null ? null : find(root, wanted.current);
    if (target !== null && !target.contains(document.activeElement)) {
      wanted.current = null;
      target.focus();
    } else if (beforeDrawing !== null && document.activeElement === document.body) {
      const { entryId, act } = beforeDrawing;
      const next = heir.current?.of.includes(entryId) ? heir.current.is : null;
      const lost = next === null ? find(root, entryId) : null;
      const button = act === null ? null : lost?.querySelector<HTMLElement>(`[data-act="${act}"]`);
      (button ?? lost ?? (next === null ? null : find(root, next)) ?? root.querySelector('main'))?.focus();
    }
  });

  useEffect(() => {
    const root = desk.current;
    if (root === null) return;
    // Somebody has gone elsewhere: what was wanted is no longer.
    const forget = () => {
      wanted.current = null;
      heir.current = null;
    };
    root.addEventListener('focusin', forget);
    return () => root.removeEventListener('focusin', forget);
  }, [desk]);

  return {
    goTo: (entryId) => {
      wanted.current = entryId;
      redraw(undefined);
      // And once more: what a context changes inside is drawn after the page itself.
      setTimeout(redraw);
    },
    leave: (entryIds) => {
      const root = desk.current;
      const [first = ''] = entryIds;
      const list = root === null ? null : find(root, first)?.closest('[data-list]');
      const entries = entriesOf(list ?? null);
      const leaves = (entry: HTMLElement) => entryIds.includes(entry.dataset.entry ?? '');
      const at = entries.findIndex(leaves);
      const stays = (entry: HTMLElement) => !leaves(entry);
      const neighbour = (entries.slice(at).find(stays) ?? entries.slice(0, at).findLast(stays))?.dataset.entry;
      heir.current = neighbour === undefined ? null : { of: entryIds, is: neighbour };
    },
    goBy: (by) => {
      const root = desk.current;
      const active = document.activeElement;
      const list = active?.closest('[data-list]') ?? root?.querySelector('[data-list="issue"]') ?? null;
      const entries = entriesOf(list);
      const at = entries.findIndex((entry) => entry.contains(active));
      const entry = at < 0 ? entries[by === 1 ? 0 : entries.length - 1] : entries[at + by];
      entry?.focus();
    },
  };
}

const find = (root: HTMLElement, entryId: string) =>
  entriesOf(root).find((entry) => entry.dataset.entry === entryId) ?? null;

const entriesOf = (list: Element | null) =>
  list === null ? [] : [...list.querySelectorAll<HTMLElement>('[data-entry]')];

function spotOf(element: Element | null): Spot | null {
  const entry = element?.closest<HTMLElement>('[data-entry]');
  if (!entry?.dataset.entry) return null;
  return { entryId: entry.dataset.entry, act: element instanceof HTMLElement ? (element.dataset.act ?? null) : null };
}
