import { useSay } from '../src/ui/messages.tsx';

/** The options page. */
export function App({ openDesk }: { openDesk: () => Promise<void> }) {
  const say = useSay();
  return (
    <main>
      <h1>{say('optionsPageTitle')}</h1>
      <button class="btn" type="button" onClick={() => openDesk()}>
        {say('optionsOpenDesk')}
      </button>
    </main>
  );
}
