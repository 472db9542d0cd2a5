import './unexpected.css';
import { render } from 'preact';
import { type Database, isGone } from '../storage/database.ts';
import { Icon } from './icon.tsx';
import type { Say } from './messages.tsx';
import { troubleOf } from './trouble.ts';

/**
 * Expected failures are values; the rest ends here, in a sentence over the page. It stands beside the page's own tree,
 * which may be what has failed. That one of the databases is deleted meanwhile ends here too. Returns the end of it.
 */
export function tellUnexpected(say: Say, databases: readonly Database[] = []): () => void {
  const place = document.createElement('div');
  place.className = 'unexpected';
  document.body.append(place);
  const dismiss = () => render(null, place);
  const tell = (thrown: unknown) => render(<Unexpected say={say} thrown={thrown} onDismiss={dismiss} />, place);
  const onError = ({ error, message }: ErrorEvent) => tell(error ?? message);
  const onRejection = ({ reason }: PromiseRejectionEvent) => tell(reason);
  for (const db of databases) db.whenGone(tell);
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return () => {
    dismiss();
    place.remove();
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  };
}

function Unexpected({ say, thrown, onDismiss }: { say: Say; thrown: unknown; onDismiss: () => void }) {
  const { kind, reason } = troubleOf(thrown);
  const isNewer = thrown instanceof Error && thrown.name === 'NewerDatabase';
  const text = isGone(thrown)
    ? say('uiDatabaseGone')
    : isNewer
      ? say('uiNewer')
      : kind === 'full'
        ? say('uiFull')
        : say('uiUnexpected', reason);
  return (
    <div class="note note-bad" role="alert">
      <Icon name="stop" />
      <p class="grow">{text}</p>
      <button
        class="act act-in"
        type="button"
        aria-label={say('uiDismiss')}
        title={say('uiDismiss')}
        onClick={onDismiss}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
