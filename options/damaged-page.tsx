import type { DamagedRecord } from '../src/storage/records.ts';
import { damagedFile } from '../src/ui/damaged-file.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import type { OptionsBrowser } from './options-browser.ts';

/** Records that do not fit their schema: named, with what does not fit, and a way to take them along. */
export function DamagedPage({ browser, damaged }: { browser: OptionsBrowser; damaged: DamagedRecord[] }) {
  const say = useSay();
  const exportAll = () => browser.download(...damagedFile(damaged, browser.now()));
  return (
    <>
      <h2>{say('optionsDamaged')}</h2>
      <p class="lede">{sayCount(say, 'optionsDamagedLede', damaged.length)}</p>
      <p class="above">
        <button class="btn" type="button" onClick={exportAll}>
          <Icon name="download" />
          {say('optionsDamagedExport')}
        </button>
      </p>
      <h3 id="damaged-list" class="vh">
        {say('optionsDamaged')}
      </h3>
      <div class="stack">
        <table aria-labelledby="damaged-list">
          <thead>
            <tr>
              <th>{say('optionsDamagedTable')}</th>
              <th>{say('optionsDamagedId')}</th>
              <th>{say('optionsDamagedReason')}</th>
            </tr>
          </thead>
          <tbody>
            {damaged.map(({ table, id, reason }) => (
              <tr key={`${table}/${id}`}>
                <td>{table}</td>
                <td class="code break" data-l={say('optionsDamagedId')}>
                  {id}
                </td>
                <td class="break" data-l={say('optionsDamagedReason')}>
                  {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
