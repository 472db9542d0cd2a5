import { NO_ISSUE, type RestoreChoice } from '../src/storage/backup/compare.ts';
import type { InBackup } from '../src/storage/backup/plan.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';

interface RestoreChoicesProps {
  choice: RestoreChoice;
  newsletters: readonly InBackup[];
  onChoose: (choice: RestoreChoice) => void;
}

/** How, and what of it: which newsletters, which issues, only entries. */
export function RestoreChoices({ choice, newsletters, onChoose }: RestoreChoicesProps) {
  const say = useSay();
  const ways = [
    ['merge', 'restoreMerge', 'restoreMergeHint'],
    ['exact', 'restoreExact', 'restoreExactHint'],
  ] as const;
  const isIn = (list: readonly string[] | null, id: string) => list === null || list.includes(id);
  const toggled = (list: readonly string[] | null, all: readonly string[], id: string) => {
    const now = list ?? all;
    const next = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
    return next.length === all.length ? null : next;
  };
  const ids = newsletters.map(({ id }) => id);
  const chosen = newsletters.filter(({ id }) => isIn(choice.newsletters, id));
  const issueIds = [...new Set(newsletters.flatMap(({ issues }) => issues.map(({ id }) => id)))];
  return (
    <div class="rows import-choices">
      <div class="row">
        <span class="label" id="restore-how">
          {say('restoreHow')}
        </span>
        <div role="radiogroup" aria-labelledby="restore-how">
          {ways.map(([way, name, hint]) => (
            <div class="place" key={way}>
              <label class="choice">
                <input
                  type="radio"
                  name="restore-way"
                  value={way}
                  checked={choice.way === way}
                  aria-describedby={`restore-way-${way}`}
                  onChange={() => onChoose({ ...choice, way })}
                />
                {say(name)}
              </label>
              <p class="hint" id={`restore-way-${way}`}>
                {say(hint)}
              </p>
            </div>
          ))}
        </div>
      </div>
      <fieldset class="row" aria-label={say('restoreWhat')}>
        <span class="label">{say('restoreWhat')}</span>
        <div>
          {newsletters.map(({ id, name, entries, issues }) => (
            <div key={id}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={isIn(choice.newsletters, id)}
                  onChange={() => onChoose({ ...choice, newsletters: toggled(choice.newsletters, ids, id) })}
                />
                <span dir="auto">{say('restoreOf', name, sayCount(say, 'backupEntries', entries))}</span>
              </label>
              {chosen.some((one) => one.id === id) && issues.length > 0 && (
                <details class="restore-issues">
                  <summary>{say('restoreIssuesChoose', name)}</summary>
                  {issues.map((issue) => (
                    <label class="choice" key={issue.id}>
                      <input
                        type="checkbox"
                        checked={isIn(choice.issues, issue.id)}
                        onChange={() => onChoose({ ...choice, issues: toggled(choice.issues, issueIds, issue.id) })}
                      />
                      {say(
                        'restoreOf',
                        issue.id === NO_ISSUE ? say('restoreNoIssue') : say('restoreIssue', issue.number ?? ''),
                        sayCount(say, 'backupEntries', issue.entries),
                      )}
                    </label>
                  ))}
                </details>
              )}
            </div>
          ))}
          <label class="choice">
            <input
              type="checkbox"
              checked={choice.onlyEntries}
              onChange={({ currentTarget }) => onChoose({ ...choice, onlyEntries: currentTarget.checked })}
            />
            {say('restoreOnlyEntries')}
          </label>
        </div>
      </fieldset>
    </div>
  );
}
