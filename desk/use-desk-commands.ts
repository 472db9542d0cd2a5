import { useMemo, useRef, useState } from 'preact/hooks';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import type { Change } from '../src/storage/changes.ts';
import { entryById } from '../src/storage/entries.ts';
import { writeSetting } from '../src/storage/settings.ts';
import { sayCount } from '../src/ui/messages.tsx';
import { change, type DeskAction, exchange } from './desk-action.ts';
import type { DeskBrowser } from './desk-browser.ts';
import type { DeskCommands } from './desk-commands.ts';
import type { CommandState, Databases, DeskSight, DeskTools, Lifted } from './desk-tools.ts';
import { History } from './history.ts';
import { issueCommands } from './issue-commands.ts';
import { liftingCommands } from './lifting-commands.ts';
import { movingCommands } from './moving-commands.ts';
import { WentOut } from './went-out.ts';
import { writeAgain } from './write-again.ts';

interface CommandOptions extends DeskSight {
  databases: Databases;
  browser: DeskBrowser;
}

const CALM: CommandState = {
  editingId: null,
  placingId: null,
  selected: [],
  lifted: null,
  toast: null,
  announcement: null,
  failure: null,
};

/** The commands of the desk, and the state of the page that goes with them. */
export function useDeskCommands(options: CommandOptions) {
  const [state, setState] = useState(CALM);
  const history = useRef(new History());
  // One after the other: the second of two quick presses starts from what the first has done.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const open = useRef(new Set<() => void>());
  const inHand = useRef<Lifted | null>(null);
  const sight = useRef({ ...options, state });
  sight.current = { ...options, state };

  const commands = useMemo<DeskCommands>(() => {
    const { browser, databases } = options;
    const { say } = browser;
    const db = databases.relaxed;
    const latest = () => sight.current;
    const set = (fields: Partial<CommandState>) => setState((before) => ({ ...before, ...fields }));
    const take = (lifted: Lifted | null) => {
      inHand.current = lifted;
      set({ lifted });
    };
    const failed = (failure: unknown) => set({ failure });
    const kept = () => setState((before) => (before.failure === null ? before : { ...before, failure: null }));
    const run = (job: () => Promise<unknown>) => {
      for (const end of [...open.current]) end();
      const again = () => writeAgain(db);
      queue.current = queue.current.then(job).then(again).then(kept, failed);
    };
    const toast = (text: string, undo = true) => set({ toast: { text, undo }, announcement: null });
    const announce = (text: string) => set({ announcement: { text } });
    const perform: DeskTools['perform'] = (job, tell) =>
      run(async () => {
        const action = await job().catch((error: unknown) => {
          if (!(error instanceof WentOut)) throw error;
          toast(say('deskWentOut', error.issueNumber), false);
          return null;
        });
        if (action === null) return;
        history.current.add(action);
        // The Undo of what was told before would take back this action now, and not the one it tells of.
        set({ toast: null });
        await tell(action);
      });
    const tidy = () => {
      const { editingId } = latest().state;
      if (editingId === null) return;
      run(async () => {
        // An entry that looks empty may be one whose text could not be written.
        await writeAgain(db);
        // In one transaction: another page may write into it in this very moment.
        const action = await db.transaction('rw', db.tables, async () => {
          const left = await entryById(db, editingId);
          if (left === undefined || left.deletedAt !== null || left.links.length > 0 || left.commentary.trim() !== '')
            return null;
          return change(db, [], [{ table: 'entries', id: left.id, fields: null }]);
        });
        if (action === null) return;
        history.current.add(action);
        toast(say('deskEmptyGone'));
      });
    };
    const name = (entry: Entry) => nameOf(entry) || say('deskUntitled');
    const tools: DeskTools = {
      databases,
      browser,
      latest,
      set,
      inHand,
      take,
      tidy,
      run,
      perform,
      toast,
      announce,
      subjects: (entry) => {
        const { lists, state: now } = latest();
        // Only what lies where the entry lies: another desk may have taken some of them away.
        const list = lists.find((one) => one.some(({ id }) => id === entry.id)) ?? [];
        const selected = list.filter(({ id }) => now.selected.includes(id));
        return selected.some(({ id }) => id === entry.id) ? selected : [entry];
      },
      named: (entries) => {
        const [first] = entries;
        return entries.length === 1 && first !== undefined
          ? say('deskQuoted', name(first))
          : sayCount(say, 'deskEntries', entries.length);
      },
      sectionName: (id) => latest().newsletter?.sections.find((known) => known.id === id)?.name ?? say('deskNoSection'),
    };

    const goAlong = async (action: DeskAction | undefined, way: 'undo' | 'redo') => {
      if (action === undefined) {
        set({ toast: null });
        return announce(say(way === 'undo' ? 'deskNothingToUndo' : 'deskNothingToRedo'));
      }
      const { before, after } = action;
      const side = way === 'undo' ? { from: after, to: before } : { from: before, to: after };
      const done = await exchange(db, side, { newId: browser.newId, at: browser.now() });
      set({ selected: [] });
      const [id] = action.entryIds;
      const entry = id === undefined ? undefined : await entryById(db, id);
      const ofIssue = side.to.find(({ table, fields }) => table === 'issues' && fields !== null)?.id;
      if (entry !== undefined) latest().goTo(entry.id);
      else if (ofIssue !== undefined && ofIssue !== latest().issue?.id) latest().goToIssue(ofIssue);
      const what = entry === undefined ? say('deskTheChange') : say('deskQuoted', name(entry));
      if (done !== 'all') toast(say(done === 'part' ? 'deskUndonePart' : 'deskUndoneNothing', what), false);
      else if (way === 'redo') toast(say('deskRedone', what), false);
      else toast(say(action.kind === 'edit' ? 'deskUndoneEdit' : 'deskUndone', what), false);
    };

    const moving = movingCommands(tools);
    return {
      ...moving,
      ...liftingCommands(tools, moving.moveTo),
      ...issueCommands(tools),
      edit: (entry) => {
        take(null);
        if (entry.id !== latest().state.editingId) tidy();
        set({ editingId: entry.id, placingId: null });
      },
      done: (entry) => {
        latest().focus.goTo(entry.id);
        tidy();
        set({ editingId: null });
      },
      choosePlace: (entry) => set({ placingId: entry?.id ?? null }),
      goTo: (entryId) => latest().goTo(entryId),
      goToIssue: (issueId) => {
        take(null);
        tidy();
        set(CALM);
        latest().goToIssue(issueId);
      },
      goToNewsletter: (newsletterId) => {
        take(null);
        tidy();
        set(CALM);
        latest().goToIssue(null);
        run(async () => {
          await writeSetting(db, 'currentNewsletter', newsletterId);
          // What would be undone there is not in sight here.
          history.current = new History();
        });
      },
      // The Undo of what was told before would take back this typing.
      typing: () => setState((before) => (before.toast === null ? before : { ...before, toast: null })),
      typed: ({ table, id }, session) =>
        run(async () => {
          history.current.add({
            kind: 'edit',
            entryIds: table === 'entries' ? [id] : [],
            before: [{ table, id, fields: session.before } as Change],
            after: [{ table, id, fields: session.after } as Change],
          });
        }),
      beforeActing: (end) => {
        open.current.add(end);
        return () => open.current.delete(end);
      },
      failed,
      kept,
      undo: () => run(() => goAlong(history.current.back(), 'undo')),
      redo: () => run(() => goAlong(history.current.forth(), 'redo')),
      tell: (text) => toast(text, false),
      announce,
    };
  }, [options.databases, options.browser]);

  const dismiss = () => setState((before) => ({ ...before, toast: null }));
  return { commands, state, dismiss };
}
