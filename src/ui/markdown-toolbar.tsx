import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { shortcutName } from './keys.ts';
import { type MessageKey, useSay } from './messages.tsx';

/** What the toolbar's buttons and their shortcuts do. */
export type MarkdownCommand = 'bold' | 'italic' | 'link' | 'quote' | 'list';

interface Tool {
  command: MarkdownCommand;
  icon: IconName;
  name: MessageKey;
  key: string;
  shift: boolean;
  /** The physical key: with Shift held, `key` depends on the keyboard's layout. */
  code: string;
}

const TOOLS: readonly Tool[] = [
  { command: 'bold', icon: 'bold', name: 'uiBold', key: 'B', shift: false, code: 'KeyB' },
  { command: 'italic', icon: 'italic', name: 'uiItalic', key: 'I', shift: false, code: 'KeyI' },
  { command: 'link', icon: 'link', name: 'uiLink', key: 'K', shift: false, code: 'KeyK' },
  { command: 'quote', icon: 'quote', name: 'uiQuote', key: '.', shift: true, code: 'Period' },
  { command: 'list', icon: 'list', name: 'uiList', key: '8', shift: true, code: 'Digit8' },
];

/** The command a key event with Ctrl or ⌘ stands for, or undefined. Letters go by what they write, as in every program. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey'>,
): MarkdownCommand | undefined {
  if (event.altKey) return undefined;
  return TOOLS.find(
    ({ key, shift, code }) =>
      shift === event.shiftKey && (event.key.toUpperCase() === key || (shift && event.code === code)),
  )?.command;
}

export interface MarkdownToolbarProps {
  /** Id of the field it works on. */
  controls: string;
  onCommand: (command: MarkdownCommand) => void;
  /** Names that say more than "Link" or "Quote", such as "Link to this page". */
  names?: Partial<Record<MarkdownCommand, string>>;
  /** At the end of the bar, outside the row of buttons. */
  children?: ComponentChildren;
}

/** The Markdown buttons: one stop for Tab, arrow keys inside. */
export function MarkdownToolbar({ controls, onCommand, names = {}, children }: MarkdownToolbarProps) {
  const say = useSay();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);

  const moveTo = (index: number) => {
    const at = (index + TOOLS.length) % TOOLS.length;
    setStop(at);
    bar.current?.querySelectorAll('button')[at]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const rightToLeft = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
    const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === forward) moveTo(stop + 1);
    else if (event.key === back) moveTo(stop - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(TOOLS.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div class="tools">
      <div
        class="tools-row"
        ref={bar}
        role="toolbar"
        aria-label={say('uiToolbar')}
        aria-controls={controls}
        onKeyDown={onKeyDown}
      >
        {TOOLS.map(({ command, icon, name, key, shift }, at) => {
          const what = names[command] ?? say(name);
          const shortcut = shortcutName(key, shift);
          return (
            <button
              key={command}
              class="btn btn-quiet btn-icon btn-sm"
              type="button"
              tabIndex={at === stop ? 0 : -1}
              aria-label={`${what}, ${shortcut}`}
              title={`${what}  ${shortcut}`}
              // The words it is about to mark stay selected in the field.
              onMouseDown={(event) => event.preventDefault()}
              onFocus={() => setStop(at)}
              onClick={() => onCommand(command)}
            >
              <Icon name={icon} />
            </button>
          );
        })}
      </div>
      {children}
    </div>
  );
}
