import { useState } from 'preact/hooks';
import { beginNewsletter } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Database } from '../src/storage/database.ts';
import { lastHeld } from '../src/storage/lost.ts';
import { addNewsletter } from '../src/storage/newsletters.ts';
import { firstSections } from '../src/ui/first-sections.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useKeep } from './keeping.tsx';
import type { OptionsBrowser } from './options-browser.ts';

/** Before there is a newsletter: the one field that makes it. */
export function FirstNewsletter({ db, browser }: { db: Database; browser: OptionsBrowser }) {
  const say = useSay();
  const keep = useKeep();
  const [name, setName] = useState('');
  const [begun, setBegun] = useState(false);
  const begin = async () => {
    if (name.trim() === '' || begun) return;
    setBegun(true);
    const now = browser.now();
    const { language, newId } = browser;
    const today = dayOf(new Date(now));
    const adding = addNewsletter(
      db,
      beginNewsletter({ name, language, sections: firstSections(say), today, now, newId }),
    );
    keep(adding);
    await adding.catch(() => setBegun(false));
  };
  return (
    <form
      class="first"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      {lastHeld() !== null && (
        <p class="note note-bad" role="alert" id="lost">
          <Icon name="stop" />
          <span>
            {say('optionsLost')} <a href="#backup">{say('optionsLostRestore')}</a>
          </span>
        </p>
      )}
      <h2>{say('optionsFirstQuestion')}</h2>
      <p class="lede">{say('optionsFirstHint')}</p>
      <label class="label" for="first-name">
        {say('optionsFirstName')}
      </label>
      <input
        class="input"
        id="first-name"
        dir="auto"
        autocomplete="off"
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button class="btn btn-primary" type="submit" aria-disabled={name.trim() === '' || begun}>
        {say('optionsFirstStart')}
      </button>
    </form>
  );
}
