import './entry-card.css';
import './moving.css';
import { useState } from 'preact/hooks';
import { addressesIn, addressKey } from '../src/domain/address.ts';
import { countWords, type Entry, nameOf } from '../src/domain/entry.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import { nameDate } from '../src/ui/day-names.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { SHAPE_NAMES } from '../src/ui/shape-names.ts';
import type { DeskCommands } from './desk-commands.ts';
import { useDesk } from './desk-context.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryFlags } from './entry-flags.tsx';
import { Excerpt } from './excerpt.tsx';
import { memo } from './memo.ts';
import { PlacePicker } from './place-picker.tsx';

/** An entry of the issue, to be read and arranged: calm until it is chosen. */
export const EntryCard = memo(function EntryCard({ entry }: { entry: Entry }) {
  const say = useSay();
  const { browser, commands, currentId, lifted, placingId, readOnly, selected } = useDesk();
  // Of all entries one or two show what can be done to them: made when it is asked for, they are half of the drawing.
  const [wasPointedAt, setPointedAt] = useState(false);
  const [headline] = entry.links;
  const name = nameOf(entry) || say('deskUntitled');
  const short = entry.shape === 'one-liner' || entry.shape === 'inline' || headline === undefined;
  const linkedInText = short && entry.commentary.includes('](');
  const words = countWords(entry.commentary);
  const facts = [
    say(entry.links.length === 0 ? 'deskShapeNote' : SHAPE_NAMES[entry.shape]),
    sayCount(say, 'deskLinks', countLinks(entry)),
    words === 0 ? say('deskNoCommentary') : sayCount(say, 'deskWords', words),
  ];
  if (entry.shape === 'listing' && entry.dueOn !== null) {
    facts.push(say('deskDue', nameDate(entry.dueOn, dayOf(new Date(browser.now())))));
  }
  const looks = {
    'line-entry': entry.shape === 'one-liner',
    'is-focus': currentId === entry.id,
    'is-on': selected.includes(entry.id),
    'is-lifted': lifted?.ids.includes(entry.id) ?? false,
  };
  return (
    <article
      class={['entry', ...Object.entries(looks).flatMap(([look, has]) => (has ? [look] : []))].join(' ')}
      data-entry={entry.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus, so that keys know what they are about
      tabIndex={0}
      aria-label={looks['is-on'] ? say('deskIsSelected', name) : name}
      aria-keyshortcuts={readOnly ? undefined : 'Enter Alt+ArrowUp Alt+ArrowDown M B X Delete'}
      {...(!readOnly && { ...selectingHandlers(entry, commands), onPointerEnter: () => setPointedAt(true) })}
    >
      {!readOnly && (
        <button
          class="grip"
          type="button"
          data-act="grip"
          aria-label={say('deskGrip', name)}
          aria-pressed={looks['is-lifted']}
        />
      )}
      {!linkedInText && headline !== undefined && (
        <>
          <h4 dir="auto">{headline.title.trim() || headline.address}</h4>
          {headline.byline !== '' && (
            <p class="by" dir="auto">
              <Excerpt text={headline.byline} />
            </p>
          )}
        </>
      )}
      {entry.commentary !== '' && (
        <p class={entry.shape === 'one-liner' ? 'text-one' : 'text'} dir="auto">
          <Excerpt text={entry.commentary} />
        </p>
      )}
      <div class="meta-row">
        <p class="meta">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <p class="flags">
          <EntryFlags entryId={entry.id} />
        </p>
        {!readOnly && (wasPointedAt || currentId === entry.id) && <EntryActions entry={entry} name={name} />}
      </div>
      {placingId === entry.id && <PlacePicker entry={entry} />}
    </article>
  );
});

/**
 * With Ctrl or ⌘ a click adds the entry to those selected, with Shift all up to it; a double click edits. On a button of
 * the entry each click is one press: of the second of two quick steps up, or of two entries added one after the other.
 */
export function selectingHandlers(entry: Entry, commands: DeskCommands) {
  return {
    onMouseDown: (event: MouseEvent) => {
      // Else the browser would select the words between.
      if (event.shiftKey) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      if (isOnControl(event)) return;
      if (event.shiftKey) commands.select(entry, 'to-here');
      else if (event.ctrlKey || event.metaKey) commands.select(entry, 'toggle');
    },
    onDblClick: (event: MouseEvent) => {
      if (!isOnControl(event)) commands.edit(entry);
    },
  };
}

const isOnControl = ({ target }: Event) =>
  target instanceof Element && target.closest('button, a, input, [role="listbox"]') !== null;

/** Its own links and those inside its text, each page once. */
function countLinks(entry: Entry): number {
  const keys = [...entry.links.map(({ key }) => key), ...addressesIn(entry.commentary).map(addressKey)];
  return new Set(keys).size;
}
