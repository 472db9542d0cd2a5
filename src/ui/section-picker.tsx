import './section-picker.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Section } from '../domain/section.ts';
import { Icon } from './icon.tsx';
import { isComposing } from './keys.ts';
import { useSay } from './messages.tsx';
import { type SectionOption, sectionOptions } from './section-options.ts';

export interface SectionPickerProps {
  id: string;
  /** In the newsletter's order, without deleted ones. */
  sections: readonly Section[];
  /** Ids, the one used last first. */
  recent?: readonly string[];
  value: string | null;
  onChoose: (id: string) => void;
  /** Makes a section with this name and chooses it. */
  onCreate: (name: string) => void;
  /** How many entries a section has, by its id: shown beside its name. */
  counts?: ReadonlyMap<string, number>;
  describedBy?: string;
  /** The accessible name where no `<label for>` names it. */
  label?: string;
  autoFocus?: boolean;
}

/**
 * Chooses a section: type to filter (case and accents do not count, aliases do), arrows and Enter, or a number from 1
 * to 9 while nothing has been typed. The list opens with the focus, because the numbers stand in it. Closed, the field
 * shows the section's name.
 */
export function SectionPicker(props: SectionPickerProps) {
  const { id, sections, recent = [], value } = props;
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const chosen = sections.find((section) => section.id === value);
  const options = open ? sectionOptions(sections, recent, query) : [];
  const at = Math.min(active, options.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [open, at, query]);

  const show = (text = '') => {
    setQuery(text);
    const unfiltered = sectionOptions(sections, recent, '');
    const own = unfiltered.findIndex((option) => option.kind === 'section' && option.section.id === value);
    setActive(text === '' ? Math.max(0, own) : 0);
    setOpen(true);
  };
  const hide = () => {
    setOpen(false);
    setQuery('');
  };
  const choose = (option: SectionOption | undefined) => {
    if (option === undefined) return;
    hide();
    if (option.kind === 'add') props.onCreate(option.name);
    else props.onChoose(option.section.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const unfiltered = query === '';
    if (/^[1-9]$/.test(event.key) && unfiltered && !event.altKey) {
      const option = sectionOptions(sections, recent, '')[Number(event.key) - 1];
      if (option === undefined) return;
      choose(option);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (open) setActive(wrap(at + (event.key === 'ArrowDown' ? 1 : -1), options.length));
      else show();
    } else if (event.key === 'Home' && open) setActive(0);
    else if (event.key === 'End' && open) setActive(options.length - 1);
    else if (event.key === 'Enter' && open && options.length > 0) choose(options[at]);
    else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      hide();
    } else {
      // Tab takes what was typed with it, but never makes a section behind the editor's back.
      const option = options[at];
      if (event.key === 'Tab' && !unfiltered && option?.kind === 'section') choose(option);
      return;
    }
    event.preventDefault();
  };

  return (
    <div class="combo">
      <input
        class="input"
        id={id}
        ref={input}
        role="combobox"
        aria-label={props.label}
        aria-expanded={open && options.length > 0}
        aria-controls={open && options.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={open && options.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-describedby={props.describedBy}
        autocomplete="off"
        spellcheck={false}
        placeholder={say(sections.length === 0 ? 'uiSectionFirst' : 'uiSectionPlaceholder')}
        value={open ? query : (chosen?.name ?? '')}
        onInput={(event) => show(event.currentTarget.value)}
        onFocus={() => show()}
        onClick={() => {
          if (!open) show();
        }}
        onBlur={hide}
        onKeyDown={onKeyDown}
      />
      <span class="combo-end" aria-hidden="true">
        {sections.length > 0 && <kbd>1–{Math.min(9, sections.length)}</kbd>}
        <Icon name="down" />
      </span>
      {options.length > 0 && (
        <div class="float list" role="listbox" id={`${id}-list`} ref={list} aria-label={say('uiSections')}>
          {options.map((option, index) => (
            <OptionLine
              key={option.kind === 'section' ? option.section.id : 'add'}
              id={`${id}-${index}`}
              option={option}
              heading={query === '' ? headingAt(options, index) : null}
              number={query === '' && index < 9 ? index + 1 : null}
              active={index === at}
              count={option.kind === 'section' ? props.counts?.get(option.section.id) : undefined}
              onChoose={() => choose(option)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const wrap = (index: number, length: number) => (length === 0 ? 0 : (index + length) % length);

/** The group that begins at this line; a list of one group needs no heading. */
function headingAt(options: readonly SectionOption[], index: number): 'recent' | 'all' | null {
  const groupAt = (at: number) => {
    const option = options[at];
    return option?.kind === 'section' ? option.group : null;
  };
  if (groupAt(0) === 'all') return null;
  return groupAt(index) === groupAt(index - 1) ? null : groupAt(index);
}

interface OptionLineProps {
  id: string;
  option: SectionOption;
  heading: 'recent' | 'all' | null;
  number: number | null;
  active: boolean;
  count: number | undefined;
  onChoose: () => void;
}

function OptionLine({ id, option, heading, number, active, count, onChoose }: OptionLineProps) {
  const say = useSay();
  return (
    <>
      {heading !== null && (
        <div role="presentation" class="opt-group">
          {say(heading === 'recent' ? 'uiSectionsRecent' : 'uiSectionsAll')}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field, which has the focus, takes the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field */}
      <div
        role="option"
        class="opt"
        id={id}
        aria-selected={active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        {number !== null && <kbd>{number}</kbd>}
        {option.kind === 'add' && <Icon name="plus" />}
        <span class="grow">{option.kind === 'add' ? say('uiSectionAdd', option.name) : option.section.name}</span>
        {count !== undefined && <span class="n">{count}</span>}
      </div>
    </>
  );
}
