import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lastOf } from '../src/domain/memory.ts';
import type { Database } from '../src/storage/database.ts';
import { Icon } from '../src/ui/icon.tsx';
import { hasCommand, isApple, isComposing } from '../src/ui/keys.ts';
import { later } from '../src/ui/later.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { Composer } from './composer.tsx';
import { Footer } from './footer.tsx';
import { LinkList } from './link-list.tsx';
import { Note } from './note.tsx';
import { PageFields } from './page-fields.tsx';
import { pageKey } from './page-key.ts';
import { useReference } from './use-reference.ts';
import { Where } from './where.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface EntryFormProps {
  db: Database | undefined;
  writing: Writing;
  state: WritingState;
  counts: ReadonlyMap<string, number>;
  now: number;
  today: string;
  justFounded: boolean;
  /** Puts the entry on the clipboard as Markdown; rejects where the browser refuses. */
  copyEntry: () => Promise<void>;
  openOptions: () => void;
  openDesk: () => void;
  /** The note that the form stands beside a page that was left. */
  elsewhere: ComponentChildren;
  /** Asks for the titles and addresses of the tabs, and saves them. */
  onAllowTabs: () => void;
  onShowTabs: (() => void) | undefined;
  /** Opens the desk at an entry. */
  openEntry: (entryId: string) => void;
}

/** There is nothing to note before page or database have answered. */
const Notes = later(() => import('./notes.tsx').then((part) => part.Notes));

/** What is said of each kind of trouble. */
const TROUBLES = {
  full: { strong: 'popupFull', text: 'popupFullText' },
  gone: { strong: 'popupGone', text: 'popupGoneText' },
  database: { strong: 'popupTrouble', text: 'popupTroubleText' },
} as const;

/** The entry being written, and Save. */
export function EntryForm(props: EntryFormProps) {
  const { writing, state, now, today } = props;
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [copied, setCopied] = useState(false);
  const { referred, refer, undo } = useReference(field);
  const last = lastOf(state.memory);
  const referBack = () => {
    if (last === undefined || state.work === undefined) return;
    refer(state.work.newsletter, last).catch((error) => writing.fail(error));
  };
  // What is on the clipboard is no longer what is in the fields.
  useEffect(
    () => setCopied(false),
    [state.edits.commentary, state.edits.title, state.edits.byline, state.edits.address],
  );
  useEffect(() => {
    if (state.missing === 'section') form.current?.querySelector<HTMLInputElement>('#section')?.focus();
    if (state.missing === 'words') field.current?.focus();
  }, [state.missing]);

  const copy = async () => {
    try {
      await props.copyEntry();
      setCopied(true);
    } catch (error) {
      writing.fail(error);
    }
  };
  const press = (later = false) => void (state.unkept === null ? writing.save(later) : copy());
  const toCommentary = () => field.current?.focus();
  const takeSuggestion = () => form.current?.querySelector<HTMLButtonElement>('#take-section')?.click();

  return (
    <form
      ref={form}
      aria-label={say('popupEntry')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        const acts: Record<string, () => void> = {
          KeyB: referBack,
          KeyS: takeSuggestion,
          KeyO: () => writing.toggleRawTitle(),
          KeyU: () => writing.toggleCleaning(),
        };
        const act = event.altKey && event.shiftKey && !event.repeat ? acts[event.code] : undefined;
        if (act !== undefined) {
          event.preventDefault();
          act();
          return;
        }
        // On a Mac these go from paragraph to paragraph in a text.
        const inText = isApple && event.target instanceof HTMLTextAreaElement;
        if (isStep(event) && !event.defaultPrevented && !inText) {
          event.preventDefault();
          writing.stepByline(event.key === 'ArrowDown' ? 1 : -1);
          return;
        }
        if (event.key !== 'Enter' || isComposing(event) || !hasCommand(event)) return;
        event.preventDefault();
        if (!event.repeat) press(event.shiftKey);
      }}
    >
      <div class="cap-body">
        <Notes
          state={state}
          now={now}
          today={today}
          justFounded={props.justFounded}
          onStartAnother={() => {
            writing.startAnother();
            toCommentary();
          }}
          onOpenOptions={props.openOptions}
          onOpenDesk={props.openDesk}
          elsewhere={props.elsewhere}
          onUndoGathered={() => void writing.undoGathered()}
          onAllowTabs={props.onAllowTabs}
          onShowTabs={props.onShowTabs}
          onJoin={() => {
            writing.joinOffer();
            toCommentary();
          }}
          onRefuse={() => {
            writing.refuseOffer();
            toCommentary();
          }}
          onUndoAdding={() => {
            writing.undoAdding();
            toCommentary();
          }}
          isIdle={writing.isIdle}
          referred={referred}
          onRefer={referBack}
          onUnrefer={undo}
          onOpenEntry={props.openEntry}
        />
        <div class="sheet">
          <PageFields writing={writing} state={state} today={today} onDone={toCommentary} />
          <LinkList
            links={state.entry.links}
            page={state.tab === undefined ? null : pageKey(state.tab)}
            onRename={(key, title) => writing.renameLink(key, title)}
            onRemove={(key) => {
              writing.removeLink(key);
              toCommentary();
            }}
          />
          <Composer writing={writing} state={state} fieldRef={field} />
        </div>
      </div>
      {state.unkept === null && state.trouble !== null && (
        <Note
          icon="stop"
          tone="bad"
          label={say('popupTroubleLabel')}
          strong={say(TROUBLES[state.trouble.kind].strong)}
          text={say(TROUBLES[state.trouble.kind].text, state.trouble.reason)}
        >
          <button class="btn btn-sm" type="button" onClick={() => void copy()}>
            <Icon name={copied ? 'check' : 'copy'} />
            {say(copied ? 'popupCopied' : 'popupCopyEntry')}
          </button>
        </Note>
      )}
      <Where db={props.db} writing={writing} state={state} counts={props.counts} />
      <Footer writing={writing} state={state} today={today} copied={copied} onPress={() => press()} />
    </form>
  );
}

/** Alt+↓ and Alt+↑. */
const isStep = (event: KeyboardEvent) =>
  event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey && /^Arrow(?:Down|Up)$/.test(event.key);
