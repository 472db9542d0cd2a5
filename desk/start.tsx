import { useEffect, useState } from 'preact/hooks';
import { shortcutName } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';

/** What an empty issue says: where its entries come from. */
export function Start() {
  const say = useSay();
  const { browser } = useDesk();
  const [keys, setKeys] = useState('');
  useEffect(() => {
    browser.commandKeys().then(
      (commands) => setKeys(commands._execute_action ?? ''),
      // The button is named, which is always there.
      () => undefined,
    );
  }, [browser]);
  return (
    <div class="start">
      <h3 class="start-h">{say('deskStartTitle')}</h3>
      <p class="muted">{say('deskStartHint')}</p>
      <ol>
        <li>
          <span>{say('deskStartOpen')}</span>
        </li>
        <li>
          <span>
            {keys === '' ? (
              say('deskStartClick')
            ) : (
              <>
                {say('deskStartPress')} <kbd>{keys}</kbd>
                {say('deskStartPressRest')}
              </>
            )}
          </span>
        </li>
        <li>
          <span>
            {say('deskStartPress')} <kbd>{shortcutName('Enter')}</kbd>
            {say('deskStartSaveRest')}
          </span>
        </li>
      </ol>
    </div>
  );
}
