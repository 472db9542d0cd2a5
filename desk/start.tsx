import { useSay } from '../src/ui/messages.tsx';

/** What an empty issue says: where its entries come from. */
export function Start() {
  const say = useSay();
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
            {say('deskStartPress')} <kbd>Alt Shift E</kbd>
            {say('deskStartPressRest')}
          </span>
        </li>
        <li>
          <span>
            {say('deskStartPress')} <kbd>Ctrl ↵</kbd>
            {say('deskStartSaveRest')}
          </span>
        </li>
      </ol>
    </div>
  );
}
