import type { Section } from '../src/domain/section.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { Excerpt } from './excerpt.tsx';
import { FrameTextEditor } from './frame-text.tsx';

interface SectionIntroProps {
  section: Section;
  text: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  onInput: (text: string) => void;
}

/** What an issue says under the heading of a section, before its entries. */
export function SectionIntro({ section, text, open, onOpen, onInput }: SectionIntroProps) {
  const say = useSay();
  const { readOnly } = useDesk();
  const label = say('deskIntroOf', section.name);
  if (open && !readOnly) {
    const id = `intro-${section.id}`;
    return <FrameTextEditor id={id} label={label} text={text} onInput={onInput} onDone={() => onOpen(false)} />;
  }
  if (text === '') return null;
  return (
    <div class="intro">
      <p class="text" dir="auto">
        <Excerpt text={text} />
      </p>
      {!readOnly && (
        <button
          class="btn btn-quiet btn-icon btn-sm"
          type="button"
          aria-label={say('deskEditIntro', section.name)}
          title={say('deskEditIntro', section.name)}
          onClick={() => onOpen(true)}
        >
          <Icon name="pencil" />
        </button>
      )}
    </div>
  );
}
