import { type FoundCopy, isWhole } from '../src/storage/backup/copies.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { sayCopy, saySize } from './say-backup.ts';

/** The backups that lie inside, each with the way back to it. */
export function BackupList({
  copies,
  now,
  onRestore,
}: {
  copies: FoundCopy[];
  now: number;
  onRestore: (copy: FoundCopy) => void;
}) {
  const say = useSay();
  const label = say('backupList');
  if (copies.length === 0) return <p class="none">{say('backupNone')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section class="scroll-x stack backups" tabIndex={0} aria-label={label}>
        <table aria-label={label}>
          <thead>
            <tr>
              <th>{say('backupWhen')}</th>
              <th>{say('backupReadBack')}</th>
              <th class="end">{say('backupSize')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {copies.map((copy) => (
              <tr key={copy.name}>
                <td>{sayCopy(say, copy, now)}</td>
                <td>
                  {isWhole(copy) ? (
                    <>
                      <Icon name="check" /> {say('backupAllEqual', sayCount(say, 'backupEntries', copy.counts.entries))}
                    </>
                  ) : (
                    <>
                      <Icon name="warn" /> {say('backupNotWhole')}
                    </>
                  )}
                </td>
                <td class="end">{saySize(copy.size)}</td>
                <td class="end">
                  {isWhole(copy) && (
                    <button class="act" type="button" data-backup={copy.name} onClick={() => onRestore(copy)}>
                      {say('backupRestore')} <span class="vh">{say('backupRestoreOf', sayCopy(say, copy, now))}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{say('backupRestoreHint')}</p>
    </>
  );
}
