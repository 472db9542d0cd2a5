import type { ComponentChildren } from 'preact';
import { nameOf } from '../src/domain/entry.ts';
import { lastOf } from '../src/domain/memory.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDate } from '../src/ui/day-names.ts';
import { useSay } from '../src/ui/messages.tsx';
import { GatheredNote } from './gathered-note.tsx';
import { MemoryNote } from './memory-note.tsx';
import { Note } from './note.tsx';
import { type PageNote, pageNote } from './page-note.ts';
import { AddedNote, OfferNote } from './page-notes.tsx';
import type { WritingState } from './writing-state.ts';

export interface NotesProps {
  state: WritingState;
  now: number;
  today: string;
  /** The newsletter was founded a moment ago. */
  justFounded: boolean;
  onStartAnother: () => void;
  onOpenOptions: () => void;
  onOpenDesk: () => void;
  /** The editor has left the page that is written about; undefined: not so. */
  elsewhere: ComponentChildren;
  onUndoGathered: () => void;
  /** Asks for the titles and addresses of the tabs, and saves them. */
  onAllowTabs: () => void;
  /** Asks the editor to show the titles and addresses of all tabs; only where the form stands beside the page. */
  onShowTabs: (() => void) | undefined;
  onJoin: () => void;
  onRefuse: () => void;
  onUndoAdding: () => void;
  /** Nothing was written here yet. */
  isIdle: boolean;
  /** The number of the issue to which a reference has just been inserted; null: none was. */
  referred: number | null;
  onRefer: () => void;
  onUnrefer: () => void;
  /** Opens the desk at an entry. */
  onOpenEntry: (entryId: string) => void;
}

/** At most one thing to know about page and entry: the most serious first. What went wrong stands elsewhere. */
export function Notes(props: NotesProps) {
  const { state, now, justFounded, onStartAnother, onOpenOptions, onOpenDesk } = props;
  const say = useSay();
  if (state.unkept === 'private') {
    return (
      <Note
        icon="lock"
        tone="warn"
        label={say('popupPrivateLabel')}
        strong={say('popupPrivate')}
        text={say('popupUnkeptText')}
      />
    );
  }
  if (state.unkept === 'refused') {
    const reason = state.trouble?.reason ?? '';
    return (
      <Note
        icon="lock"
        tone="warn"
        label={say('popupRefusedLabel')}
        strong={say('popupRefused')}
        text={`${say('popupUnkeptText')} ${reason === '' ? '' : say('popupReason', reason)}`}
      />
    );
  }
  if (state.unkept === 'newer') {
    return (
      <Note
        icon="lock"
        tone="warn"
        label={say('popupNewerLabel')}
        strong={say('popupNewer')}
        text={say('popupNewerText')}
      />
    );
  }
  if (state.unkept === 'lost') {
    return (
      <Note icon="stop" tone="bad" label={say('popupLostLabel')} strong={say('popupLost')} text={say('popupLostText')}>
        <button class="act" type="button" id="lost-desk" onClick={onOpenDesk}>
          {say('popupLostDesk')}
        </button>
      </Note>
    );
  }
  const isNewsletter = state.unkept === 'damaged';
  if (isNewsletter || (state.issueDamaged && state.work?.issue === null)) {
    return (
      <Note
        icon="warn"
        tone="warn"
        label={say('popupDamagedLabel')}
        strong={say(isNewsletter ? 'popupDamaged' : 'popupDamagedIssue')}
        text={say(isNewsletter ? 'popupDamagedText' : 'popupDamagedIssueText')}
      >
        <button class="act" type="button" onClick={onOpenOptions}>
          {say('popupOpenOptions')}
        </button>
      </Note>
    );
  }
  if (props.elsewhere) return <>{props.elsewhere}</>;
  if (state.gathered !== null) {
    return <GatheredNote gathered={state.gathered} onUndo={props.onUndoGathered} onAllow={props.onAllowTabs} />;
  }
  if (state.added !== null) return <AddedNote onUndo={props.onUndoAdding} />;
  if (state.original !== null) {
    const since = nameDate(dayOf(new Date(state.original.savedAt ?? state.original.createdAt)), dayOf(new Date(now)));
    const { issue } = state.work ?? {};
    const last = lastOf(state.memory);
    const ranAsWell =
      last === undefined
        ? []
        : [say(state.memory.ran.length > 0 ? 'popupRanToo' : 'popupMentionedToo', last.issue.number)];
    const inIssue = state.original.issueId !== null && issue;
    return (
      <Note
        icon="tray"
        label={say('popupGoingOnLabel')}
        strong={inIssue ? say('popupInIssueSince', issue.number, since) : say('popupInBacklogSince', since)}
        text={[say('popupGoingOnText'), ...ranAsWell].join(' ')}
      >
        <button class="act" type="button" onClick={onStartAnother}>
          {say('popupStartAnother')}
        </button>
      </Note>
    );
  }
  if (lastOf(state.memory) !== undefined) {
    return (
      <MemoryNote
        memory={state.memory}
        today={props.today}
        referred={props.referred}
        onRefer={props.onRefer}
        onUndo={props.onUnrefer}
        onOpen={props.onOpenEntry}
      />
    );
  }
  if (state.offer !== null && props.isIdle) {
    return <OfferNote name={nameOf(state.offer)} onAdd={props.onJoin} onRefuse={props.onRefuse} />;
  }
  const note = pageNote(state.tab, state.reading);
  if (note !== null) return <PageNoteLine note={note} onShowTabs={props.onShowTabs} />;
  if (!justFounded) return null;
  return (
    <Note icon="check" label={say('popupFoundedLabel')} strong={say('popupFounded')} text={say('popupFoundedText')}>
      <button class="act" type="button" onClick={onOpenOptions}>
        {say('popupChangeSections')}
      </button>
    </Note>
  );
}

function PageNoteLine({ note, onShowTabs }: { note: PageNote; onShowTabs: (() => void) | undefined }) {
  const say = useSay();
  const texts = {
    pdf: [say('popupPdf'), say('popupPdfText')],
    paper: [say('popupPaper'), say('popupPaperText')],
    'browser-page': [say('popupBrowserPage'), say('popupBrowserPageText')],
    guarded: [say('popupGuarded'), say('popupGuardedText')],
    file: [say('popupFile'), say('popupFileText')],
    slow: [say('popupSlow'), say('popupSlowText')],
    arriving: [say('popupArriving'), say('popupArrivingText')],
    unseen: [say('popupUnseen'), say('popupUnseenText')],
    unread: [say('popupUnread'), say('popupUnreadText')],
  } as const satisfies Record<PageNote, readonly [string, string]>;
  const [strong, text] = texts[note];
  return (
    <Note icon="info" label={say('popupPageLabel')} strong={strong} text={text}>
      {note === 'unseen' && onShowTabs !== undefined && (
        <button class="btn btn-sm" type="button" id="show-tabs" onClick={onShowTabs}>
          {say('popupShowTabs')}
        </button>
      )}
    </Note>
  );
}
