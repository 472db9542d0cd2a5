import './issue-view.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { type Issue, isReopened } from '../src/domain/issue.ts';
import { forgetIssueAside, layIssueAside } from '../src/storage/unfinished-issue.ts';
import { useSay } from '../src/ui/messages.tsx';
import { AddSection } from './add-section.tsx';
import { useDesk } from './desk-context.ts';
import { frameNames } from './frame-names.ts';
import { FrameText } from './frame-text.tsx';
import { FrozenNote, ReopenedNote } from './frozen-note.tsx';
import type { Group } from './issue-order.ts';
import { keepIssueOver } from './keep-over.ts';
import { LiveField } from './live-field.tsx';
import { memo } from './memo.ts';
import { SectionBlock } from './section-block.tsx';
import { Start } from './start.tsx';
import { typedAhead } from './typed-ahead.ts';
import { usePress } from './use-press.ts';
import { useTyping } from './use-typing.ts';

interface IssueViewProps {
  issue: Issue;
  entries: readonly Entry[];
  groups: readonly Group[];
  /** The editor wants to correct what went out. */
  onCorrect: () => void;
}

/** The issue on its sheet: title, subtitle, letter, sections, and what closes it. */
export const IssueView = memo(function IssueView({ issue, entries, groups, onCorrect }: IssueViewProps) {
  const say = useSay();
  const { db, browser, commands, issues, knowsAllIssues, newsletter, readOnly } = useDesk();
  const ahead = typedAhead(db);
  useEffect(
    () => () => {
      // What could not be written is written again by what is done next.
      if (ahead.issues.get(issue.id)?.failed === undefined) ahead.issues.delete(issue.id);
    },
    [ahead, issue.id],
  );
  // As the database must have it, if nobody else has written.
  const written = useRef(issue);
  const { shown, type } = useTyping<Issue>(issue, {
    write: (typed, at) => {
      const now = { ...typed, changedAt: at };
      const expected = () => {
        const known = issue.changedAt > written.current.changedAt ? issue : written.current;
        written.current = now;
        return known;
      };
      return keepIssueOver(db, { typed: now, expected });
    },
    writtenAt: ({ changedAt }) => changedAt,
    now: browser.now,
    unsettled: ahead.issues,
    onTyped: () => ahead.tell(),
    onBegin: () => commands.typing(),
    onEnd: (session) => commands.typed({ table: 'issues', id: issue.id }, session),
    beforeActing: commands.beforeActing,
    onKept: () => {
      forgetIssueAside(issue.id);
      commands.kept();
    },
    onFailure: (error) => {
      const { fields = {}, failed, at = 0 } = ahead.issues.get(issue.id) ?? {};
      // Where the desk is closed before it can be written, the next one brings it home.
      if (failed !== undefined) layIssueAside(issue.id, { typed: fields, before: failed, at });
      commands.failed(error);
    },
  });
  const press = usePress();
  const title = useMemo(
    () => press?.automaticTitle(issue, newsletter) ?? '',
    [press, issue.number, issue.date, newsletter],
  );
  const names = useMemo(() => frameNames(newsletter.style.frame, issue.frame), [newsletter.style.frame, issue.frame]);
  const isBlank = entries.length === 0 && shown.title === '' && shown.subtitle === '' && shown.letter === '';
  const untouched = isBlank && knowsAllIssues && issues.length === 1;
  const earlier = knowsAllIssues ? issues.filter(({ number }) => number < issue.number) : [];
  const before = earlier.sort((a, b) => b.number - a.number)[0];
  const sayFrame = (name: string) => (name === 'closing' ? say('deskClosing') : name);
  return (
    <div class="issue-in">
      {issue.state === 'published' && <FrozenNote issue={issue} onCorrect={onCorrect} />}
      {isReopened(issue) && <ReopenedNote issue={issue} />}
      {untouched ? (
        <Start />
      ) : readOnly ? (
        <div class="head-line">
          <p class="head-title" dir="auto">
            {issue.title || title}
          </p>
          {issue.subtitle !== '' && (
            <p class="head-sub" dir="auto">
              {issue.subtitle}
            </p>
          )}
        </div>
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
      <FrameText
        id="letter"
        title={say('deskLetter')}
        editTitle={say('deskEditLetter')}
        text={shown.letter}
        readOnly={readOnly}
        onInput={(text) => type(() => ({ letter: text }))}
      />
      <div data-list="issue">
        {groups.map((group) => {
          const id = group.section?.id ?? '';
          const here = shown.sections[id] ?? { intro: '', leftOut: false };
          return (
            <SectionBlock
              key={id}
              group={group}
              intro={here.intro}
              onIntro={(intro) =>
                type((now) => ({ sections: { ...now.sections, [id]: { ...here, ...now.sections[id], intro } } }))
              }
            />
          );
        })}
      </div>
      {names.map((name) => {
        const text = shown.frame[name] ?? '';
        const remark = text !== '' && text === before?.frame[name] ? say('deskSameEveryWeek') : undefined;
        return (
          <FrameText
            key={name}
            id={name}
            title={sayFrame(name)}
            editTitle={say('deskEditFrame', sayFrame(name))}
            text={text}
            {...(remark !== undefined && { remark })}
            readOnly={readOnly}
            onInput={(typed) => type((now) => ({ frame: { ...now.frame, [name]: typed } }))}
          />
        );
      })}
      {!readOnly && (
        <div class="sec sec-more">
          <AddSection issue={issue} />
          <button class="act" type="button" onClick={() => browser.openOptions()}>
            {say('deskChangeSections')}
          </button>
        </div>
      )}
    </div>
  );
});
