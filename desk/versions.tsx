import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countWords, type Entry, nameOf } from '../src/domain/entry.ts';
import { Revision } from '../src/domain/revision.ts';
import { SHAPES, type Shape } from '../src/domain/shape.ts';
import { withoutLongSame, wordDiff } from '../src/roundup/word-diff.ts';
import { revisionsOf } from '../src/storage/entries.ts';
import { parseRecords } from '../src/storage/records.ts';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { SHAPE_NAMES } from '../src/ui/shape-names.ts';
import { useLive } from '../src/ui/use-live.ts';
import { useDesk } from './desk-context.ts';
import { sayMoment } from './say-time.ts';
import { type FieldChange, fieldChanges, restoredFields } from './version-changes.ts';

interface VersionsProps {
  id: string;
  /** As it is now. */
  entry: Entry;
  onClose: () => void;
}

/** What an entry was before, the newest first, with what has changed since; any of it can be brought back. */
export function Versions({ id, entry, onClose }: VersionsProps) {
  const say = useSay();
  const { db, browser, commands } = useDesk();
  const box = useRef<HTMLElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const revisions = useLive(db, async () => {
    const records = await revisionsOf(db, entry.id).toArray();
    return parseRecords('revisions', Revision, records).sound.reverse();
  }, [entry.id]).value;
  const loaded = revisions !== undefined;
  useEffect(() => {
    if (loaded) box.current?.querySelector('button')?.focus();
  }, [loaded]);
  const now = browser.now();

  const restore = (revision: Revision) => {
    const at = browser.now();
    const moment = sayMoment(say, revision.at, at);
    const said = say('deskVersionRestored', nameOf(revision.entry) || say('deskUntitled'), moment);
    // What is replaced is kept as a version itself, as by every action that replaces text.
    commands.changeEntry(entry.id, { ...restoredFields(revision.entry), editedAt: at }, said);
    onClose();
  };

  return (
    <section
      class="versions"
      id={id}
      ref={box}
      aria-label={say('deskVersionsTitle')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        // The list closes, the editor stays.
        event.preventDefault();
        onClose();
      }}
    >
      <ul>
        {revisions?.map((revision) => (
          <Version
            key={revision.id}
            id={`${id}-${revision.id}`}
            revision={revision}
            entry={entry}
            moment={sayMoment(say, revision.at, now)}
            isOpen={revision.id === openId}
            onToggle={() => setOpenId(revision.id === openId ? null : revision.id)}
            onRestore={() => restore(revision)}
          />
        ))}
      </ul>
      <p class="hint">
        {say('deskVersionsHint')}{' '}
        <button class="act" type="button" onClick={onClose}>
          {say('deskVersionsClose')}
        </button>
      </p>
    </section>
  );
}

interface VersionProps {
  id: string;
  revision: Revision;
  entry: Entry;
  moment: string;
  isOpen: boolean;
  onToggle: () => void;
  onRestore: () => void;
}

function Version({ id, revision, entry, moment, isOpen, onToggle, onRestore }: VersionProps) {
  const say = useSay();
  const was = revision.entry;
  const words = useMemo(() => countWords(was.commentary), [was]);
  const changes = fieldChanges(was, entry);
  const textChanged = was.commentary !== entry.commentary;
  const fields = [...new Set(changes.map(({ field }) => say(FIELD_NAMES[field]).toLowerCase()))];
  const differs = [...(textChanged ? [say('deskCommentary').toLowerCase()] : []), ...fields];
  return (
    <li>
      <button
        class="version-h"
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <Icon name="history" />
        <span class="grow">{say('deskVersionUntil', moment)}</span>
        <span class="muted">
          {sayCount(say, 'deskWords', words)},{' '}
          {differs.length === 0 ? say('deskVersionSame') : say('deskVersionDiffers', differs.join(', '))}
        </span>
      </button>
      {isOpen && (
        <div class="version" id={id}>
          {changes.map((change, at) => (
            <FieldDiff key={at} change={change} />
          ))}
          {textChanged && <TextDiff was={was.commentary} is={entry.commentary} />}
          {differs.length > 0 && (
            <button class="btn btn-sm" type="button" onClick={onRestore}>
              <Icon name="undo" />
              {say('deskVersionRestore')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

const FIELD_NAMES = {
  title: 'deskTitle',
  byline: 'deskByline',
  address: 'deskAddress',
  shape: 'deskShape',
  due: 'deskDueOn',
  section: 'deskSection',
} as const satisfies Record<FieldChange['field'], string>;

function FieldDiff({ change }: { change: FieldChange }) {
  const say = useSay();
  const { newsletter } = useDesk();
  const named = (value: string) => {
    if (change.field === 'section') return newsletter.sections.find(({ id }) => id === value)?.name ?? value;
    const isShape = change.field === 'shape' && (SHAPES as readonly string[]).includes(value);
    return isShape ? say(SHAPE_NAMES[value as Shape]) : value;
  };
  return (
    <p class="diff" dir="auto">
      <span class="muted">{say(FIELD_NAMES[change.field])}: </span>
      {change.was !== '' && <del>{named(change.was)}</del>} {change.is !== '' && <ins>{named(change.is)}</ins>}
      {change.field === 'section' && <span class="muted"> {say('deskVersionSectionStays')}</span>}
    </p>
  );
}

/** As much of a single piece is drawn: two long texts that share nothing are told apart by their beginnings. */
const DRAWN = 5_000;

function TextDiff({ was, is }: { was: string; is: string }) {
  const pieces = useMemo(() => withoutLongSame(wordDiff(was, is)), [was, is]);
  return (
    <p class="diff diff-text" dir="auto">
      {pieces.map(({ kind, text }, at) => {
        const drawn = text.length > DRAWN ? `${text.slice(0, DRAWN)}…` : text;
        if (kind === 'same') return drawn;
        return kind === 'was' ? <del key={at}>{drawn}</del> : <ins key={at}>{drawn}</ins>;
      })}
    </p>
  );
}
