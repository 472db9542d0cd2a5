import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { DeskCommands } from './desk-commands.ts';
import type { Slot } from './issue-order.ts';

interface DragOptions {
  commands: DeskCommands;
  /** The entry with this id, if it may be dragged. */
  entryWith: (id: string) => Entry | undefined;
}

/** How far the pointer goes before a press is a drag and no click. CSS pixels. */
const THRESHOLD = 5;
/** How near to an edge the list begins to scroll, and how fast at the very edge, per frame. CSS pixels. */
const EDGE = 56;
const SPEED = 18;

/**
 * Drags entries with the pointer: by their grips, and those of the backlog anywhere. It lifts, aims and puts down with
 * the same commands as the keys. By pointer events, not by the browser's own drag and drop, which knows no touch and
 * which nothing can drive in Firefox (so not by @atlaskit/pragmatic-drag-and-drop, which is built on it).
 */
export function useDrag(desk: RefObject<HTMLElement>, options: DragOptions): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const root = desk.current;
    if (root === null) return;
    let pressed: { entry: Entry; x: number; y: number } | null = null;
    let dragging = false;
    let pointer = { x: 0, y: 0 };
    let frame = 0;
    let toBacklog = false;

    const press = (event: PointerEvent) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const id = draggedId(event.target, event.pointerType);
      const entry = id === null ? undefined : latest.current.entryWith(id);
      if (entry === undefined) return;
      pressed = { entry, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (pressed === null) return;
      pointer = { x: event.clientX, y: event.clientY };
      if (!dragging) {
        if (Math.hypot(pointer.x - pressed.x, pointer.y - pressed.y) < THRESHOLD) return;
        dragging = true;
        document.documentElement.classList.add('is-dragging');
        getSelection()?.removeAllRanges();
        latest.current.commands.lift(pressed.entry, 'pointer');
        frame = requestAnimationFrame(scroll);
      }
      event.preventDefault();
      aim();
    };
    const aim = () => {
      const under = document.elementFromPoint(pointer.x, pointer.y);
      toBacklog = under?.closest('[data-list="backlog"]') != null;
      const slot = slotAt(under, pointer.y);
      if (slot !== undefined || toBacklog) latest.current.commands.aim(toBacklog ? null : (slot ?? null));
    };
    const scroll = () => {
      const list = document.elementFromPoint(pointer.x, pointer.y)?.closest('.issue.scroll, .desk');
      if (list) {
        const { top, bottom } = list.getBoundingClientRect();
        const over = pointer.y - top < EDGE ? pointer.y - top - EDGE : Math.max(0, pointer.y - bottom + EDGE);
        if (over !== 0) {
          list.scrollTop += Math.max(-1, Math.min(1, over / EDGE)) * SPEED;
          aim();
        }
      }
      frame = requestAnimationFrame(scroll);
    };
    const end = (drop: boolean) => {
      const was = dragging ? pressed : null;
      pressed = null;
      dragging = false;
      cancelAnimationFrame(frame);
      document.documentElement.classList.remove('is-dragging');
      if (was === null) return;
      const { commands } = latest.current;
      if (drop && toBacklog && was.entry.issueId !== null) {
        commands.letGo();
        commands.toBacklog(was.entry);
      } else if (drop) commands.putDown();
      else commands.letGo();
    };
    const release = (event: PointerEvent) => {
      // A busy browser leaves out moves: where it is let go counts.
      if (dragging) move(event);
      end(true);
    };
    const cancel = () => end(false);
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && dragging) {
        event.preventDefault();
        end(false);
      }
    };
    root.addEventListener('pointerdown', press);
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', giveUp, true);
    return () => {
      root.removeEventListener('pointerdown', press);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', giveUp, true);
      end(false);
    };
  }, [desk]);
}

/** What is dragged by a press there: by its grip, or a line of the backlog by anything in it that is no button. */
function draggedId(target: EventTarget | null, pointerType: string): string | null {
  if (!(target instanceof Element)) return null;
  const entry = target.closest<HTMLElement>('[data-entry]');
  if (entry === null) return null;
  const byGrip = target.closest('[data-act="grip"]') !== null;
  // A finger that moves over the backlog scrolls it.
  const byItself =
    pointerType !== 'touch' &&
    entry.closest('[data-list="backlog"]') !== null &&
    target.closest('button, a, input, textarea, select') === null;
  return byGrip || byItself ? (entry.dataset.entry ?? null) : null;
}

/** The place in the issue under the pointer; undefined: none, what was aimed at before stays. */
function slotAt(under: Element | null, y: number): Slot | undefined {
  const section = under?.closest<HTMLElement>('[data-section]');
  if (!section) return undefined;
  const sectionId = section.dataset.section ?? '';
  const entries = [...section.querySelectorAll<HTMLElement>('[data-entry]:not(.is-lifted)')];
  const next = entries.find((entry) => {
    const { top, height } = entry.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { sectionId, before: next?.dataset.entry ?? null };
}
