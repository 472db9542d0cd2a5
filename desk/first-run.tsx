import { Icon, Mark } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';

/** The desk before the first newsletter has a name. */
export function FirstRun({ onOptions }: { onOptions: () => void }) {
  const say = useSay();
  return (
    <main class="alone">
      <h1>
        <Mark /> {say('deskFirstTitle')}
      </h1>
      <p>{say('deskFirstHint')}</p>
      <p>
        <button class="btn" type="button" onClick={onOptions}>
          <Icon name="sliders" />
          {say('deskOptions')}
        </button>
      </p>
    </main>
  );
}

/** The desk without its database: what happened and what to do. */
export function Refused() {
  const say = useSay();
  return (
    <main class="alone" role="alert">
      <h1>
        <Mark /> {say('deskRefusedTitle')}
      </h1>
      <p>{say('deskRefused')}</p>
    </main>
  );
}
