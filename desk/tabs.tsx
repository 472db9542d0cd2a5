import './tabs.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A tab: its words, and how many things are behind it. `atEnd`: it stands apart, at the other end of the row. */
interface Tab<Value extends string> {
  value: Value;
  label: ComponentChildren;
  count?: number;
  atEnd?: boolean;
}

interface TabsProps<Value extends string> {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
  /** The one panel, which shows what is chosen; a tab's id is the panel's with its value behind. */
  panelId: string;
}

/** Tabs over one panel: one stop for Tab, arrow keys choose. */
export function Tabs<Value extends string>({ label, tabs, value, onChoose, panelId }: TabsProps<Value>) {
  const bar = useRef<HTMLDivElement>(null);
  const choose = (at: number) => {
    const index = (at + tabs.length) % tabs.length;
    const tab = tabs[index];
    if (tab === undefined) return;
    onChoose(tab.value);
    bar.current?.querySelectorAll('button')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const mirrored = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
    if (event.key === (mirrored ? 'ArrowLeft' : 'ArrowRight')) choose(at + 1);
    else if (event.key === (mirrored ? 'ArrowRight' : 'ArrowLeft')) choose(at - 1);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          class={tab.atEnd ? 'at-end' : undefined}
          type="button"
          role="tab"
          id={`${panelId}-${tab.value}`}
          aria-controls={panelId}
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChoose(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && <span class="n">{tab.count.toLocaleString('en')}</span>}
        </button>
      ))}
    </div>
  );
}
