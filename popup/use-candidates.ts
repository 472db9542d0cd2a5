import { useState } from 'preact/hooks';
import { isComposing } from '../src/ui/keys.ts';

/** A list of what a field could hold, beside the field that has the focus. */
export interface Candidates {
  open: boolean;
  /** Which one the field holds; -1: none of them. */
  at: number;
  show: () => void;
  hide: () => void;
  pick: (index: number) => void;
  /** For the field; tells whether the key was one of the list's. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * Goes through what a field could hold: Alt+↓ and Alt+↑ put the next one into it and show the list, in which arrows and
 * digits do the same. Escape and Enter close it.
 */
export function useCandidates(texts: readonly string[], value: string, onPick: (text: string) => void): Candidates {
  const [open, setOpen] = useState(false);
  const at = texts.indexOf(value);
  const pick = (index: number) => {
    const text = texts[index];
    if (text !== undefined && text !== value) onPick(text);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || texts.length === 0) return false;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const number = /^[1-9]$/.test(event.key) && !event.altKey ? Number(event.key) - 1 : -1;
    if (by !== 0 && (event.altKey || open)) {
      setOpen(true);
      pick(nextOf(texts, value, by));
    } else if (open && number >= 0 && number < texts.length) {
      pick(number);
      setOpen(false);
    } else if (open && (event.key === 'Enter' || event.key === 'Escape')) setOpen(false);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const isOpen = open && texts.length > 0;
  return { open: isOpen, at, show: () => setOpen(true), hide: () => setOpen(false), pick, onKeyDown };
}

/** The place of the one after (or before) the value, round and round; from a value that is none of them, the first. */
export function nextOf(texts: readonly string[], value: string, by: 1 | -1): number {
  const at = texts.indexOf(value);
  return at < 0 ? 0 : (at + by + texts.length) % texts.length;
}
