import { type Issue, nextIssue, openIssue } from '../src/domain/issue.ts';
import { leftOutOf } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk, useLists } from './desk-context.ts';
import { Dialog } from './dialog.tsx';

interface PublishDialogProps {
  issue: Issue;
  /** How much preflight still has to say; null: it has not looked yet. */
  findings: number | null;
  onFindings: () => void;
  onClose: () => void;
}

/** Asks before an issue is frozen, and says what that means. */
export function PublishDialog({ issue, findings, onFindings, onClose }: PublishDialogProps) {
  const say = useSay();
  const { browser, commands, issues, knowsAllIssues, newsletter } = useDesk();
  const { lists, waiting } = useLists();
  const now = browser.now();
  const others = issues.filter(({ id }) => id !== issue.id);
  // What would follow is known only with all that went before.
  const next = openIssue(others) ?? (knowsAllIssues ? nextIssue(issues, { id: '', now }) : undefined);
  const leftOut = leftOutOf(issue, newsletter, lists[0] ?? []).length;
  return (
    <Dialog title={say('deskPublishTitle', issue.number)} onClose={onClose}>
      <ul>
        <li>
          <Icon name="lock" />
          <span>{say('deskPublishFreezes')}</span>
        </li>
        <li>
          <Icon name="send" />
          <span>{say('deskPublishSendsNothing')}</span>
        </li>
        <li>
          <Icon name="tray" />
          <span>
            {sayCount(say, 'deskPublishBacklog', waiting.length)}{' '}
            {leftOut > 0 && `${sayCount(say, 'deskPublishLeftOut', leftOut)} `}
            {next !== undefined && say('deskPublishNext', next.number, nameDay(next.date, dayOf(new Date(now))))}
          </span>
        </li>
        {findings === null && (
          <li class="warn">
            <Icon name="warn" />
            <span>{say('deskPublishUnchecked')}</span>
          </li>
        )}
        {findings !== null && findings > 0 && (
          <li class="warn">
            <Icon name="warn" />
            <span>
              {sayCount(say, 'deskPublishFindings', findings)}{' '}
              <button
                class="act"
                type="button"
                onClick={() => {
                  onClose();
                  onFindings();
                }}
              >
                {say('deskShowFindings')}
              </button>
            </span>
          </li>
        )}
      </ul>
      <div class="row">
        <button class="btn" type="button" onClick={onClose}>
          {say('deskNotYet')}
        </button>
        <button
          class="btn btn-primary"
          type="button"
          data-first
          onClick={() => {
            onClose();
            commands.publish();
          }}
        >
          {say('deskPublishDo')}
        </button>
      </div>
    </Dialog>
  );
}

/** Asks before a published issue is opened again. */
export function ReopenDialog({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const say = useSay();
  const { commands } = useDesk();
  return (
    <Dialog title={say('deskReopenTitle', issue.number)} onClose={onClose}>
      <ul>
        <li>
          <Icon name="lock" />
          <span>{say('deskReopenKeeps')}</span>
        </li>
        <li>
          <Icon name="send" />
          <span>{say('deskReopenReaders')}</span>
        </li>
      </ul>
      <div class="row">
        <button class="btn" type="button" data-first onClick={onClose}>
          {say('deskLeaveAsItWas')}
        </button>
        <button
          class="btn btn-primary"
          type="button"
          onClick={() => {
            onClose();
            commands.reopen();
          }}
        >
          {say('deskReopenDo')}
        </button>
      </div>
    </Dialog>
  );
}
