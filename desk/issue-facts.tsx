import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';
import { updateIssue } from '../src/storage/newsletters.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { type FactProblem, readDate, readNumber } from './read-facts.ts';

const PROBLEMS = {
  'not-a-number': 'deskNotANumber',
  taken: 'deskNumberTaken',
  'not-a-day': 'deskNotADay',
} as const satisfies Record<FactProblem, string>;

/** The number of the issue, and behind it the fields to change number and date. */
export function IssueFacts({ issues }: { issues: readonly Issue[] }) {
  const say = useSay();
  const { issue } = useDesk();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector('input')?.select();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  if (issue === null) return <h1>{say('deskNoIssue')}</h1>;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
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
        <button
          class="switch"
          type="button"
          ref={opener}
          aria-expanded={open}
          aria-controls="issue-facts"
          title={say('deskChangeFacts')}
          onClick={() => setOpen(!open)}
        >
          {say('deskIssue', issue.number)}
          <Icon name="down" />
        </button>
      </h1>
      {open && <FactFields issue={issue} issues={issues} onDone={close} />}
    </div>
  );
}

function FactFields({ issue, issues, onDone }: { issue: Issue; issues: readonly Issue[]; onDone: () => void }) {
  const say = useSay();
  const id = useId();
  const { db, browser, commands } = useDesk();
  const [problems, setProblems] = useState<{ number?: string; date?: string }>({});

  const keep = (fields: Partial<Issue>) => {
    updateIssue(db, issue.id, fields, browser.now()).catch(commands.failed);
  };
  const onNumber = (text: string) => {
    const read = readNumber(text, issue.id, issues);
    const problem = 'problem' in read ? { number: say(PROBLEMS[read.problem], text, issue.number) } : {};
    setProblems(({ number: _, ...others }) => ({ ...others, ...problem }));
    if ('number' in read) keep({ number: read.number });
  };
  const onDate = (text: string) => {
    const read = readDate(text);
    const problem = 'problem' in read ? { date: say(PROBLEMS[read.problem], text, issue.date) } : {};
    setProblems(({ date: _, ...others }) => ({ ...others, ...problem }));
    if ('date' in read) keep({ date: read.date });
  };
  return (
    <form
      class="float facts-form"
      id="issue-facts"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <label class="label" for={`${id}-number`}>
        {say('deskNumber')}
      </label>
      <input
        class="input"
        id={`${id}-number`}
        inputmode="numeric"
        autocomplete="off"
        defaultValue={String(issue.number)}
        aria-invalid={problems.number !== undefined}
        aria-describedby={`${id}-problems`}
        onChange={({ currentTarget }) => onNumber(currentTarget.value)}
      />
      <label class="label" for={`${id}-date`}>
        {say('deskDate')}
      </label>
      {/* A text field: the browsers' own keeps a day that does not exist to itself, so nothing could be said of it. */}
      <input
        class="input"
        id={`${id}-date`}
        autocomplete="off"
        placeholder="2022-08-26"
        defaultValue={issue.date}
        aria-invalid={problems.date !== undefined}
        aria-describedby={`${id}-problems`}
        onChange={({ currentTarget }) => onDate(currentTarget.value)}
      />
      <p class="facts-problem" id={`${id}-problems`} role="alert">
        {[problems.number, problems.date].filter(Boolean).join(' ')}
      </p>
      <button class="btn" type="submit">
        {say('deskDone')}
      </button>
    </form>
  );
}
