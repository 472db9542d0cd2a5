import './masthead.css';
import type { ComponentChildren } from 'preact';
import { countWords, type Entry } from '../src/domain/entry.ts';
import { closesAt, type Issue, openIssue } from '../src/domain/issue.ts';
import { leftOutOf } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon, Mark } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import type { View } from './desk-view.ts';
import { countsOf, issueWords, minutesToRead } from './issue-counts.ts';
import { IssueFacts } from './issue-facts.tsx';
import { MenuButton } from './menu-button.tsx';
import { sayCutoff } from './read-facts.ts';

interface MastheadProps {
  entries: readonly Entry[];
  view: View;
  onView: (view: View) => void;
  /** The ways out: copy and download. */
  takeAway: ComponentChildren;
  /** The issue can be published. */
  publishable: boolean;
  onPublish: () => void;
}

/** The head of the desk: which newsletter, which issue, how much of it, and the ways out. */
export function Masthead({ entries, view, onView, takeAway, publishable, onPublish }: MastheadProps) {
  const say = useSay();
  const { browser, commands, issue, issues, readOnly } = useDesk();
  const showsPane = view === 'preview' || view === 'preflight';
  const next = readOnly ? openIssue(issues.filter(({ id }) => id !== issue?.id)) : undefined;
  return (
    <header class="mast">
      <div class="mast-id">
        <Mark />
        <NewsletterSwitch />
      </div>
      <div class="mast-issue">
        <IssueFacts key={issue?.id} />
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
        {takeAway}
        {publishable && (
          <button class="btn btn-primary" type="button" onClick={onPublish}>
            {say('deskPublish')}
          </button>
        )}
        {next !== undefined && (
          <button class="btn btn-primary" type="button" onClick={() => commands.goToIssue(next.id)}>
            {say('deskGoToIssue', next.number)}
          </button>
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

/** The name of the newsletter; a menu of all of them where there are several. */
function NewsletterSwitch() {
  const say = useSay();
  const { commands, newsletter, newsletters } = useDesk();
  if (newsletters.length < 2) {
    return (
      <p class="mast-name clip" dir="auto">
        {newsletter.name}
      </p>
    );
  }
  const items = newsletters.map((one) => ({
    key: one.id,
    checked: one.id === newsletter.id,
    label: <span dir="auto">{one.name}</span>,
    onChoose: () => commands.goToNewsletter(one.id),
  }));
  return (
    <MenuButton class="switch" items={items}>
      <span class="vh">{say('deskNewsletter')} </span>
      <span class="clip" dir="auto">
        {newsletter.name}
      </span>
      <Icon name="down" />
    </MenuButton>
  );
}

function Facts({ issue, entries }: { issue: Issue; entries: readonly Entry[] }) {
  const say = useSay();
  const { browser, issues, knowsAllIssues, newsletter, readOnly } = useDesk();
  const now = browser.now();
  const today = dayOf(new Date(now));
  const leftOut = new Set(leftOutOf(issue, newsletter, entries));
  const printed = entries.filter((entry) => !leftOut.has(entry));
  const counts = countsOf(printed);
  const words = issueWords(issue, printed);
  const usual = knowsAllIssues ? usualWords(issues, issue.id) : null;
  const closes = closesAt(issue, newsletter.rhythm.closes);
  const closing = closes === null ? '' : sayCutoff(closes);
  return (
    <dl class="facts">
      {readOnly && issue.publishedAt !== null ? (
        <div class="f-date">
          <dt class="v">
            <Icon name="lock" /> {say('deskIsPublished')}
          </dt>
          <dd class="k">
            {say(
              'deskBoth',
              nameDay(dayOf(new Date(issue.publishedAt)), today),
              sayCutoff(issue.publishedAt).slice(11),
            )}
          </dd>
        </div>
      ) : (
        <div class="f-date">
          <dt class="v">{nameDay(issue.date, today)}</dt>
          <dd class="k" title={closing}>
            {closes !== null && closes > now ? (
              <>
                {say('deskClosesWord')}{' '}
                <span class="k-long">
                  {nameDay(dayOf(new Date(closes)), today).split(' ')[0]} {closing.slice(11)},{' '}
                </span>
                {sayTimeLeft(say, closes - now)}
              </>
            ) : (
              say(closes === null ? 'deskDateHint' : 'deskIsClosed')
            )}
          </dd>
        </div>
      )}
      <div class="f-entries">
        <dt class="v">{sayCount(say, 'deskEntries', counts.entries)}</dt>
        <dd class="k k-long">
          {entries.length === 0
            ? say('deskNothingSaved')
            : say('deskBoth', say('deskFull', counts.full), sayCount(say, 'deskOneLiners', counts.oneLiners))}
        </dd>
      </div>
      <div class="f-words">
        <dt class="v">{sayCount(say, 'deskWords', words)}</dt>
        <dd class="k k-long">
          {usual === null ? say('deskWithLetter') : say('deskUsually', usual.toLocaleString('en'))}
        </dd>
      </div>
      <div class="f-read">
        <dt class="v">{say('deskMinutes', minutesToRead(words))}</dt>
        <dd class="k">{say('deskToRead')}</dd>
      </div>
    </dl>
  );
}

/** The words of the last issues that went out, in the middle, to the nearest hundred; null: nothing is known. */
function usualWords(issues: readonly Issue[], shownId: string): number | null {
  const words = issues
    .filter(({ id, printed }) => printed !== null && id !== shownId)
    .sort((a, b) => b.number - a.number)
    .slice(0, 8)
    .map(({ printed }) => countWords(printed?.markdown ?? ''))
    .sort((a, b) => a - b);
  const middle = words[Math.floor(words.length / 2)];
  // A handful of very short ones says nothing.
  return middle === undefined || middle < 50 ? null : Math.round(middle / 100) * 100;
}

const HOUR = 3_600_000;

/** `in 6 days`, `in 1 day 6 h`, `in 45 min`. */
function sayTimeLeft(say: Say, left: number): string {
  const days = Math.floor(left / (24 * HOUR));
  if (days >= 2) return sayCount(say, 'deskInDays', days);
  const hours = Math.floor((left % (24 * HOUR)) / HOUR);
  if (days === 1) return hours === 0 ? sayCount(say, 'deskInDays', 1) : say('deskInDayAndHours', hours);
  return hours >= 1 ? say('deskInHours', hours) : say('deskInMinutes', Math.max(1, Math.floor(left / 60_000)));
}
