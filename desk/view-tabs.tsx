import './view-tabs.css';
import { Icon, type IconName } from '../src/ui/icon.tsx';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';
import type { View } from './desk-view.ts';

const VIEWS: readonly { view: View; icon: IconName; name: MessageKey }[] = [
  { view: 'issue', icon: 'page', name: 'deskViewIssue' },
  { view: 'backlog', icon: 'tray', name: 'deskBacklog' },
  { view: 'preview', icon: 'eye', name: 'deskPreview' },
];

/** Where there is room for one column: which of them. */
export function ViewTabs({
  view,
  preflight,
  onView,
}: {
  view: View;
  /** How much preflight has to say, or `…` before it has looked; null: there is nothing to check. */
  preflight: number | '…' | null;
  onView: (view: View) => void;
}) {
  const say = useSay();
  return (
    <nav class="bottom" aria-label={say('deskViews')}>
      {VIEWS.map((one) => (
        <button
          key={one.view}
          type="button"
          aria-current={one.view === view ? 'page' : undefined}
          onClick={() => onView(one.view)}
        >
          <Icon name={one.icon} />
          {say(one.name)}
        </button>
      ))}
      {preflight !== null && (
        <button
          type="button"
          aria-current={view === 'preflight' ? 'page' : undefined}
          onClick={() => onView('preflight')}
        >
          <Icon name="check" />
          {say('deskViewPreflight', preflight)}
        </button>
      )}
    </nav>
  );
}
