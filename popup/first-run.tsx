import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { TopBar } from './top-bar.tsx';

export interface FirstRunProps {
  /** Of the page that waits behind; empty: it has none. */
  pageTitle: string;
  /** Starts the newsletter; rejects where it could not be written. */
  onStart: (name: string) => Promise<void>;
  /** What went wrong at the last try, in a sentence; empty: nothing. */
  trouble: string;
}

/** The first time: one field, and it works. */
export function FirstRun({ pageTitle, onStart, trouble }: FirstRunProps) {
  const say = useSay();
  const [name, setName] = useState('');
  const [nameless, setNameless] = useState(false);
  const starting = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const start = async () => {
    if (name.trim() === '') {
      setNameless(true);
      field.current?.focus();
      return;
    }
    if (starting.current) return;
    starting.current = true;
    try {
      await onStart(name);
    } finally {
      starting.current = false;
    }
  };

  const problem = nameless ? say('popupFirstNameless') : trouble;
  return (
    <main class="cap cap-short">
      <TopBar title="Roundup" />
      <form class="first" onSubmit={(event) => event.preventDefault()}>
        <h2>{say('popupFirstQuestion')}</h2>
        <p class="muted">{say('popupFirstText')}</p>
        <label class="label" for="newsletter">
          {say('popupFirstName')}
        </label>
        <input
          class="input"
          id="newsletter"
          ref={field}
          dir="auto"
          autocomplete="off"
          value={name}
          aria-invalid={problem !== ''}
          aria-describedby="newsletter-problem"
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
            setNameless(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.repeat || isComposing(event)) return;
            event.preventDefault();
            void start();
          }}
        />
        <p class="problem" id="newsletter-problem" role="alert">
          {problem !== '' && <Icon name="warn" />} {problem}
        </p>
        <div class="row">
          {/* No submit button: the browser would send the form at an Enter that belongs to an input method. */}
          <button class="btn btn-primary" type="button" onClick={() => void start()}>
            {say('popupFirstStart')}{' '}
            <span aria-hidden="true">
              <kbd>↵</kbd>
            </span>
          </button>
        </div>
        {pageTitle !== '' && (
          <p class="waits">
            <Icon name="page" />
            <span>{say('popupFirstThen', pageTitle)}</span>
          </p>
        )}
      </form>
    </main>
  );
}
