import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk, useLists } from './desk-context.ts';
import { EntryCard } from './entry-card.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { countsOf } from './issue-counts.ts';
import type { Group } from './issue-order.ts';
import { SectionIntro } from './section-intro.tsx';
import { SectionMenu } from './section-menu.tsx';

interface SectionBlockProps {
  group: Group;
  intro: string;
  onIntro: (text: string) => void;
}

/** A section of the issue with its entries. */
export function SectionBlock({ group, intro, onIntro }: SectionBlockProps) {
  const say = useSay();
  const { commands, editingId, lifted, readOnly } = useDesk();
  const { section, entries, leftOut } = group;
  const [introOpen, setIntroOpen] = useState(false);
  const id = `section-${section?.id ?? 'none'}`;
  const name = section?.name ?? say('deskNoSection');
  const aimedAt = lifted?.slot?.sectionId === section?.id ? lifted?.slot?.before : undefined;
  return (
    <section class="sec" aria-labelledby={id} data-section={section?.id}>
      <header class="sec-head">
        <h3 id={id} dir="auto">
          {name}
        </h3>
        <span class="sec-count">{leftOut ? say('deskLeftOut') : sayEntries(say, entries)}</span>
        {section !== null && !readOnly && (
          <span class="sec-add">
            <button
              class="btn btn-quiet btn-icon btn-sm"
              type="button"
              aria-label={say('deskWriteIn', name)}
              title={say('deskWriteHint')}
              onClick={() => commands.write(section.id)}
            >
              <Icon name="plus" />
            </button>
            <SectionMenu section={section} leftOut={leftOut} onWriteIntro={() => setIntroOpen(true)} />
          </span>
        )}
      </header>
      {section !== null && (
        <SectionIntro section={section} text={intro} open={introOpen} onOpen={setIntroOpen} onInput={onIntro} />
      )}
      {entries.length > 0 ? (
        <ol class={leftOut ? 'is-left-out' : undefined}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {aimedAt === entry.id && <DropLine />}
              {editingId === entry.id && !readOnly ? <EntryEditor entry={entry} /> : <EntryCard entry={entry} />}
            </li>
          ))}
        </ol>
      ) : (
        section !== null && !readOnly && <EmptySection section={section.id} />
      )}
      {aimedAt === null && <DropLine />}
    </section>
  );
}

/** Where what is being moved would go. By key it is brought into view; the pointer sees to that itself. */
function DropLine() {
  const { lifted } = useDesk();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lifted?.by === 'key') line.current?.scrollIntoView?.({ block: 'center' });
  }, [lifted?.by]);
  return <div class="drop-line" aria-hidden="true" ref={line} />;
}

/** What an empty section says, with a way to fill it where the backlog has something for it. */
function EmptySection({ section }: { section: string }) {
  const say = useSay();
  const { commands } = useDesk();
  const { waiting } = useLists();
  const fitting = waiting.filter(({ sectionId }) => sectionId === section);
  const [first] = fitting;
  return (
    <div class="void">
      <p>{say('deskEmptySection')}</p>
      {first !== undefined && (
        <button class="act" type="button" onClick={() => commands.toIssue(first)}>
          {sayCount(say, 'deskAddFromBacklog', fitting.length)}
        </button>
      )}
    </div>
  );
}

/** `2 entries, 185 words`, `8 one-liners, 121 words` or `empty`. */
function sayEntries(say: Say, entries: readonly Entry[]): string {
  const counts = countsOf(entries);
  if (counts.entries === 0) return say('deskEmpty');
  const kind = counts.full === 0 ? 'deskOneLiners' : 'deskEntries';
  return say('deskBoth', sayCount(say, kind, counts.entries), sayCount(say, 'deskWords', counts.words));
}
