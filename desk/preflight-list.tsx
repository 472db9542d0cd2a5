import './preflight.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Finding, Repair, RepairChange, Severity } from '../src/roundup/preflight/finding.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk, useLists } from './desk-context.ts';
import { FindingItem } from './finding-item.tsx';
import { CHECKS, sayFinding } from './say-finding.ts';
import { sayWhere } from './say-where.ts';
import type { Preflight } from './use-preflight.ts';

interface PreflightListProps {
  /** null: it has not looked yet. */
  preflight: Preflight | null;
  /** Those of the issue. */
  entries: readonly Entry[];
  /** The id of the finding that is being looked at. */
  current: string | null;
  onCurrent: (findingId: string) => void;
  onGoTo: (entryId: string) => void;
  /** Shows a section or a text of the frame. */
  onGoToPart: (place: Pick<Finding, 'part' | 'sectionId'>) => void;
}

/** The checks before an issue goes out: what is to be fixed, what is worth a look, what was ignored, what is well. */
export function PreflightList({ preflight, entries, current, onCurrent, onGoTo, onGoToPart }: PreflightListProps) {
  const say = useSay();
  const { commands, issue, newsletter, browser } = useDesk();
  const { lists } = useLists();
  const root = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusAfter(root, preflight);
  if (issue === null) return null;
  if (preflight === null) {
    return (
      <div class="blank">
        <p>{say('deskPreflightLooks')}</p>
      </div>
    );
  }
  const today = dayOf(new Date(browser.now()));
  const { findings, waived, passed } = preflight;

  const show = (finding: Finding) => {
    onCurrent(finding.id);
    if (finding.entryId === null) onGoToPart(finding);
    else onGoTo(finding.entryId);
  };
  const repair = ({ id, kind }: Finding, { kind: wanted }: Repair, words: string) => {
    // Looked for once more: somebody may have typed since.
    const now = preflight.again(id);
    const found = now?.repairs.find((one) => one.kind === wanted);
    if (now === undefined || found === undefined) return commands.tell(say('deskFindingGone'));
    keepFocus();
    const entry = lists.flat().find((one) => one.id === now.entryId);
    if (found.kind === 'take-out' && entry !== undefined) commands.toBacklog(entry);
    else if (found.kind === 'save-draft' && entry !== undefined) commands.save(entry);
    else {
      const changes = 'changesWith' in found ? found.changesWith(words) : found.changes;
      const place = kind === 'empty-section' || kind === 'left-out' ? 'deskRepairedSection' : 'deskRepaired';
      commands.changeAll(changes.map(dated), say(place, sayWhere(say, now, entries, newsletter)));
    }
  };
  /** Other pages know by the time which of two versions is the newer one. */
  const dated = (change: RepairChange): RepairChange => {
    const at = browser.now();
    return change.table === 'entries'
      ? { ...change, fields: { ...change.fields, editedAt: at } }
      : { ...change, fields: { ...change.fields, changedAt: at } };
  };
  const ignore = (finding: Finding) => {
    keepFocus();
    commands.changeIssue(
      { waived: [...new Set([...issue.waived, finding.id])] },
      say('deskIgnored', sayFinding(say, finding, today)),
    );
  };
  const takeBack = (finding: Finding) => {
    keepFocus();
    commands.changeIssue(
      { waived: issue.waived.filter((id) => id !== finding.id) },
      say('deskNotIgnored', sayFinding(say, finding, today)),
    );
  };

  const list = (severity: Severity) => {
    const ofIt = findings.filter((finding) => finding.severity === severity);
    if (ofIt.length === 0) return null;
    return (
      <section aria-labelledby={`pf-${severity}`}>
        <h3 class={`pf-h ${severity === 'fix' ? 'bad' : 'warn'}`} id={`pf-${severity}`}>
          <Icon name={severity === 'fix' ? 'stop' : 'warn'} />
          {say(severity === 'fix' ? 'deskFixFirst' : 'deskWorthALook')}
          <span class="muted">{ofIt.length}</span>
        </h3>
        <ol>
          {ofIt.map((finding) => (
            <FindingItem
              key={finding.id}
              finding={finding}
              entries={entries}
              isCurrent={finding.id === current}
              onShow={show}
              onRepair={repair}
              onIgnore={ignore}
            />
          ))}
        </ol>
      </section>
    );
  };

  return (
    <div class="pf-in" ref={root} tabIndex={-1}>
      {list('fix')}
      {list('look')}
      {waived.length > 0 && (
        <More
          icon="eye"
          text={sayCount(say, 'deskIgnoredCount', waived.length)}
          items={waived.map((finding) => ({
            id: finding.id,
            text: sayFinding(say, finding, today),
            where: sayWhere(say, finding, entries, newsletter),
            onTakeBack: () => takeBack(finding),
          }))}
        />
      )}
      <More
        icon="check"
        text={
          findings.length + waived.length === 0
            ? say('deskPassedAll', passed.length)
            : sayCount(say, 'deskPassed', passed.length)
        }
        items={passed.map((kind) => ({ id: kind, text: say(CHECKS[kind]) }))}
      />
    </div>
  );
}

interface MoreProps {
  icon: 'check' | 'eye';
  text: string;
  items: readonly { id: string; text: string; where?: string; onTakeBack?: () => void }[];
}

/** A line that stands for a list, which is shown when asked for. */
function More({ icon, text, items }: MoreProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="pf-more">
      <p class="pf-ok">
        <Icon name={icon} />
        <span>
          {text}{' '}
          {items.length > 0 && (
            <button class="act act-in" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {say(isOpen ? 'deskHideThem' : 'deskShowThem')}
            </button>
          )}
        </span>
      </p>
      {isOpen && (
        <ul class="pf-lines">
          {items.map(({ id, text: words, where, onTakeBack }) => (
            <li key={id} class="pf-line">
              <span class="grow">
                {words}
                {where !== undefined && (
                  <span class="where" dir="auto">
                    {where}
                  </span>
                )}
              </span>
              {onTakeBack !== undefined && (
                <button class="act" type="button" onClick={onTakeBack}>
                  {say('deskTakeBack')}
                  <span class="vh"> {words}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/**
 * What was acted upon goes, and its button with it: then the focus goes to the finding that has taken its place, and
 * never back to the start of the page.
 */
function useFocusAfter(root: { current: HTMLElement | null }, preflight: Preflight | null): () => void {
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const left = root.current?.querySelectorAll<HTMLElement>('.pf-go');
    const next = left?.[Math.min(place.current, left.length - 1)] ?? root.current;
    place.current = null;
    next?.focus();
  }, [preflight]);
  return () => {
    const items = [...(root.current?.querySelectorAll('[data-finding]') ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    place.current = at < 0 ? items.length : at;
  };
}
