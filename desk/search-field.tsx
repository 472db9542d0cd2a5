import { useRef } from 'preact/hooks';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';

interface SearchFieldProps {
  value: string;
  onChange: (text: string) => void;
  /** Somebody is about to search, and comes from here. */
  onBegin: (from: Element | null) => void;
  /** Enter: goes to the first that was found. */
  onEnter: () => void;
  /** Goes into the results. */
  onDown: () => void;
  /** The search ends. */
  onEscape: () => void;
}

/** What narrows a search, as it is typed. */
const FILTERS = ['section:', 'issue:', 'site:', 'by:', 'is:'] as const;

/** The field for a search over everything, with what can narrow it. */
export function SearchField({ value, onChange, onBegin, onEnter, onDown, onEscape }: SearchFieldProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const add = (filter: string) => {
    onChange(`${value.trimEnd()} ${filter}`);
    field.current?.focus();
  };
  return (
    <search class="find-box">
      <div class="find">
        <label class="vh" for="find">
          {say('deskSearch')}
        </label>
        <input
          class="input"
          id="find"
          ref={field}
          type="search"
          placeholder={say('deskSearch')}
          autocomplete="off"
          spellcheck={false}
          value={value}
          aria-describedby="find-hint"
          onFocus={({ relatedTarget }) => {
            onBegin(relatedTarget instanceof Element ? relatedTarget : null);
          }}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'Escape') onEscape();
            else if (event.key === 'ArrowDown') onDown();
            else if (event.key === 'Enter') onEnter();
            else return;
            event.preventDefault();
          }}
        />
        <Icon name="search" />
        {value === '' ? (
          <span class="find-key" aria-hidden="true">
            <kbd>/</kbd>
          </span>
        ) : (
          <button
            class="btn btn-quiet btn-icon btn-sm"
            type="button"
            aria-label={say('deskSearchClear')}
            onClick={() => {
              onChange('');
              field.current?.focus();
            }}
          >
            <Icon name="x" />
          </button>
        )}
      </div>
      <p class="vh" id="find-hint">
        {say('deskSearchHint')}
      </p>
      {value !== '' && (
        <p class="find-filters">
          {say('deskSearchNarrow')}{' '}
          {FILTERS.map((filter) => (
            <button key={filter} class="act code" type="button" onClick={() => add(filter)}>
              {filter}
            </button>
          ))}
        </p>
      )}
    </search>
  );
}
