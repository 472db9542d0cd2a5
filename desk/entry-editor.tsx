import './entry-editor.css';
import './versions.css';
import { useCallback, useId, useRef, useState } from 'preact/hooks';
import { type Caret, type Entry, nameOf, type TouchedField } from '../src/domain/entry.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { ownLinkTarget, shapeWithOwnLink } from '../src/roundup/own-link.ts';
import { keepRevision, revisionsOf } from '../src/storage/entries.ts';
import { layAside } from '../src/storage/unfinished.ts';
import { CommentaryField } from '../src/ui/commentary-field.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { SectionPicker } from '../src/ui/section-picker.tsx';
import { ShapeChoice } from '../src/ui/shape-choice.tsx';
import { useGrowing } from '../src/ui/use-growing.ts';
import { useLive } from '../src/ui/use-live.ts';
import { useDesk } from './desk-context.ts';
import { DueField } from './due-field.tsx';
import { EntryLinks } from './entry-links.tsx';
import { GoneSection } from './gone-section.tsx';
import { keepEntryOver } from './keep-over.ts';
import { KeptLine } from './kept-line.tsx';
import { isBlank } from './link-order.ts';
import { typedAhead } from './typed-ahead.ts';
import { usePress } from './use-press.ts';
import { useShownValue } from './use-shown-value.ts';
import { useTyping } from './use-typing.ts';
import type { Versions } from './versions.tsx';

/** A commentary longer than this scrolls inside its field: a page as tall as 5,000 lines is laid out at every key. */
const LONG = 20_000;

/** Where the caret stood: an entry that somebody moves to another section while it is written is drawn anew there. */
let lastCaret: { of: string; caret: Caret } | null = null;

