import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { SectionPicker } from '../src/ui/section-picker.tsx';
import { useDesk } from './desk-context.ts';

/** Asks for the section an entry is to move to. Esc, and going elsewhere, leave it where it is. */
export function PlacePicker({ entry }: { entry: Entry }) {
  const say = useSay();
  const { commands, newsletter, issue, recentSections } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  // Before the next key comes: who types on at once has chosen the section, and not the next command.
  useLayoutEffect(() => place.current?.querySelector('input')?.focus(), []);
  // Losing the focus closes the question.
  const backToEntry = () => place.current?.closest<HTMLElement>('[data-entry]')?.focus();
  return (
    <div
      ref={place}
      class="place list-below"
      onKeyDownCapture={(event) => {
        // Before the field, which would only close its list.
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        backToEntry();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && event.currentTarget.contains(to)) return;
        commands.choosePlace(null);
      }}
    >
      <SectionPicker
        id={`place-${entry.id}`}
        label={say('deskMoveToSection')}
        sections={sectionsOf(newsletter, issue?.id)}
        recent={recentSections}
        value={entry.sectionId}
        onChoose={(sectionId) => {
          backToEntry();
          commands.moveToSection(entry, sectionId);
        }}
        onCreate={(name) => {
          backToEntry();
          commands.moveToNewSection(entry, name);
        }}
      />
    </div>
  );
}
