import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../src/ui/icon.tsx';

export interface NoteProps {
  icon: IconName;
  tone?: 'warn' | 'bad';
  label: string;
  /** What happened. */
  strong: string;
  /** What it means, and what to do. */
  text?: string;
  /** Buttons. */
  children?: ComponentChildren;
}

/** Something to know, above the work. Bad news interrupts. */
export function Note({ icon, tone, label, strong, text, children }: NoteProps) {
  return (
    <section
      class={`note ${tone === undefined ? '' : `note-${tone}`}`}
      aria-label={label}
      role={tone === 'bad' ? 'alert' : undefined}
    >
      <Icon name={icon} />
      <div class="grow">
        <p>
          <strong>{strong}</strong> {text}
        </p>
        {children && <div class="note-acts">{children}</div>}
      </div>
    </section>
  );
}
