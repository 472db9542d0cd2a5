import { useState } from 'preact/hooks';
import { beginNewsletter, type Newsletter } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { foldName } from '../src/domain/section.ts';
import type { Database } from '../src/storage/database.ts';
import { addNewsletter, allNewsletters, updateNewsletter } from '../src/storage/newsletters.ts';
import { writeSetting } from '../src/storage/settings.ts';
import { firstSections } from '../src/ui/first-sections.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { useKeep } from './keeping.tsx';
import { NewName } from './new-name.tsx';
import type { OptionsBrowser } from './options-browser.ts';

interface NewslettersProps {
  db: Database;
  browser: OptionsBrowser;
  /** The one that is worked on. */
  current: Newsletter;
}

/** Every newsletter of this editor: which one is worked on, a way to begin another one, and to put one away. */
export function Newsletters({ db, browser, current }: NewslettersProps) {
  const say = useSay();
  const keep = useKeep();
  const [naming, setNaming] = useState(false);
  const all = useLive(db, allNewsletters, []).value;
  // Until the others are known, a name that one of them has would be taken.
  if (all === undefined) return null;
  const inUse = all.filter(({ deletedAt }) => deletedAt === null);
  const put = (id: string, deletedAt: number | null) =>
    keep(updateNewsletter(db, id, (now) => ({ ...now, deletedAt, changedAt: browser.now() })));
  const begin = (name: string) => {
    setNaming(false);
    const now = browser.now();
    const { language, newId } = browser;
    const today = dayOf(new Date(now));
    keep(addNewsletter(db, beginNewsletter({ name, language, sections: firstSections(say), today, now, newId })));
  };
  return (
    <section aria-labelledby="newsletters">
      <h3 id="newsletters">{say('optionsNewsletters')}</h3>
      <p>{say('optionsNewslettersHint')}</p>
      {all.length > 1 && (
        <ul class="newsletters">
          {all.map((one) => (
            <li key={one.id}>
              <span class={one.deletedAt === null ? 'grow' : 'grow muted'} dir="auto">
                {one.name}
              </span>
              {one.id === current.id && <span class="muted">{say('optionsWorkedOn')}</span>}
              {one.deletedAt !== null && (
                <button class="btn btn-sm" type="button" onClick={() => put(one.id, null)}>
                  {say('optionsPutBack')} <span class="vh">{one.name}</span>
                </button>
              )}
              {one.deletedAt === null && one.id !== current.id && (
                <button
                  class="btn btn-sm"
                  type="button"
                  onClick={() => keep(writeSetting(db, 'currentNewsletter', one.id))}
                >
                  {say('optionsWorkOn')} <span class="vh">{one.name}</span>
                </button>
              )}
              {one.deletedAt === null && inUse.length > 1 && (
                <button class="btn btn-sm btn-quiet" type="button" onClick={() => put(one.id, browser.now())}>
                  {say('optionsPutAway')} <span class="vh">{one.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {naming ? (
        <NewName
          label={say('optionsNewNewsletter')}
          refuse={(name) =>
            all.some((one) => foldName(one.name) === foldName(name))
              ? say('optionsNewsletterExists', name.trim())
              : null
          }
          onAdd={begin}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <button class="act" type="button" onClick={() => setNaming(true)}>
          {say('optionsAddNewsletter')}
        </button>
      )}
    </section>
  );
}
