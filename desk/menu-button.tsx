import './menu.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { usePressOutside } from './use-press-outside.ts';

/** One line of a menu. */
export interface MenuItem {
  key: string;
  label: ComponentChildren;
  /** undefined: it only says something. */
  onChoose?: () => void;
  /** The one that counts now. */
  checked?: boolean;
  /** A rule stands above it. */
  apart?: boolean;
}

interface MenuButtonProps {
  class: string;
  /** The name of the button where its content has none. */
  name?: string;
  title?: string;
  items: readonly MenuItem[];
  children: ComponentChildren;
}

/**
 * A button with a menu below it: arrows move, Enter chooses, Escape closes and goes back to the button.
 * https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function MenuButton({ items, children, name, title, ...rest }: MenuButtonProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const lines = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useEffect(() => {
    if (open) (box.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? lines()[0])?.focus();
  }, [open]);
  usePressOutside(box, open, () => setOpen(false));

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key !== 'ArrowDown' || event.target !== button.current) return;
      setOpen(true);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = lines();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
    } else if (event.key === 'Home') lines()[0]?.focus();
    else if (event.key === 'End') lines().at(-1)?.focus();
    else if (event.key === 'Tab') return setOpen(false);
    else return event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.stopPropagation() : undefined;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside
    <div class="menu-at" ref={box} onKeyDown={onKeyDown}>
      <button
        class={rest.class}
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        title={title}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div class="float menu" role="menu" id={id} aria-label={name}>
          {items.map((item) => (
            <button
              key={item.key}
              class={`opt${item.apart ? ' is-apart' : ''}`}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
              tabIndex={-1}
              aria-disabled={item.onChoose === undefined}
              onClick={() => {
                if (item.onChoose === undefined) return;
                close();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
