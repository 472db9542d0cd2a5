import type { Issue } from '../src/domain/issue.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';

/** Says that the issue is frozen as it went out, with a way to correct a mistake. */
export function FrozenNote({ issue, onCorrect }: { issue: Issue; onCorrect: () => void }) {
  const say = useSay();
  return (
    <div class="frozen">
      <Icon name="lock" />
      <p class="grow">
        {say('deskFrozen', issue.number)}{' '}
        <button class="act act-in" type="button" onClick={onCorrect}>
          {say('deskCorrect')}
        </button>
      </p>
    </div>
  );
}

/** Says that a published issue is being corrected, with a way to leave it as it went out. */
export function ReopenedNote({ issue }: { issue: Issue }) {
  const say = useSay();
  const { browser, commands } = useDesk();
  const today = dayOf(new Date(browser.now()));
  const day = issue.publishedAt === null ? '' : nameDay(dayOf(new Date(issue.publishedAt)), today);
  return (
    <div class="frozen is-open">
      <Icon name="pencil" />
      <p class="grow">
        {say('deskCorrecting', issue.number, day)}{' '}
        <button class="act act-in" type="button" onClick={commands.closeAgain}>
          {say('deskLeaveAsItWas')}
        </button>
      </p>
    </div>
  );
}
