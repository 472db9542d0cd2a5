import { type MessageKey, useSay } from '../src/ui/messages.tsx';

/** What the manifest asks for. tests/options/options.test.tsx compares it with manifest.json. */
export const PERMISSIONS: { names: string[]; what: MessageKey; why: MessageKey }[] = [
  { names: ['activeTab', 'scripting'], what: 'optionsMayRead', why: 'optionsMayReadWhy' },
  { names: ['contextMenus'], what: 'optionsMayMenus', why: 'optionsMayMenusWhy' },
  { names: ['sidePanel'], what: 'optionsMayPanel', why: 'optionsMayPanelWhy' },
  { names: ['unlimitedStorage'], what: 'optionsMayKeep', why: 'optionsMayKeepWhy' },
];

/** What the browser asks the editor about, at the moment of use. The same test. */
export const OPTIONAL: typeof PERMISSIONS = [
  { names: ['downloads'], what: 'optionsMaySave', why: 'optionsMaySaveWhy' },
  { names: ['tabs'], what: 'optionsMayTabs', why: 'optionsMayTabsWhy' },
];

const KEPT: { what: MessageKey; where: MessageKey; long: MessageKey }[] = [
  { what: 'optionsKeptEntries', where: 'optionsKeptHere', long: 'optionsKeptUntilDeleted' },
  { what: 'optionsKeptIssues', where: 'optionsKeptSame', long: 'optionsKeptUntilDeleted' },
  { what: 'optionsKeptSettings', where: 'optionsKeptSame', long: 'optionsKeptUntilChanged' },
  { what: 'optionsKeptBackups', where: 'optionsKeptBackupsWhere', long: 'optionsKeptBackupsLong' },
  { what: 'optionsKeptPages', where: 'optionsKeptNowhere', long: 'optionsKeptNever' },
];

/** What is kept where, and what the browser lets Roundup do. */
export function PrivacyPage() {
  const say = useSay();
  return (
    <>
      <h2>{say('optionsPrivacy')}</h2>
      <p class="lede">{say('optionsPrivacyLede')}</p>
      <h3 id="may">{say('optionsMay')}</h3>
      <div class="stack">
        <table aria-labelledby="may">
          <thead>
            <tr>
              <th>{say('optionsPermission')}</th>
              <th>{say('optionsWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {[...PERMISSIONS, ...OPTIONAL].map(({ names, what, why }) => (
              <tr key={what}>
                <td>
                  <span class="name">{say(what)}</span>
                  <br />
                  <span class="hint code">{names.join(', ')}</span>
                  {names.some((name) => OPTIONAL.some((one) => one.names.includes(name))) && (
                    <span class="hint">, {say('optionsMayOptional')}</span>
                  )}
                </td>
                <td>{say(why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{say('optionsNeverAsks')}</h3>
      <p>{say('optionsNeverAsksWhat')}</p>
      <h3 id="kept">{say('optionsKeptWhere')}</h3>
      <div class="stack">
        <table aria-labelledby="kept">
          <thead>
            <tr>
              <th>{say('optionsWhat')}</th>
              <th>{say('optionsWhere')}</th>
              <th>{say('optionsHowLong')}</th>
            </tr>
          </thead>
          <tbody>
            {KEPT.map(({ what, where, long }) => (
              <tr key={what}>
                <td class="name">{say(what)}</td>
                <td data-l={say('optionsWhere')}>{say(where)}</td>
                <td data-l={say('optionsHowLong')}>{say(long)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{say('optionsPrivateWindows')}</h3>
      <p>{say('optionsPrivateWindowsText')}</p>
    </>
  );
}
