import { useState } from 'preact/hooks';
import type { RestoreChoice } from '../src/storage/backup/compare.ts';
import type { BackupTable } from '../src/storage/backup/format.ts';
import type { FateCounts, PlanRow } from '../src/storage/backup/plan.ts';
import { type MessageKey, sayCount, useSay } from '../src/ui/messages.tsx';
import { CheckSum } from './check-table.tsx';
import { RestoreChoices } from './restore-choices.tsx';
import { sayWhen } from './say-backup.ts';
import type { CheckedRestore } from './use-restore.ts';

interface RestoreCheckProps {
  checked: CheckedRestore;
  now: number;
  onChoose: (choice: RestoreChoice) => void;
  onWrite: () => void;
  onStop: () => void;
}

const KINDS = {
  newsletters: 'restoreKindNewsletters',
  issues: 'restoreKindIssues',
  entries: 'restoreKindEntries',
  revisions: 'restoreKindRevisions',
  outlets: 'restoreKindOutlets',
  settings: 'restoreKindSettings',
} as const satisfies Record<BackupTable, MessageKey>;

const FATES = {
  add: 'restoreWillAdd',
  change: 'restoreWillChange',
  keep: 'restoreWillKeep',
  remove: 'restoreWillRemove',
} as const satisfies Record<PlanRow['fate'], MessageKey>;

/** Those that lose something come first. */
const ORDER: readonly PlanRow['fate'][] = ['remove', 'change', 'keep', 'add'];

/** As many rows are on the page: a table of thousands would not answer. */
const SHOWN = 200;

/** More than so many records that are overwritten or leave want a word of their own. */
const HANDFUL = 5;

const NUMBER = new Intl.NumberFormat('en');

/** The dry run of a restore, and what of it can be decided. */
export function RestoreCheck({ checked, now, onChoose, onWrite, onStop }: RestoreCheckProps) {
  const say = useSay();
  const { backup, choice, plan } = checked;
  const [isSure, setSure] = useState(false);
  const sum = (fate: keyof FateCounts) => Object.values(plan.counts).reduce((all, counts) => all + counts[fate], 0);
  const asks = plan.overwritten + plan.removed > HANDFUL;
  const isEmpty = sum('add') + plan.overwritten + plan.removed === 0;
  const isReady = !asks || isSure;
  const rows = ORDER.flatMap((fate) => plan.rows.filter((row) => row.fate === fate)).slice(0, SHOWN);
  const entries = sayCount(say, 'backupEntries', backup.records.entries);
  return (
    <>
      <p class="lede progress-text">{say('restoreFrom', sayWhen(say, backup.header.createdAt, now), entries)}</p>
      <CheckSum
        figures={[
          { count: sum('add'), label: say('restoreSumAdd') },
          { count: plan.overwritten, label: say('restoreSumChange') },
          { count: plan.removed, label: say('restoreSumRemove') },
          { count: sum('keep'), label: say('restoreSumKeep') },
          { count: sum('same'), label: say('restoreSumSame') },
        ]}
      />
      <RestoreChoices
        choice={choice}
        newsletters={plan.newsletters}
        onChoose={(chosen) => {
          setSure(false);
          onChoose(chosen);
        }}
      />
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
        <section class="scroll-x stack check-rows" tabIndex={0} aria-label={say('restoreCheck')}>
          <table aria-label={say('restoreCheck')}>
            <thead>
              <tr>
                <th>{say('restoreWhatHappens')}</th>
                <th>{say('restoreWhat')}</th>
                <th>{say('restoreNamed')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, table, fate, name }) => (
                <tr key={`${key}/${fate}`}>
                  <td>{say(FATES[fate])}</td>
                  <td>{say(KINDS[table])}</td>
                  <td class="break" dir="auto">
                    {name || say('restoreNameless')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length === SHOWN && <p class="hint">{say('restoreMore', SHOWN)}</p>}
      <div class="commit">
        {asks && (
          <label class="choice restore-sure">
            <input
              type="checkbox"
              id="restore-sure"
              checked={isSure}
              onChange={({ currentTarget }) => setSure(currentTarget.checked)}
            />
            {say('restoreConfirm', NUMBER.format(plan.overwritten), NUMBER.format(plan.removed))}
          </label>
        )}
        {!isEmpty && (
          <button
            class="btn btn-primary"
            type="button"
            id="restore-write"
            aria-disabled={!isReady}
            onClick={() => isReady && onWrite()}
          >
            {say('restoreDo')}
          </button>
        )}
        <button class="btn btn-quiet" type="button" id="restore-stop" onClick={onStop}>
          {say(isEmpty ? 'restoreBack' : 'restoreDoNot')}
        </button>
        {isEmpty && <p class="hint grow">{say('restoreNothing')}</p>}
      </div>
    </>
  );
}
