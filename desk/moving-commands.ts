import { blankEntry, type Entry } from '../src/domain/entry.ts';
import { addSection, sectionsOf } from '../src/domain/newsletter.ts';
import type { Change } from '../src/storage/changes.ts';
import type { Database } from '../src/storage/database.ts';
import { type Destination, entriesIn, entryById, moveEntries } from '../src/storage/entries.ts';
import { act, change, move, save, toBacklog } from './desk-action.ts';
import type { DeskCommands } from './desk-commands.ts';
import { type DeskTools, idsOf } from './desk-tools.ts';
import { groupsOf, positionOf, stepFrom } from './issue-order.ts';
import { refuseWhatWentOut } from './went-out.ts';

type MovingCommands = Pick<
  DeskCommands,
  | 'step'
  | 'moveTo'
  | 'moveToSection'
  | 'moveToNewSection'
  | 'toIssue'
  | 'toBacklog'
  | 'discard'
  | 'putBack'
  | 'save'
  | 'write'
>;

/** The commands that bring entries from one place to another. */
export function movingCommands(tools: DeskTools): MovingCommands {
  const { databases, browser, latest, set, take, perform, toast, announce, subjects, named, sectionName } = tools;
  const { say } = browser;
  const db = databases.relaxed;

  const leave = (entries: readonly Entry[]) => {
    latest().focus.leave(idsOf(entries));
    set({ selected: [] });
  };
  const issueEntries = async () => {
    const { newsletter, issue } = latest();
    if (newsletter === null || issue === null) return [];
    return (await entriesIn(db, newsletter.id, issue.id)).sound;
  };
  const sayPlace = async (ids: readonly string[]) => {
    const { newsletter, issue } = latest();
    const [id] = ids;
    if (newsletter === null || id === undefined) return;
    const position = positionOf(groupsOf(issue, await issueEntries(), newsletter), id);
    const section = sectionName((await entryById(db, id))?.sectionId);
    announce(
      position === undefined
        ? say('deskMovedTo', section)
        : say('deskMoved', section, position.at + 1, position.group.entries.length),
    );
  };
  const moveAll = (entries: readonly Entry[], to: Destination) => {
    take(null);
    set({ placingId: null });
    const [first] = entries;
    if (first !== undefined) latest().focus.goTo(first.id);
    const ids = idsOf(entries);
    perform(
      () => move(db, ids, to, browser.now()),
      () => sayPlace(ids),
    );
  };
  const moveToSection = (entry: Entry, sectionId: string) => {
    const moving = subjects(entry).filter((one) => one.sectionId !== sectionId);
    set({ placingId: null });
    latest().focus.goTo(entry.id);
    if (moving.length > 0) moveAll(moving, { issueId: entry.issueId, sectionId, before: null });
  };

  return {
    step: (entry, by) => {
      const ids = idsOf(subjects(entry));
      perform(
        async () => {
          const { newsletter, issue } = latest();
          if (newsletter === null || issue === null) return null;
          const to = stepFrom(groupsOf(issue, await issueEntries(), newsletter), ids, by);
          if (to === null) {
            announce(say(by === 1 ? 'deskAtBottom' : 'deskAtTop'));
            return null;
          }
          return move(db, ids, { ...to, issueId: issue.id }, browser.now());
        },
        () => sayPlace(ids),
      );
    },
    moveTo: (ids, slot) => {
      const { issue, lists } = latest();
      if (issue === null) return;
      const entries = lists.flat().filter(({ id }) => ids.includes(id));
      moveAll(entries, { ...slot, issueId: issue.id });
    },
    moveToSection,
    moveToNewSection: (entry, sectionName_) => {
      const ids = idsOf(subjects(entry));
      const sectionId = browser.newId();
      set({ placingId: null });
      latest().focus.goTo(entry.id);
      perform(
        () =>
          act(db, ids, async () => {
            await refuseWhatWentOut(db, { entryIds: ids });
            return [
              ...(await makeSection(db, latest().newsletter?.id, {
                id: sectionId,
                name: sectionName_,
                now: browser.now(),
                onlyIn: null,
              })),
              ...(await moveEntries(db, ids, { issueId: entry.issueId, sectionId, before: null }, browser.now())),
            ];
          }),
        () => sayPlace(ids),
      );
    },
    toIssue: (entry) => {
      const { issue } = latest();
      if (issue === null) return;
      const entries = subjects(entry);
      leave(entries);
      perform(
        () => move(db, idsOf(entries), { issueId: issue.id, before: null }, browser.now()),
        () => toast(say('deskAdded', named(entries), issue.number)),
      );
    },
    toBacklog: (entry) => {
      const entries = subjects(entry);
      leave(entries);
      perform(
        () => toBacklog(db, entries, browser.now()),
        () => toast(say('deskBackInBacklog', named(entries))),
      );
    },
    discard: (entry) => {
      const entries = subjects(entry);
      leave(entries);
      const deletedAt = browser.now();
      perform(
        () =>
          change(
            db,
            idsOf(entries),
            entries.map(({ id }) => ({ table: 'entries', id, fields: { deletedAt } })),
          ),
        () => toast(say('deskDeleted', named(entries))),
      );
    },
    putBack: (entry) => {
      const entries = subjects(entry);
      leave(entries);
      perform(
        () =>
          change(
            db,
            idsOf(entries),
            entries.map(({ id }) => ({ table: 'entries', id, fields: { deletedAt: null } })),
          ),
        () => toast(say('deskIsBack', named(entries))),
      );
    },
    save: (draft) => {
      const drafts = subjects(draft);
      leave(drafts);
      perform(
        () => save(databases.strict, idsOf(drafts), browser.now()),
        () => toast(say(draft.issueId === null ? 'deskSavedForLater' : 'deskSaved', named(drafts))),
      );
    },
    write: (sectionId) => {
      const { newsletter, issue } = latest();
      if (newsletter === null || issue === null) return;
      const section = newsletter.sections.find(({ id }) => id === sectionId);
      const now = browser.now();
      const entry: Entry = {
        ...blankEntry(browser.newId(), now),
        newsletterId: newsletter.id,
        state: 'kept',
        savedAt: now,
        sectionId: sectionId ?? sectionsOf(newsletter, issue.id)[0]?.id ?? null,
        shape: section?.shape ?? 'headline',
      };
      const { id, ...fields } = entry;
      perform(
        () =>
          act(db, [id], async () => {
            await refuseWhatWentOut(db, { issueIds: [issue.id] });
            const made: Change = { table: 'entries', id, fields };
            await change(db, [id], [made]);
            await moveEntries(db, [id], { issueId: issue.id, sectionId: entry.sectionId, before: null }, now);
            return [{ table: 'entries', id, fields: null }];
          }),
        () => {
          set({ editingId: id, placingId: null });
          announce(say('deskWriting', sectionName(entry.sectionId)));
        },
      );
    },
  };
}

/** Makes a section behind the others; resolves with what undoes it. */
export function makeSection(
  db: Database,
  newsletterId: string | undefined,
  made: { id: string; name: string; now: number; onlyIn: string | null },
): Promise<Change[]> {
  return db.transaction('rw', db.newsletters, async () => {
    const newsletter = await db.newsletters.get(newsletterId ?? '');
    if (newsletter === undefined) return [];
    await db.newsletters.put(addSection(newsletter, { ...made, shape: null }));
    return [{ table: 'newsletters', id: newsletter.id, fields: { sections: newsletter.sections } }];
  });
}
