import type { Change } from '../src/storage/changes.ts';
import { addNextIssue, closeAgain, publishIssue, removeIssue } from '../src/storage/publishing.ts';
import { act, change } from './desk-action.ts';
import type { DeskCommands } from './desk-commands.ts';
import type { DeskTools } from './desk-tools.ts';
import { makeSection } from './moving-commands.ts';
import type { Printed } from './print.ts';
import { press } from './use-press.ts';
import { refuseWhatWentOut } from './went-out.ts';
import { writeAgain } from './write-again.ts';

/** The house style has a fault: nothing was published. */
class Unprintable extends Error {}

function markdownOf(printed: Printed): string {
  if (printed.fault !== null) throw new Unprintable();
  return printed.rendering.markdown;
}

type IssueCommands = Pick<
  DeskCommands,
  | 'changeEntry'
  | 'changeIssue'
  | 'changeAll'
  | 'addSectionHere'
  | 'newIssue'
  | 'removeIssue'
  | 'publish'
  | 'reopen'
  | 'closeAgain'
>;

/** The commands that change what is known of an entry or an issue, and that make, publish and remove issues. */
export function issueCommands(tools: DeskTools): IssueCommands {
  const { databases, browser, latest, set, take, tidy, perform, toast } = tools;
  const { say } = browser;
  const db = databases.relaxed;
  const changeAll = (changes: readonly Change[], said: string) => {
    const ids = changes.flatMap(({ table, id }) => (table === 'entries' ? [id] : []));
    perform(
      () => change(db, ids, changes, { newId: browser.newId, at: browser.now() }),
      () => (said === '' ? undefined : toast(said)),
    );
  };
  return {
    changeEntry: (id, fields, said) => changeAll([{ table: 'entries', id, fields }], said),
    changeIssue: (fields, said) => {
      const { issue } = latest();
      if (issue === null) return;
      changeAll([{ table: 'issues', id: issue.id, fields: { ...fields, changedAt: browser.now() } }], said);
    },
    changeAll,
    addSectionHere: (sectionName_) => {
      const { issue } = latest();
      if (issue === null) return;
      perform(
        () =>
          act(db, [], async () => {
            await refuseWhatWentOut(db, { issueIds: [issue.id] });
            return makeSection(db, issue.newsletterId, {
              id: browser.newId(),
              name: sectionName_,
              now: browser.now(),
              onlyIn: issue.id,
            });
          }),
        () => toast(say('deskSectionAdded', sectionName_, issue.number)),
      );
    },
    newIssue: () => {
      const { newsletter } = latest();
      if (newsletter === null) return;
      const id = browser.newId();
      perform(
        () => act(db, [], () => addNextIssue(db, newsletter.id, { id, now: browser.now() })),
        async () => {
          latest().goToIssue(id);
          toast(say('deskIssueMade', (await db.issues.get(id))?.number ?? ''));
        },
      );
    },
    removeIssue: () => {
      const { issue } = latest();
      if (issue === null || issue.state === 'published' || issue.printed !== null) return;
      perform(
        () => act(db, [], () => removeIssue(db, issue, browser.now())),
        () => {
          latest().goToIssue(null);
          toast(say('deskIssueRemoved', issue.number));
        },
      );
    },
    publish: () => {
      const { issue } = latest();
      if (issue === null) return;
      take(null);
      tidy();
      set({ editingId: null, placingId: null, selected: [] });
      const made = { issueId: issue.id, now: browser.now(), nextId: browser.newId() };
      perform(
        async () => {
          await writeAgain(db);
          const { print } = await press;
          const publishing = { ...made, print: (...all: Parameters<typeof print>) => markdownOf(print(...all)) };
          return act(databases.strict, [], () => publishIssue(databases.strict, publishing)).catch((error: unknown) => {
            if (!(error instanceof Unprintable)) throw error;
            toast(say('deskNothingToCopy'), false);
            return null;
          });
        },
        () => {
          latest().goToIssue(issue.id);
          toast(say('deskPublished', issue.number));
        },
      );
    },
    reopen: () => {
      const { issue } = latest();
      if (issue === null) return;
      changeAll(
        [{ table: 'issues', id: issue.id, fields: { state: 'draft', changedAt: browser.now() } }],
        say('deskReopened', issue.number),
      );
      latest().goToIssue(issue.id);
    },
    closeAgain: () => {
      const { issue } = latest();
      if (issue === null || issue.printed === null) return;
      tidy();
      perform(
        () => act(db, [], () => closeAgain(db, issue.id, browser.now())),
        () => toast(say('deskClosedAgain', issue.number)),
      );
    },
  };
}
