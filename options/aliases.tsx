import { useState } from 'preact/hooks';
import { foldName, type Section } from '../src/domain/section.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { NewName } from './new-name.tsx';
import { useReturnFocus } from './use-return-focus.ts';

export interface AliasesProps {
  section: Section;
  taken: (name: string) => string | null;
  onChange: (change: (aliases: string[]) => string[]) => void;
}

/** The other names under which a section has been printed: it is known by them in past issues. */
export function Aliases({ section, taken, onChange }: AliasesProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const plus = useReturnFocus(adding);
  const { aliases, name } = section;
  return (
    <div class="chips">
      {aliases.map((alias) => (
        <span class="chip" key={alias}>
          {alias}
          <button
            type="button"
            aria-label={say('optionsRemoveAlias', alias)}
            onClick={() => {
              onChange((now) => now.filter((other) => other !== alias));
              plus.current?.focus();
            }}
          >
            <Icon name="x" />
          </button>
        </span>
      ))}
      {adding ? (
        <NewName
          label={say('optionsAddAliasTo', name)}
          refuse={taken}
          onAdd={(added) => {
            const known = [name, ...aliases].some((other) => foldName(other) === foldName(added));
            if (!known) onChange((now) => [...now, added]);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <button
          ref={plus}
          class="plus"
          type="button"
          aria-label={say('optionsAddAliasTo', name)}
          title={say('optionsAddAlias')}
          onClick={() => setAdding(true)}
        >
          <Icon name="plus" />
        </button>
      )}
    </div>
  );
}
