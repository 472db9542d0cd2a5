import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { daysUntil, nameDay } from '../src/ui/day-names.ts';
import { Icon, Mark } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import type { View } from './desk-view.ts';
import { countsOf, issueWords } from './issue-counts.ts';
import { IssueFacts } from './issue-facts.tsx';

interface MastheadProps {
  entries: readonly Entry[];
  issues: readonly Issue[];
  /** Whether there is Markdown to take away. */
  printable: boolean;
  view: View;
  onView: (view: View) => void;
  onCopy: () => void;
  onDownload: () => void;
}

/** The head of the desk: which newsletter, which issue, how much of it, and the ways out. */
export function Masthead({ entries, issues, printable, view, onView, onCopy, onDownload }: MastheadProps) {
  const say = useSay();
  const { browser, newsletter, issue } = useDesk();
  const showsPane = view === 'preview';
  return (
    <header class="mast">
      <div class="mast-id">
        <Mark />
        <p class="mast-name clip" dir="auto">
          {newsletter.name}
        </p>
      </div>
      <div class="mast-issue">
        <IssueFacts key={issue?.id} issues={issues} />
        {issue !== null && <Facts issue={issue} entries={entries} />}
      </div>
      <div class="mast-acts">
        {issue !== null && (
          <button
            class="btn only-mid"
            type="button"
            aria-pressed={showsPane}
            onClick={() => onView(showsPane ? 'issue' : 'preview')}
          >
            <Icon name="eye" />
            {say('deskPreview')}
          </button>
        )}
        {printable && (
          <>
            <button class="btn" type="button" title={say('deskCopyHint')} onClick={onCopy}>
              <Icon name="copy" />
              <span class="wide">{say('deskCopy')}</span>
              <span class="short">{say('deskCopyShort')}</span>
            </button>
            <button
              class="btn btn-icon"
              type="button"
              aria-label={say('deskDownload')}
              title={say('deskDownload')}
              onClick={onDownload}
            >
              <Icon name="download" />
            </button>
          </>
        )}
        <button
          class="btn btn-quiet btn-icon"
          type="button"
          aria-label={say('deskOptions')}
          title={say('deskOptions')}
          onClick={() => browser.openOptions()}
        >
          <Icon name="sliders" />
        </button>
      </div>
    </header>
  );
}

function Facts({ issue, entries }: { issue: Issue; entries: readonly Entry[] }) {
  const say = useSay();
  const { browser } = useDesk();
  const today = dayOf(new Date(browser.now()));
  const counts = countsOf(entries);
  return (
    <dl class="facts">
      <div class="f-date">
        <dt class="v">{nameDay(issue.date, today)}</dt>
        <dd class="k">{sayDistance(say, daysUntil(issue.date, today))}</dd>
      </div>
      <div class="f-entries">
        <dt class="v">{sayCount(say, 'deskEntries', counts.entries)}</dt>
        <dd class="k k-long">
          {counts.entries === 0
            ? say('deskNothingSaved')
            : say('deskBoth', say('deskFull', counts.full), sayCount(say, 'deskOneLiners', counts.oneLiners))}
        </dd>
      </div>
      <div class="f-words">
        <dt class="v">{sayCount(say, 'deskWords', issueWords(issue, entries))}</dt>
        <dd class="k k-long">{say('deskWithLetter')}</dd>
      </div>
    </dl>
  );
}

function sayDistance(say: Say, days: number): string {
  if (days === 0) return say('deskGoesOutToday');
  return days > 0 ? sayCount(say, 'deskInDays', days) : sayCount(say, 'deskDaysAgo', -days);
}
