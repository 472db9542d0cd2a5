import { useMemo, useRef, useState } from 'preact/hooks';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { addSection, type Newsletter } from '../src/domain/newsletter.ts';
import type { Database } from '../src/storage/database.ts';
import { entryById } from '../src/storage/entries.ts';
import { updateNewsletter } from '../src/storage/newsletters.ts';
import { type DeskAction, discard, move, putBack, save, toBacklog, undo } from './desk-action.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { DeskCommands } from './desk-commands.ts';
import { readIssueEntries } from './desk-data.ts';
import { groupsOf, positionOf, stepFrom } from './issue-order.ts';
import type { ToastMessage } from './toast.tsx';
import type { KeptFocus } from './use-kept-focus.ts';

/** The two connections to the database: for every change, and for Save, which waits for the disk. */
export interface Databases {
  relaxed: Database;
  strict: Database;
}

interface CommandOptions {
  databases: Databases;
  browser: DeskBrowser;
  newsletter: Newsletter | null;
  issue: Issue | null;
  focus: KeptFocus;
}

/** What the commands change on the page itself. */
interface CommandState {
  editingId: string | null;
  placingId: string | null;
  toast: ToastMessage | null;
  /** For screen readers alone. A new object each time, so that the same words are heard again. */
  announcement: { text: string } | null;
  failure: unknown;
}

const CALM: CommandState = { editingId: null, placingId: null, toast: null, announcement: null, failure: null };

/** As many actions as can be undone. */
const HISTORY = 100;

/** The commands of the desk, and the state of the page that goes with them. */
export function useDeskCommands(options: CommandOptions) {
  const [state, setState] = useState(CALM);
  const history = useRef<DeskAction[]>([]);
  // One after the other: the second of two quick presses starts from what the first has done.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(options);
  latest.current = options;

  const change = (fields: Partial<CommandState>) => setState((before) => ({ ...before, ...fields }));
  const commands = useMemo<DeskCommands>(() => {
    const { browser, databases } = options;
    const { say } = browser;
    const db = databases.relaxed;
    const failed = (failure: unknown) => change({ failure });
    const kept = () => setState((before) => (before.failure === null ? before : { ...before, failure: null }));
    const run = (job: () => Promise<unknown>) => {
      queue.current = queue.current.then(job).then(kept, failed);
    };
    const remember = (action: DeskAction) => {
      history.current = [...history.current, action].slice(-HISTORY);
      // Its Undo would take back this action now, and not the one it tells of.
      change({ toast: null });
    };
    /** Does something that can be undone, then tells of it. */
    const act = (job: () => Promise<DeskAction | null>, tell: (action: DeskAction) => void | Promise<void>) =>
      run(async () => {
        const action = await job();
        if (action === null) return;
        remember(action);
        await tell(action);
      });
    const toast = (text: string, canUndo = true) => change({ toast: { text, undo: canUndo }, announcement: null });
    const name = (entry: Entry) => nameOf(entry) || say('deskUntitled');

    const sayPlace = async (id: string) => {
      const { newsletter, issue } = latest.current;
      if (newsletter === null) return;
      const entries = issue === null ? [] : (await readIssueEntries(db, newsletter.id, issue.id)).sound;
      const position = positionOf(groupsOf(issue, entries, newsletter), id);
      const entry = await entryById(db, id);
      const section = newsletter.sections.find((known) => known.id === entry?.sectionId)?.name ?? say('deskNoSection');
      const text =
        position === undefined
          ? say('deskMovedTo', section)
          : say('deskMoved', section, position.at + 1, position.group.entries.length);
      change({ announcement: { text } });
    };

    const moveToSection = (entry: Entry, sectionId: string) => {
      change({ placingId: null });
      latest.current.focus.goTo(entry.id);
      if (entry.sectionId === sectionId) return;
      const to = { issueId: entry.issueId, sectionId, before: null };
      act(
        () => move(db, 'move', entry.id, to, browser.now()),
        () => sayPlace(entry.id),
      );
    };

    return {
      step: (entry, by) =>
        act(
          async () => {
            const { newsletter, issue } = latest.current;
            if (newsletter === null || issue === null) return null;
            const entries = (await readIssueEntries(db, newsletter.id, issue.id)).sound;
            const to = stepFrom(groupsOf(issue, entries, newsletter), entry.id, by);
            if (to === null) {
              change({ announcement: { text: say(by === 1 ? 'deskAtBottom' : 'deskAtTop') } });
              return null;
            }
            return move(db, 'move', entry.id, { ...to, issueId: issue.id }, browser.now());
          },
          () => sayPlace(entry.id),
        ),
      moveToSection,
      moveToNewSection: (entry, sectionName) => {
        const { newsletter } = latest.current;
        if (newsletter === null) return;
        const id = browser.newId();
        const added = { id, name: sectionName, shape: null, now: browser.now() };
        run(() => updateNewsletter(db, newsletter.id, (before) => addSection(before, added)));
        moveToSection(entry, id);
      },
      toIssue: (entry) => {
        const { issue } = latest.current;
        if (issue === null) return;
        latest.current.focus.leave(entry.id);
        act(
          () =>
            move(
              db,
              'to-issue',
              entry.id,
              { issueId: issue.id, sectionId: entry.sectionId, before: null },
              browser.now(),
            ),
          () => toast(say('deskAdded', name(entry), issue.number)),
        );
      },
      toBacklog: (entry) => {
        latest.current.focus.leave(entry.id);
        act(
          () => toBacklog(db, entry, browser.now()),
          () => toast(say('deskBackInBacklog', name(entry))),
        );
      },
      discard: (entry) => {
        latest.current.focus.leave(entry.id);
        act(
          () => discard(db, entry, browser.now()),
          () => toast(say('deskDeleted', name(entry))),
        );
      },
      putBack: (entry) => {
        latest.current.focus.leave(entry.id);
        act(
          () => putBack(db, entry),
          () => toast(say('deskIsBack', name(entry))),
        );
      },
      save: (draft) => {
        latest.current.focus.leave(draft.id);
        act(
          () => save(databases.strict, draft.id, browser.now()),
          () => toast(say(draft.issueId === null ? 'deskSavedForLater' : 'deskSaved', name(draft))),
        );
      },
      edit: (entry) => change({ editingId: entry.id, placingId: null }),
      done: (entry) => {
        latest.current.focus.goTo(entry.id);
        change({ editingId: null });
      },
      choosePlace: (entry) => change({ placingId: entry?.id ?? null }),
      typed: (entryId, session) =>
        remember({
          kind: 'edit',
          entryId,
          before: [{ id: entryId, fields: session.before }],
          after: [{ id: entryId, fields: session.after }],
        }),
      failed,
      kept,
      undo: () =>
        run(async () => {
          const action = history.current.pop();
          if (action === undefined) {
            change({ toast: null, announcement: { text: say('deskNothingToUndo') } });
            return;
          }
          const undone = await undo(db, action, { id: browser.newId(), at: browser.now() });
          const entry = await entryById(db, action.entryId);
          latest.current.focus.goTo(action.entryId);
          const all = action.kind === 'edit' ? 'deskUndoneEdit' : 'deskUndone';
          const key = { all, part: 'deskUndonePart', nothing: 'deskUndoneNothing' } as const;
          toast(say(key[undone], entry === undefined ? say('deskUntitled') : name(entry)), false);
        }),
    };
  }, [options.databases, options.browser]);

  const toast = (text: string, canUndo = false) => change({ toast: { text, undo: canUndo }, announcement: null });
  const dismiss = () => change({ toast: null });
  return { commands, state, toast, dismiss };
}
