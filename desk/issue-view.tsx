import { useMemo } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { keepIssueTyping } from '../src/storage/newsletters.ts';
import { useSay } from '../src/ui/messages.tsx';
import { automaticTitle } from './automatic-title.ts';
import { useDesk } from './desk-context.ts';
import { groupsOf } from './issue-order.ts';
import { Letter } from './letter.tsx';
import { LiveField } from './live-field.tsx';
import { SectionBlock } from './section-block.tsx';
import { Start } from './start.tsx';
import { useTyping } from './use-typing.ts';

/** The open issue on its sheet: title, subtitle, letter, sections. */
export function IssueView({ issue, entries }: { issue: Issue; entries: readonly Entry[] }) {
  const say = useSay();
  const { db, browser, commands, newsletter } = useDesk();
  const { shown, type } = useTyping<Issue>(issue, {
    write: (typed, at) => keepIssueTyping(db, { ...typed, changedAt: at }),
    writtenAt: ({ changedAt }) => changedAt,
    now: browser.now,
    onKept: commands.kept,
    onFailure: commands.failed,
  });
  const title = useMemo(() => automaticTitle(issue, newsletter), [issue.number, issue.date, newsletter]);
  const groups = useMemo(() => groupsOf(issue, entries, newsletter), [issue, entries, newsletter]);
  const untouched = entries.length === 0 && shown.title === '' && shown.subtitle === '' && shown.letter === '';
  return (
    <div class="issue-in">
      {untouched ? (
        <Start />
      ) : (
        <div class="head-line">
          <label class="vh" for="issue-title">
            {say('deskIssueTitle')}
          </label>
          <LiveField
            id="issue-title"
            class="head-title"
            value={shown.title}
            placeholder={title}
            onInput={(text) => type(() => ({ title: text }))}
          />
          <label class="vh" for="issue-subtitle">
            {say('deskSubtitle')}
          </label>
          <LiveField
            id="issue-subtitle"
            class="head-sub"
            value={shown.subtitle}
            placeholder={say('deskSubtitle')}
            onInput={(text) => type(() => ({ subtitle: text }))}
          />
        </div>
      )}
      <Letter text={shown.letter} onInput={(text) => type(() => ({ letter: text }))} />
      <div data-list="issue">
        {groups.map((group) => (
          <SectionBlock key={group.section?.id ?? ''} group={group} />
        ))}
      </div>
      <p class="sec">
        <button class="act" type="button" onClick={() => browser.openOptions()}>
          {say('deskChangeSections')}
        </button>
      </p>
    </div>
  );
}
