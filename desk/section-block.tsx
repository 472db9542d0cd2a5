import type { Entry } from '../src/domain/entry.ts';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { EntryCard } from './entry-card.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { countsOf } from './issue-counts.ts';
import type { Group } from './issue-order.ts';

/** A section of the issue with its entries. */
export function SectionBlock({ group }: { group: Group }) {
  const say = useSay();
  const { editingId } = useDesk();
  const { section, entries, leftOut } = group;
  const id = `section-${section?.id ?? 'none'}`;
  return (
    <section class="sec" aria-labelledby={id}>
      <header class="sec-head">
        <h3 id={id} dir="auto">
          {section?.name ?? say('deskNoSection')}
        </h3>
        <span class="sec-count">{leftOut ? say('deskLeftOut') : sayEntries(say, entries)}</span>
      </header>
      {entries.length > 0 && (
        <ol>
          {entries.map((entry) => (
            <li key={entry.id}>
              {editingId === entry.id ? <EntryEditor entry={entry} /> : <EntryCard entry={entry} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** `2 entries, 185 words`, `8 one-liners, 121 words` or `empty`. */
function sayEntries(say: Say, entries: readonly Entry[]): string {
  const counts = countsOf(entries);
  if (counts.entries === 0) return say('deskEmpty');
  const kind = counts.full === 0 ? 'deskOneLiners' : 'deskEntries';
  return say('deskBoth', sayCount(say, kind, counts.entries), sayCount(say, 'deskWords', counts.words));
}
