import { useId, useRef, useState } from 'preact/hooks';
import { countWords, type Entry, nameOf, type TouchedField } from '../src/domain/entry.ts';
import { type Link, withAddress } from '../src/domain/link.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { ownLinkTarget, shapeWithOwnLink } from '../src/roundup/own-link.ts';
import { keepRevision } from '../src/storage/entries.ts';
import { CommentaryField } from '../src/ui/commentary-field.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { SectionPicker } from '../src/ui/section-picker.tsx';
import { ShapeChoice } from '../src/ui/shape-choice.tsx';
import { useGrowing } from '../src/ui/use-growing.ts';
import { useDesk } from './desk-context.ts';
import { keepOver } from './keep-over.ts';
import { LinkFields } from './link-fields.tsx';
import { isSame } from './typing.ts';
import { useShownValue } from './use-shown-value.ts';
import { useTyping } from './use-typing.ts';

/** An entry being written, in its place. Every change is kept as it is made; Done only closes. */
export function EntryEditor({ entry }: { entry: Entry }) {
  const say = useSay();
  const id = useId();
  const { db, browser, commands, newsletter, recentSections } = useDesk();
  // As the database must have it, if nobody else has written.
  const written = useRef(entry);
  const write = async (typed: Entry) => {
    const expected = written.current;
    written.current = typed;
    const overwritten = await keepOver(db, typed);
    if (overwritten === undefined || isSame(textOf(overwritten), textOf(expected))) return;
    await keepRevision(db, overwritten, browser.newId(), browser.now());
  };
  const { shown, type } = useTyping<Entry>(entry, {
    write: (typed, at) => write({ ...typed, editedAt: at }),
    writtenAt: ({ editedAt }) => editedAt,
    now: browser.now,
    onBegin: (before) => {
      written.current = before;
      keepRevision(db, before, browser.newId(), browser.now()).catch(commands.failed);
    },
    onEnd: (session) => commands.typed(entry.id, session),
    onKept: commands.kept,
    onFailure: commands.failed,
  });
  const commentary = useRef<HTMLTextAreaElement>(null);
  // Once: an untouched text area would follow a default that changes, focus or not.
  const [first] = useState(shown.commentary);
  useShownValue(commentary, shown.commentary);
  useGrowing(commentary, shown.commentary);

  // What was touched here, a popup that reads the page late must leave alone.
  const touching = ({ touched }: Entry, field: TouchedField) =>
    touched.includes(field) ? touched : [...touched, field];
  const changeLink = (at: number, field: TouchedField, change: (link: Link) => Link) =>
    type((now) => ({
      links: now.links.map((link, index) => (index === at ? change(link) : link)),
      touched: touching(now, field),
    }));

  return (
    <form
      class="entry is-edit edit"
      data-entry={entry.id}
      aria-label={say('deskEditEntry', nameOf(shown) || say('deskUntitled'))}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) commands.done(entry);
      }}
    >
      {shown.links.map((link, at) => (
        <LinkFields
          key={at}
          id={`${id}-link-${at}`}
          link={link}
          onTitle={(title) => changeLink(at, 'title', (old) => ({ ...old, title }))}
          onByline={(byline) => changeLink(at, 'byline', (old) => ({ ...old, byline }))}
          onAddress={(address) => changeLink(at, 'address', (old) => withAddress(old, address))}
        />
      ))}
      <CommentaryField
        id={`${id}-commentary`}
        label={say('deskCommentary')}
        initialValue={first}
        initialCaret={{ start: first.length, end: first.length, scrollTop: 0 }}
        linkTarget={ownLinkTarget(shown.links[0])}
        onLink={() => {
          const shape = shapeWithOwnLink(shown.shape);
          if (shape !== null) type((now) => ({ shape, touched: touching(now, 'shape') }));
        }}
        onInput={(text) => type(() => ({ commentary: text }))}
        status={<p class="kept">{sayCount(say, 'deskWords', countWords(shown.commentary))}</p>}
        fieldRef={commentary}
        autoFocus
      />
      <div class="ed-foot">
        <ShapeChoice
          name={`${id}-shape`}
          label={say('deskShape')}
          value={shown.shape}
          onChoose={(shape) => type((now) => ({ shape, touched: touching(now, 'shape') }))}
        />
        <div class="ed-section">
          <SectionPicker
            id={`${id}-section`}
            label={say('deskSection')}
            sections={sectionsOf(newsletter)}
            recent={recentSections}
            value={shown.sectionId}
            onChoose={(sectionId) => commands.moveToSection(entry, sectionId)}
            onCreate={(name) => commands.moveToNewSection(entry, name)}
          />
        </div>
        <button class="btn" type="button" data-act="done" onClick={() => commands.done(entry)}>
          {say('deskDone')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

/** What an editor has written of an entry. */
const textOf = ({ commentary, links }: Entry) => ({ commentary, links });
