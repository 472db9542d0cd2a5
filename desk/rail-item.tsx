import type { ComponentChildren } from 'preact';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { selectingHandlers } from './entry-card.tsx';
import { EntryEditor } from './entry-editor.tsx';

interface RailItemProps {
  entry: Entry;
  age: string;
  sub: string;
  /** Its buttons, shown when it is chosen. */
  actions: ComponentChildren;
  /** A button that is always there. */
  add?: ComponentChildren;
  /** Not to be edited where it lies: in the bin. */
  fixed?: boolean;
}

/** An entry that lies beside the issue. */
export function RailItem({ entry, age, sub, actions, add, fixed = false }: RailItemProps) {
  const say = useSay();
  const { commands, currentId, editingId, lifted, selected } = useDesk();
  if (editingId === entry.id && !fixed) {
    return (
      <li>
        <EntryEditor entry={entry} />
      </li>
    );
  }
  const name = nameOf(entry) || say('deskUntitled');
  const isSelected = selected.includes(entry.id);
  const { onDblClick, ...selecting } = selectingHandlers(entry, commands);
  const looks = [
    'item',
    ...(currentId === entry.id ? ['is-focus'] : []),
    ...(isSelected ? ['is-on'] : []),
    ...(lifted?.ids.includes(entry.id) ? ['is-lifted'] : []),
  ];
  return (
    <li>
      <article
        class={looks.join(' ')}
        data-entry={entry.id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus, so that keys know what they are about
        tabIndex={0}
        aria-label={isSelected ? say('deskIsSelected', name) : name}
        {...selecting}
        onDblClick={fixed ? undefined : onDblClick}
      >
        <h4 dir="auto">{name}</h4>
        <span class="age">{age}</span>
        <p class="sub">{sub}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div class="item-acts" role="group" aria-label={say('deskActions', name)}>
          {actions}
        </div>
        {add}
      </article>
    </li>
  );
}
