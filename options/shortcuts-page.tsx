import { useEffect, useState } from 'preact/hooks';
import { shortcutName } from '../src/ui/keys.ts';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';
import type { OptionsBrowser } from './options-browser.ts';

/** An action and the keys that do it, each as it is written for people. */
interface Shortcut {
  action: MessageKey;
  keys: string[];
}

const POPUP: Shortcut[] = [
  { action: 'optionsKeySave', keys: [shortcutName('Enter')] },
  { action: 'optionsKeySaveLater', keys: [shortcutName('Enter', true)] },
  { action: 'optionsKeySectionTab', keys: ['Tab'] },
  { action: 'optionsKeySectionNumber', keys: ['1 – 9'] },
  { action: 'optionsKeyCandidate', keys: ['Alt+↓', 'Alt+↑'] },
  { action: 'optionsKeyRawTitle', keys: ['Alt+Shift+O'] },
  { action: 'optionsKeyUncleaned', keys: ['Alt+Shift+U'] },
  { action: 'optionsKeyClose', keys: ['Esc'] },
];

const WRITING: Shortcut[] = [
  { action: 'optionsKeyBoldItalic', keys: [shortcutName('B'), shortcutName('I')] },
  { action: 'optionsKeyLink', keys: [shortcutName('K')] },
  { action: 'optionsKeyQuote', keys: [shortcutName('.', true)] },
  { action: 'optionsKeyList', keys: [shortcutName('8', true)] },
];

const DESK: Shortcut[] = [
  { action: 'optionsKeyNext', keys: ['J', 'K'] },
  { action: 'optionsKeyEdit', keys: ['Enter'] },
  { action: 'optionsKeyDone', keys: ['Esc'] },
  { action: 'optionsKeyMove', keys: ['Alt+↑', 'Alt+↓'] },
  { action: 'optionsKeyToSection', keys: ['M'] },
  { action: 'optionsKeyToBacklog', keys: ['B'] },
  { action: 'optionsKeyDelete', keys: ['Delete'] },
  { action: 'optionsKeyCopy', keys: ['C'] },
  { action: 'optionsKeyUndo', keys: [shortcutName('Z')] },
];

const HERE: Shortcut[] = [{ action: 'optionsKeyMoveSection', keys: ['Alt+↑', 'Alt+↓'] }];

/** Every key, and how to change those of the browser. */
export function ShortcutsPage({ browser }: { browser: OptionsBrowser }) {
  const say = useSay();
  const [commands, setCommands] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => void browser.commandKeys().then(setCommands);
    read();
    // They may have been changed on the browser's page in between.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [browser]);
  const keysOf = (command: string) =>
    [commands[command]].filter((keys) => keys !== undefined && keys !== '') as string[];
  return (
    <>
      <h2>{say('optionsShortcuts')}</h2>
      <p class="lede">{say('optionsShortcutsLede')}</p>
      <h3 id="keys-browser">{say('optionsKeysBrowser')}</h3>
      <p>
        {say('optionsKeysChange')}{' '}
        <button
          class="act act-in"
          type="button"
          onClick={() =>
            browser.openShortcutSettings().then(
              () => setRefused(false),
              () => setRefused(true),
            )
          }
        >
          {say('optionsKeysOpen')}
        </button>{' '}
        <span role="status">{refused && say('optionsKeysRefused')}</span>
      </p>
      <Keys
        id="keys-browser"
        shortcuts={[
          { action: 'actionTitle', keys: keysOf('_execute_action') },
          { action: 'commandOpenDesk', keys: keysOf('open-desk') },
        ]}
      />
      <h3 id="keys-popup">{say('optionsKeysPopup')}</h3>
      <Keys id="keys-popup" shortcuts={POPUP} />
      <h3 id="keys-writing">{say('optionsKeysWriting')}</h3>
      <Keys id="keys-writing" shortcuts={WRITING} />
      <h3 id="keys-desk">{say('optionsKeysDesk')}</h3>
      <Keys id="keys-desk" shortcuts={DESK} />
      <h3 id="keys-here">{say('optionsKeysHere')}</h3>
      <Keys id="keys-here" shortcuts={HERE} />
    </>
  );
}

function Keys({ id, shortcuts }: { id: string; shortcuts: Shortcut[] }) {
  const say = useSay();
  return (
    <table class="keys-table" aria-labelledby={id}>
      <thead class="vh">
        <tr>
          <th>{say('optionsKeysAction')}</th>
          <th>{say('optionsKeys')}</th>
        </tr>
      </thead>
      <tbody>
        {shortcuts.map(({ action, keys }) => (
          <tr key={action}>
            <td>{say(action)}</td>
            <td class="end">
              <span class="keys">
                {keys.length === 0 && <span class="muted">{say('optionsKeysNone')}</span>}
                {keys.map((key, at) => (
                  <>
                    {at > 0 && <span class="muted">{say('optionsKeysOr')}</span>}
                    <kbd>{key}</kbd>
                  </>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
