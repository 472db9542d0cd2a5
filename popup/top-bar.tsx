import type { ComponentChildren } from 'preact';
import { Mark } from '../src/ui/icon.tsx';

/** The strip above the sheet: whose popup this is, and ways out. */
export function TopBar({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <header class="cap-top">
      <Mark />
      <h1 class="grow clip" dir="auto">
        {title}
      </h1>
      {children}
    </header>
  );
}
