import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Finding, Repair } from '../src/roundup/preflight/finding.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk, useLists } from './desk-context.ts';
import { FindingRepairs } from './finding-repairs.tsx';
import { sayFinding } from './say-finding.ts';
import { sayWhere } from './say-where.ts';

interface FindingItemProps {
  finding: Finding;
  entries: readonly Entry[];
  isCurrent: boolean;
  /** Shows the place. */
  onShow: (finding: Finding) => void;
  onRepair: (finding: Finding, repair: Repair, words: string) => void;
  onIgnore: (finding: Finding) => void;
}

/** One finding: what is wrong and where, the piece of text, and what can be done. */
export function FindingItem({ finding, entries, isCurrent, onShow, onRepair, onIgnore }: FindingItemProps) {
  const say = useSay();
  const { browser, newsletter } = useDesk();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  const what = sayFinding(say, finding, dayOf(new Date(browser.now())));
  return (
    <li
      ref={item}
      class={isCurrent ? 'pf-item is-on' : 'pf-item'}
      aria-current={isCurrent ? 'true' : undefined}
      data-finding={finding.kind}
    >
      <h4>
        <button class="pf-go" type="button" onClick={() => onShow(finding)}>
          {what}
        </button>
      </h4>
      <p class="where" dir="auto">
        {sayWhere(say, finding, entries, newsletter)}
      </p>
      {finding.diff.length > 0 && (
        <p class="diff" dir="auto">
          {finding.diff.map(({ text, what: fate }, at) => {
            if (fate === 'same') return text;
            return fate === 'cut' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
          })}
        </p>
      )}
      <div class="row">
        <FindingRepairs finding={finding} onRepair={(repair, words) => onRepair(finding, repair, words)} />
        <OtherWays finding={finding} />
        <button class="act" type="button" onClick={() => onIgnore(finding)}>
          {say('deskIgnore')}
          <span class="vh"> {what}</span>
        </button>
      </div>
    </li>
  );
}

/** What cannot be done for the editor, one click away. */
function OtherWays({ finding }: { finding: Finding }) {
  const say = useSay();
  const { commands } = useDesk();
  const { lists, waiting } = useLists();
  const { kind, entryId, sectionId, detail, repairs } = finding;
  const entry = entryId === null ? undefined : lists.flat().find(({ id }) => id === entryId);
  const { issueId, issueNumber = 0, entryIds = [] } = detail;
  if (kind === 'published' && issueId !== undefined) {
    return (
      <button class="act" type="button" onClick={() => commands.goToIssue(issueId)}>
        {say('deskReadIssue', issueNumber)}
      </button>
    );
  }
  const [other] = entryIds;
  if (kind === 'repeated' && other !== undefined) {
    return (
      <button class="act" type="button" onClick={() => commands.goTo(other)}>
        {say('deskShowTheOther')}
      </button>
    );
  }
  if (kind === 'empty-section') {
    const inBacklog = waiting.filter((one) => one.sectionId === sectionId);
    const [first] = inBacklog;
    if (first === undefined) return null;
    return (
      <button class="act" type="button" onClick={() => commands.goTo(first.id)}>
        {say('deskShowInBacklog', inBacklog.length)}
      </button>
    );
  }
  const isAboutDate = kind === 'deadline';
  const needsHand = repairs.length === 0 || kind === 'commentary' || kind === 'byline' || isAboutDate;
  if (entry === undefined || !needsHand) return null;
  const edit = () => {
    commands.goTo(entry.id);
    commands.edit(entry);
  };
  return (
    <button class="act" type="button" onClick={edit}>
      {say(isAboutDate ? 'deskChangeDate' : 'deskEditIt')}
    </button>
  );
}
