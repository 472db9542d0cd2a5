import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { closesAt, type Issue } from '../src/domain/issue.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { MenuButton, type MenuItem } from './menu-button.tsx';
import { type FactProblem, readCutoff, readDate, readHero, readNumber, sayCutoff } from './read-facts.ts';
import { usePressOutside } from './use-press-outside.ts';

const PROBLEMS = {
  'not-a-number': 'deskNotANumber',
  taken: 'deskNumberTaken',
  unsure: 'deskNumberUnsure',
  'not-a-day': 'deskNotADay',
  'not-a-time': 'deskNotATime',
  'not-an-address': 'deskNotAnAddress',
} as const satisfies Record<FactProblem, string>;

/** The number of the issue: a menu of all issues, and beside it the fields to change what is known of this one. */
export function IssueFacts() {
  const { issue, readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open) box.current?.querySelector('input')?.select();
  }, [open]);
  usePressOutside(box, open, () => setOpen(false));

  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what is open inside
    <div
      class="issue-facts"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <h1>
        <IssueMenu onFacts={() => setOpen(true)} />
      </h1>
      {open && issue !== null && !readOnly && <FactFields issue={issue} onDone={close} />}
    </div>
  );
}

/** As many published issues as the menu offers; the others are found by search. */
const OFFERED = 30;

function IssueMenu({ onFacts }: { onFacts: () => void }) {
  const say = useSay();
  const { browser, commands, issue, issues, knowsAllIssues, readOnly } = useDesk();
  const today = dayOf(new Date(browser.now()));
  const newestFirst = [...issues].sort((a, b) => b.number - a.number || (a.id < b.id ? -1 : 1));
  const published = newestFirst.filter(({ state }) => state === 'published');
  const drafts = newestFirst.filter(({ state }) => state === 'draft');
  const line = (one: Issue): MenuItem => ({
    key: one.id,
    checked: one.id === issue?.id,
    label: (
      <>
        <span class="grow">{say('deskIssue', one.number)}</span>
        <span class="muted">
          {one.state === 'published' ? say('deskIssueOut', nameDay(one.date, today)) : nameDay(one.date, today)}
        </span>
      </>
    ),
    onChoose: () => commands.goToIssue(one.id),
  });
  const items: MenuItem[] = [];
  if (issue !== null && !readOnly) items.push({ key: 'facts', label: say('deskChangeFacts'), onChoose: onFacts });
  items.push({ key: 'new', label: say('deskNewIssue'), onChoose: commands.newIssue });
  if (issue !== null && !readOnly && issue.printed === null && issues.length > 1) {
    items.push({ key: 'remove', label: say('deskRemoveIssue', issue.number), onChoose: commands.removeIssue });
  }
  items.push(...drafts.map((one, at) => ({ ...line(one), apart: at === 0 })));
  if (knowsAllIssues) items.push(...published.slice(0, OFFERED).map((one, at) => ({ ...line(one), apart: at === 0 })));
  else items.push({ key: 'coming', label: <span class="muted">{say('deskIssuesComing')}</span>, apart: true });
  return (
    <MenuButton class="switch" title={say('deskIssueMenu')} items={items}>
      {issue === null ? say('deskNoIssue') : say('deskIssue', issue.number)}
      <Icon name="down" />
    </MenuButton>
  );
}

function FactFields({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const say = useSay();
  const id = useId();
  const { commands, issues, knowsAllIssues, newsletter } = useDesk();
  const [problems, setProblems] = useState<Record<string, string>>({});
  // Beside the state: Enter tells of the change and sends the form in one go.
  const wrong = useRef(new Set<string>());

  /** Keeps what was read, or says why it is none and what stays. */
  const take = <Fields extends object>(
    field: string,
    read: { fields: Fields } | { problem: FactProblem },
    text: string,
    stays: string | number,
  ) => {
    const said = 'problem' in read ? say(PROBLEMS[read.problem], text, stays) : '';
    setProblems((before) => ({ ...before, [field]: said }));
    if (said === '') wrong.current.delete(field);
    else wrong.current.add(field);
    if ('fields' in read) commands.changeIssue(read.fields, '');
  };
  const closes = closesAt(issue, newsletter.rhythm.closes);
  const hero = issue.frame.hero ?? '';
  const fields = [
    {
      name: 'number',
      label: say('deskNumber'),
      value: String(issue.number),
      mode: 'numeric',
      onChange: (text: string) =>
        take('number', readNumber(text, issue.id, issues, knowsAllIssues), text, issue.number),
    },
    {
      name: 'date',
      label: say('deskDate'),
      value: issue.date,
      mode: 'text',
      onChange: (text: string) => take('date', readDate(text), text, issue.date),
    },
    {
      name: 'cutoff',
      label: say('deskCloses'),
      value: sayCutoff(closes),
      mode: 'text',
      onChange: (text: string) => take('cutoff', readCutoff(text), text, sayCutoff(closes)),
    },
    {
      name: 'hero',
      label: say('deskHero'),
      value: hero,
      mode: 'url',
      onChange: (text: string) => take('hero', readHero(text, issue), text, hero || say('deskNone')),
    },
  ] as const;
  const said = fields.map(({ name }) => problems[name]).filter(Boolean);
  return (
    <form
      class="float facts-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.current.size === 0) onDone();
      }}
    >
      {fields.map(({ name, label, value, mode, onChange }) => (
        <div class="facts-field" key={name}>
          <label class="label" for={`${id}-${name}`}>
            {label}
          </label>
          {/* Text fields: the browsers' own keep a day that does not exist to themselves, so nothing could be said of it. */}
          <input
            class="input"
            id={`${id}-${name}`}
            name={name}
            inputmode={mode}
            autocomplete="off"
            defaultValue={value}
            aria-invalid={Boolean(problems[name])}
            aria-describedby={`${id}-problems`}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        </div>
      ))}
      <p class="facts-problem" id={`${id}-problems`} role="alert">
        {said.join(' ')}
      </p>
      <button class="btn" type="submit">
        {say('deskDone')}
      </button>
    </form>
  );
}