/** An entry being written, in its place. Every change is kept as it is made; Done only closes. */
export function EntryEditor({ entry }: { entry: Entry }) {
  const say = useSay();
  const id = useId();
  const { db, browser, commands, newsletter, issue, recentSections } = useDesk();
  // As the database must have it, if nobody else has written.
  const written = useRef(entry);
  const write = async (typed: Entry) => {
    const expected = () => {
      const known = entry.editedAt > written.current.editedAt ? entry : written.current;
      written.current = typed;
      return known;
    };
    const overwritten = await keepEntryOver(db, { typed, expected }).catch((error: unknown) => {
      // Where the page is closed before it can be written, the next one brings it home.
      layAside(typed);
      throw error;
    });
    if (overwritten !== undefined) await keepRevision(db, overwritten, browser.newId(), browser.now());
  };
  const ahead = typedAhead(db);
  const endSession = useRef<() => void>(() => undefined);
  const { shown, type } = useTyping<Entry>(entry, {
    write: (typed, at) => write({ ...typed, editedAt: at }),
    writtenAt: ({ editedAt }) => editedAt,
    now: browser.now,
    unsettled: ahead.entries,
    onTyped: () => ahead.tell(),
    onBegin: (before) => {
      commands.typing();
      keepRevision(db, before, browser.newId(), browser.now()).catch(commands.failed);
    },
    onEnd: (session) => commands.typed({ table: 'entries', id: entry.id }, session),
    beforeActing: (end) => {
      endSession.current = end;
      return commands.beforeActing(end);
    },
    onKept: commands.kept,
    onFailure: commands.failed,
  });
  const form = useRef<HTMLFormElement>(null);
  const commentary = useRef<HTMLTextAreaElement>(null);
  // Once: an untouched text area would follow a default that changes, focus or not.
  const [first] = useState(shown.commentary);
  // Once long it stays so: a field that changes its height while it is written in would jump.
  const long = useRef(false);
  long.current ||= shown.commentary.length > LONG;
  useShownValue(commentary, shown.commentary);
  useGrowing(commentary, shown.commentary, !long.current);

  const keepCaret = useCallback(
    (caret: Caret) => {
      lastCaret = { of: entry.id, caret };
    },
    [entry.id],
  );

  const versions = useLive(db, () => revisionsOf(db, entry.id).count(), [entry.id]).value ?? 0;
  // null: not asked for yet. They come then: what tells two texts apart is not loaded to write one.
  const [List, setList] = useState<typeof Versions | null>(null);
  const [showsVersions, showVersions] = useState(false);
  const [showsPreview, showPreview] = useState(false);
  const press = usePress();
  const [asksDue, askDue] = useState(false);

  // What was touched here, a popup that reads the page late must leave alone.
  const touching = ({ touched }: Entry, fields: readonly TouchedField[]) => [...new Set([...touched, ...fields])];

  const showInText = (address: string) => {
    const field = commentary.current;
    if (field === null) return;
    const at = field.value.indexOf(address);
    field.focus();
    if (at >= 0) field.setSelectionRange(at, at + address.length);
  };
  const toggleVersions = () => {
    if (showsVersions) return showVersions(false);
    import('./versions.tsx').then((module) => {
      setList(() => module.Versions);
      showVersions(true);
    }, commands.failed);
  };
  const closeVersions = () => {
    showVersions(false);
    form.current?.querySelector<HTMLElement>('[data-act="versions"]')?.focus();
  };
  const done = () => {
    // Added and never written: it would be printed as a link to nowhere.
    if (shown.links.some(isBlank)) type((now) => ({ links: now.links.filter((link) => !isBlank(link)) }));
    lastCaret = null;
    commands.done(entry);
  };

  return (
    <form
      ref={form}
      class={`entry is-edit edit${long.current ? ' is-long' : ''}`}
      data-entry={entry.id}
      aria-label={say('deskEditEntry', nameOf(shown) || say('deskUntitled'))}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) done();
      }}
    >
      <EntryLinks
        entry={shown}
        onChange={(change, touched) => type((now) => ({ links: change(now.links), touched: touching(now, touched) }))}
        onOwnAction={() => endSession.current()}
        onShowInText={showInText}
      >
        {shown.shape === 'listing' || shown.dueOn !== null || asksDue ? (
          <DueField value={shown.dueOn} onChange={(dueOn) => type(() => ({ dueOn }))} autoFocus={asksDue} />
        ) : (
          <button class="act" type="button" onClick={() => askDue(true)}>
            {say('deskAddDue')}
          </button>
        )}
      </EntryLinks>
      <CommentaryField
        id={`${id}-commentary`}
        label={say('deskCommentary')}
        initialValue={first}
        initialCaret={
          lastCaret?.of === entry.id ? lastCaret.caret : { start: first.length, end: first.length, scrollTop: 0 }
        }
        onCaret={keepCaret}
        linkTarget={ownLinkTarget(shown.links[0])}
        onLink={() => {
          const shape = shapeWithOwnLink(shown.shape);
          if (shape !== null) type((now) => ({ shape, touched: touching(now, ['shape']) }));
        }}
        onInput={(text) => type(() => ({ commentary: text }))}
        status={
          <KeptLine
            entry={entry}
            commentary={shown.commentary}
            versions={versions}
            versionsId={`${id}-versions`}
            showsVersions={showsVersions}
            onVersions={toggleVersions}
            showsPreview={showsPreview}
            onPreview={() => showPreview(!showsPreview)}
          />
        }
        fieldRef={commentary}
        autoFocus
      />
      {showsVersions && List !== null && <List id={`${id}-versions`} entry={shown} onClose={closeVersions} />}
      {showsPreview && (
        <section class="ed-preview" aria-label={say('deskCommentaryPreview')}>
          {shown.commentary.trim() === '' ? (
            <p class="muted">{say('deskNothingToPreview')}</p>
          ) : (
            press !== null && <press.CommentaryPreview text={shown.commentary} />
          )}
        </section>
      )}
      <GoneSection newsletter={newsletter} entry={shown} issueId={issue?.id ?? null} />
      <div class="ed-foot">
        <ShapeChoice
          name={`${id}-shape`}
          label={say('deskShape')}
          value={shown.shape}
          onChoose={(shape) => type((now) => ({ shape, touched: touching(now, ['shape']) }))}
        />
        <div class="ed-section">
          <SectionPicker
            id={`${id}-section`}
            label={say('deskSection')}
            sections={sectionsOf(newsletter, issue?.id)}
            recent={recentSections}
            value={shown.sectionId}
            onChoose={(sectionId) => commands.moveToSection(entry, sectionId)}
            onCreate={(name) => commands.moveToNewSection(entry, name)}
          />
        </div>
        <button class="btn" type="button" data-act="done" onClick={done}>
          {say('deskDone')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
