import type { Entry } from '../src/domain/entry.ts';
import { Icon, type IconName } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';

interface ActionButtonProps {
  /** Names the button for the focus, which comes back to it after the entry has moved. */
  act: string;
  label?: string;
  icon?: IconName;
  title: string;
  onClick: () => void;
}

/** A button of an entry: a word, or a picture with a name. */
export function ActionButton({ act, label, icon, title, onClick }: ActionButtonProps) {
  return (
    <button
      class={`btn btn-sm${label === undefined ? ' btn-icon' : ''}`}
      type="button"
      data-act={act}
      title={title}
      aria-label={label === undefined ? title : undefined}
      onClick={onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      {label}
    </button>
  );
}

/** What can be done to an entry of the issue. */
export function EntryActions({ entry, name }: { entry: Entry; name: string }) {
  const say = useSay();
  const { commands, placingId } = useDesk();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="entry-acts" role="group" aria-label={say('deskActions', name)}>
      <ActionButton act="up" icon="arrow-up" title={say('deskMoveUp')} onClick={() => commands.step(entry, -1)} />
      <ActionButton act="down" icon="arrow-down" title={say('deskMoveDown')} onClick={() => commands.step(entry, 1)} />
      <ActionButton
        act="place"
        label={say('deskMoveTo')}
        title={say('deskMoveToHint')}
        onClick={() => commands.choosePlace(placingId === entry.id ? null : entry)}
      />
      <ActionButton
        act="backlog"
        label={say('deskNotThisWeek')}
        title={say('deskNotThisWeekHint')}
        onClick={() => commands.toBacklog(entry)}
      />
      <ActionButton
        act="select"
        icon="check"
        title={say('deskSelect')}
        onClick={() => commands.select(entry, 'toggle')}
      />
      <ActionButton act="edit" icon="pencil" title={say('deskEdit')} onClick={() => commands.edit(entry)} />
      <ActionButton act="delete" icon="bin" title={say('deskDelete')} onClick={() => commands.discard(entry)} />
    </div>
  );
}
