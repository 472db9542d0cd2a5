import { useEffect, useRef } from 'preact/hooks';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk, useLists } from './desk-context.ts';
import { type Group, isSameSlot, slotsOf } from './issue-order.ts';

/** While entries are lifted: where they would go, and the keys; beside the pointer, what is being dragged. */
export function MoveBar({ groups }: { groups: readonly Group[] }) {
  const say = useSay();
  const { lifted } = useDesk();
  const label = useRef<HTMLParagraphElement>(null);
  const dragging = lifted?.by === 'pointer';
  useEffect(() => {
    if (!dragging) return;
    const follow = ({ clientX, clientY }: PointerEvent) => {
      if (label.current !== null) label.current.style.translate = `${clientX + 14}px ${clientY + 10}px`;
    };
    document.addEventListener('pointermove', follow);
    return () => document.removeEventListener('pointermove', follow);
  }, [dragging]);
  if (lifted === null) return null;
  if (dragging) {
    return (
      <p class="drag-label clip" ref={label} aria-hidden="true" dir="auto">
        {lifted.name}
      </p>
    );
  }
  const inSection = slotsOf(groups, lifted.ids).filter(({ sectionId }) => sectionId === lifted.slot?.sectionId);
  const at = inSection.findIndex((slot) => isSameSlot(slot, lifted.slot));
  const section = groups.find((group) => group.section?.id === lifted.slot?.sectionId)?.section?.name ?? '';
  return (
    // Screen readers are told of every step as it is made.
    <div class="toast-at" aria-hidden="true">
      <div class="toast move-bar">
        <span dir="auto">{say('deskMoving', lifted.name, at + 1, inSection.length, section)}</span>
        <span class="nowrap">
          <kbd>↑</kbd> <kbd>↓</kbd> {say('deskMoveKey')}
        </span>
        <span class="nowrap">
          <kbd>Enter</kbd> {say('deskPutDownKey')}
        </span>
        <span class="nowrap">
          <kbd>Esc</kbd> {say('deskPutBackKey')}
        </span>
      </div>
    </div>
  );
}

/** What can be done to the entries that are selected. */
export function SelectionBar({ list }: { list: 'issue' | 'backlog' | 'drafts' | 'bin' }) {
  const say = useSay();
  const { commands, issue, readOnly, selected } = useDesk();
  const { lists } = useLists();
  const first = lists.flat().find(({ id }) => selected.includes(id));
  if (selected.length < 1 || first === undefined) return null;
  return (
    <section class="toast-at" aria-label={say('deskSelectionActions')}>
      <div class="toast select-bar">
        <span>{sayCount(say, 'deskSelected', selected.length)}</span>
        {list === 'issue' && !readOnly && (
          <>
            <button class="act" type="button" onClick={() => commands.choosePlace(first)}>
              {say('deskMoveTo')}
            </button>
            <button class="act" type="button" onClick={() => commands.toBacklog(first)}>
              {say('deskNotThisWeek')}
            </button>
          </>
        )}
        {list === 'backlog' && issue !== null && !readOnly && (
          <button class="act" type="button" onClick={() => commands.toIssue(first)}>
            {say('deskAdd', issue.number)}
          </button>
        )}
        {list === 'drafts' && (
          <button class="act" type="button" onClick={() => commands.save(first)}>
            {say('deskSave')}
          </button>
        )}
        {list === 'bin' ? (
          <button class="act" type="button" onClick={() => commands.putBack(first)}>
            {say('deskPutBack')}
          </button>
        ) : (
          !(list === 'issue' && readOnly) && (
            <button class="act" type="button" onClick={() => commands.discard(first)}>
              {say('deskToBin')}
            </button>
          )
        )}
        <button class="act" type="button" onClick={() => commands.select(first, 'none')}>
          {say('deskSelectNone')}
        </button>
      </div>
    </section>
  );
}
