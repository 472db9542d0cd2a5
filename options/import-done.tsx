import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { CheckTable } from './check-table.tsx';
import { importRows } from './import-rows.ts';
import type { ReadImport } from './reading.ts';

interface ImportDoneProps {
  read: ReadImport;
  onDesk: () => void;
  onUndo: () => void;
}

/** What was imported, what it taught, and the way back. */
export function ImportDone({ read, onDesk, onUndo }: ImportDoneProps) {
  const say = useSay();
  const [isShown, setShown] = useState(false);
  const look = useMemo(() => {
    // Rows for those alone: of 20,000 entries few are to be looked at.
    const fates = read.fates.filter(({ fault }) => fault !== null);
    const rows = importRows({ ...read, fates }, say, { apart: [], keepApart: () => {} });
    return rows.filter(({ what }) => what === 'look');
  }, [read]);
  const { newsletter, rules, issues, entries } = read.head;
  const sections = newsletter.sections.filter(({ deletedAt, onlyIn }) => deletedAt === null && onlyIn === null);
  const headings = sections.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  return (
    <>
      <p class="lede">{sayCount(say, 'importDoneLede', entries, sayCount(say, 'importFromIssues', issues))}</p>
      <div class="rows">
        <div class="row">
          <span class="label">{say('importMemory')}</span>
          <p class="text">{say('importMemoryText')}</p>
        </div>
        <div class="row">
          <span class="label">{say('importStyle')}</span>
          <p class="text">
            {sayCount(say, 'importRules', rules)} <a href="#style">{say('importRulesSee')}</a>
          </p>
        </div>
        <div class="row">
          <span class="label">{say('importSections')}</span>
          <p class="text">
            {sayCount(say, 'importSectionsText', sections.length, headings)}{' '}
            <a href="#newsletter">{say('importSectionsSee')}</a>
          </p>
        </div>
        {look.length > 0 && (
          <div class="row">
            <span class="label">{say('importLook')}</span>
            <p class="text">
              {sayCount(say, 'importLookText', look.length)}{' '}
              <button class="act act-in" type="button" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
                {say(isShown ? 'importLookHide' : 'importLookShow')}
              </button>
            </p>
          </div>
        )}
      </div>
      {isShown && <CheckTable rows={look} nameHead={say('importEntry')} />}
      <p class="done-acts">
        <button class="btn btn-primary" type="button" onClick={onDesk}>
          {say('optionsOpenDesk')}
        </button>
        <button class="btn btn-quiet" type="button" onClick={onUndo}>
          <Icon name="undo" />
          {say('importUndo')}
        </button>
      </p>
    </>
  );
}
