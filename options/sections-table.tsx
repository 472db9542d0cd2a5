import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';
import { addSection, changeSection, moveSection, type Newsletter, sectionsOf } from '../src/domain/newsletter.ts';
import { type Section, sectionNamed } from '../src/domain/section.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { NewName } from './new-name.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { type SectionChange, SectionRow } from './section-row.tsx';
import { useReturnFocus } from './use-return-focus.ts';

export interface SectionsTableProps {
  db: Database;
  browser: OptionsBrowser;
  newsletter: Newsletter;
  /** The open issue. */
  issue: Issue | null;
  onChange: (edit: (newsletter: Newsletter) => Newsletter) => void;
}

/** A section that was just removed, and what became of its entries. */
interface Removed {
  section: Section;
  entries: number;
}

/** The sections in the order they are printed. */
export function SectionsTable({ db, browser, newsletter, issue, onChange }: SectionsTableProps) {
  const say = useSay();
  const sections = sectionsOf(newsletter);
  const focusOf = useFocusThroughMoves(sections.map(({ id }) => id).join());
  const [heard, setHeard] = useState('');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [adding, setAdding] = useState(false);
  const plus = useReturnFocus(adding);

  const edit = (id: string, change: SectionChange) => {
    onChange((now) => {
      const section = now.sections.find((one) => one.id === id);
      if (section === undefined) return now;
      return changeSection(now, id, typeof change === 'function' ? change(section) : change, browser.now());
    });
  };
  const taken = (name: string, except?: string) => {
    const other = sectionNamed(
      sections.filter(({ id }) => id !== except),
      name,
    );
    return other === undefined ? null : say('optionsSectionTaken', other.name);
  };
  const move = (section: Section, by: -1 | 1) => {
    const to = sections.indexOf(section) + by;
    if (to < 0 || to >= sections.length) return;
    focusOf.keep();
    onChange((now) => moveSection(now, section.id, by, browser.now()));
    setHeard(say('optionsSectionMoved', section.name, to + 1, sections.length));
  };
  const remove = async (section: Section) => {
    const place = issue?.id ?? 'backlog';
    const { sound } = await entriesIn(db, newsletter.id, place);
    edit(section.id, { deletedAt: browser.now() });
    setRemoved({ section, entries: sound.filter(({ sectionId }) => sectionId === section.id).length });
    setHeard('');
    plus.current?.focus();
  };
  const undo = ({ section }: Removed) => {
    edit(section.id, { deletedAt: null });
    setRemoved(null);
    setHeard(say('optionsSectionBack', section.name));
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be scrolled by key, too */}
      <section class="scroll-x stack secs" tabIndex={0} aria-labelledby="sections">
        <table>
          <thead>
            <tr>
              <th>{say('optionsSection')}</th>
              <th>{say('optionsAliases')}</th>
              <th>{say('optionsUsualShape')}</th>
              <th>{say('optionsSeparator')}</th>
              <th>
                <span class="vh">{say('optionsMove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section, at) => (
              <SectionRow
                key={section.id}
                section={section}
                first={at === 0}
                last={at === sections.length - 1}
                taken={(name) => taken(name, section.id)}
                onEdit={(change) => edit(section.id, change)}
                onMove={(by) => move(section, by)}
                onRemove={() => remove(section)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {sections.length === 0 && <p class="hint none">{say('optionsNoSections')}</p>}
      <div class="adding">
        {adding ? (
          <NewName
            label={say('optionsNewSection')}
            refuse={(name) => taken(name)}
            onAdd={(name) => {
              onChange((now) => addSection(now, { id: browser.newId(), name, shape: null, now: browser.now() }));
              setHeard(say('optionsSectionAdded', name));
              setAdding(false);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <button ref={plus} class="btn" type="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {say('optionsAddSection')}
          </button>
        )}
      </div>
      <p class="vh" role="status">
        {heard}
      </p>
      <div class="toasts" role="status">
        {removed !== null && (
          <div class="toast">
            <span class="grow">
              {removed.entries === 0 || issue === null
                ? say('optionsSectionRemoved', removed.section.name)
                : sayCount(say, 'optionsSectionRemovedWith', removed.entries, removed.section.name, issue.number)}
            </span>
            <button class="act" type="button" onClick={() => undo(removed)}>
              {say('optionsUndo')}
            </button>
            <button
              class="act"
              type="button"
              aria-label={say('uiDismiss')}
              title={say('uiDismiss')}
              onClick={() => setRemoved(null)}
            >
              <Icon name="x" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}

/**
 * A row that moves takes the focus along: browsers take it from an element that is put elsewhere. Call `keep` before
 * a move; the focus is given back when the order has changed, unless the editor has put it somewhere else meanwhile.
 */
function useFocusThroughMoves(order: string): { keep: () => void } {
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focused.current?.focus();
    // It is not forgotten here: the next of several quick moves may still be on its way.
    else if (document.activeElement !== focused.current) focused.current = null;
  }, [order]);
  return {
    keep: () => {
      const active = document.activeElement;
      if (active instanceof HTMLElement && active !== document.body) focused.current = active;
    },
  };
}
