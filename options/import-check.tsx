import { useEffect, useMemo, useState } from 'preact/hooks';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { CheckSum, CheckTable } from './check-table.tsx';
import { importRows } from './import-rows.ts';
import type { ImportChoices } from './read-import.ts';
import type { ReadImport } from './reading.ts';

interface ImportCheckProps {
  read: ReadImport;
  choices: ImportChoices;
  onChoose: (choices: ImportChoices) => void;
  onWrite: (name: string) => void;
  onStop: () => void;
}

/** The dry run: what would be added, joined and left out, and what of it can be decided. */
export function ImportCheck({ read, choices, onChoose, onWrite, onStop }: ImportCheckProps) {
  const say = useSay();
  const { head } = read;
  const [name, setName] = useState(head.newsletter.name);
  // The table comes when what stands above it has been drawn, in a task of its own.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  const rows = useMemo(() => {
    const keepApart = (section: string, isApart: boolean) => {
      const others = choices.apart.filter((one) => one !== section);
      onChoose({ ...choices, apart: isApart ? [...others, section] : others });
    };
    return importRows(read, say, { apart: choices.apart, keepApart });
  }, [read, choices]);
  const count = (what: string) => rows.filter((row) => row.what === what).length;
  const look = rows.filter(({ what, key }) => what === 'look' && key.startsWith('entry')).length;
  const isNameless = head.isFounded && name.trim() === '';
  const isEmpty = head.issues === 0;
  return (
    <>
      <CheckSum
        figures={[
          { count: head.issues, label: sayCount(say, 'importSumIssues', head.issues) },
          { count: head.entries, label: sayCount(say, 'importSumEntries', head.entries) },
          { count: head.sectionsMerged.length, label: sayCount(say, 'importSumMerge', head.sectionsMerged.length) },
          { count: count('skip'), label: sayCount(say, 'importSumSkip', count('skip')) },
          { count: count('look'), label: say('importSumLook') },
        ].filter(({ count: some }, at) => some > 0 || at < 2)}
      />
      {!isEmpty && (
        <div class="rows import-choices">
          {head.isFounded && (
            <div class="row">
              <label class="label" for="import-name">
                {say('importName')}
              </label>
              <div>
                <input
                  class="input"
                  id="import-name"
                  dir="auto"
                  autocomplete="off"
                  value={name}
                  aria-describedby="import-name-hint"
                  onInput={({ currentTarget }) => setName(currentTarget.value)}
                />
                <p class="hint" id="import-name-hint">
                  {say(isNameless ? 'importNameless' : 'importNameHint')}
                </p>
              </div>
            </div>
          )}
          <div class="row">
            <span class="label">{say('importStyle')}</span>
            <div>
              <label class="choice">
                <input
                  type="checkbox"
                  id="import-style"
                  checked={head.withStyle}
                  disabled={head.isFounded}
                  onChange={({ currentTarget }) => onChoose({ ...choices, withStyle: currentTarget.checked })}
                />
                {say('importStyleTake')}
              </label>
              <p class="hint">{sayCount(say, head.isFounded ? 'importStyleFirst' : 'importStyleHint', head.rules)}</p>
            </div>
          </div>
          {head.byDay !== null && (
            <div class="row">
              <span class="label">{say('importNumbers')}</span>
              <p class="text">{say('importNumbersByDay', head.byDay)}</p>
            </div>
          )}
        </div>
      )}
      {head.ignored > 0 && <p class="hint">{sayCount(say, 'importIgnored', head.ignored)}</p>}
      {isDrawn && <CheckTable rows={rows} nameHead={say('importEntry')} />}
      <div class="commit">
        {!isEmpty && (
          <button
            class="btn btn-primary"
            type="button"
            id="import-write"
            aria-disabled={isNameless}
            onClick={() => !isNameless && onWrite(name)}
          >
            {sayCount(say, 'importWrite', head.entries)}
          </button>
        )}
        <button class="btn btn-quiet" type="button" onClick={onStop}>
          {say(isEmpty ? 'importBack' : 'importDoNot')}
        </button>
        {(isEmpty || look > 0) && (
          <p class="hint grow">{isEmpty ? say('importNothing') : sayCount(say, 'importLookHint', look)}</p>
        )}
      </div>
    </>
  );
}
