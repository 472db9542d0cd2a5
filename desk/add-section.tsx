import { useId, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/domain/issue.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import { sectionNamed } from '../src/domain/section.ts';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';

/** Asks for the name of a section that this issue alone gets. */
export function AddSection({ issue }: { issue: Issue }) {
  const say = useSay();
  const id = useId();
  const { commands, newsletter } = useDesk();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    setProblem('');
    requestAnimationFrame(() => opener.current?.focus());
  };
  const add = (name: string) => {
    const known = sectionNamed(sectionsOf(newsletter, issue.id), name);
    if (name.trim() === '') return setProblem(say('deskSectionUnnamed'));
    if (known !== undefined) return setProblem(say('deskSectionExists', known.name));
    commands.addSectionHere(name.trim());
    close();
  };
  if (!open) {
    return (
      <button class="act" type="button" ref={opener} onClick={() => setOpen(true)}>
        {say('deskAddSection')}
      </button>
    );
  }
  return (
    <form
      class="add-section"
      onSubmit={(event) => {
        event.preventDefault();
        add(String(new FormData(event.currentTarget).get('name') ?? ''));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) close();
      }}
    >
      <label class="label" for={id}>
        {say('deskSectionName')}
      </label>
      <input
        class="input"
        id={id}
        name="name"
        autocomplete="off"
        dir="auto"
        ref={(input) => {
          if (input !== null && document.activeElement !== input && problem === '') input.focus();
        }}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
      />
      <button class="btn" type="submit">
        {say('deskAddSectionDo', issue.number)}
      </button>
      <button class="btn btn-quiet" type="button" onClick={close}>
        {say('deskCancel')}
      </button>
      <p class="facts-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </form>
  );
}
