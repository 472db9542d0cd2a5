import type { Entry } from '../src/domain/entry.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { ActionButton } from './entry-actions.tsx';
import { RailItem } from './rail-item.tsx';
import { sayAge, saySub } from './say-age.ts';
import { Slice } from './slice.tsx';

/** What was deleted, the last one first. */
export function BinList({ entries }: { entries: readonly Entry[] }) {
  const say = useSay();
  const { browser, commands } = useDesk();
  const now = browser.now();
  if (entries.length === 0) {
    return (
      <div class="blank">
        <p>
          <strong>{say('deskBinEmpty')}</strong>
        </p>
        <p>{say('deskBinEmptyHint')}</p>
      </div>
    );
  }
  const lastFirst = [...entries].sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || (a.id < b.id ? -1 : 1));
  return (
    <>
      <h3 class="rail-h">{say('deskBinHint')}</h3>
      <Slice items={lastFirst}>
        {(shown) => (
          <ul>
            {shown.map((entry) => (
              <RailItem
                key={entry.id}
                entry={entry}
                age={sayAge(say, now, entry.deletedAt ?? now)}
                sub={saySub(say, entry)}
                fixed
                actions={
                  <ActionButton
                    act="put-back"
                    icon="undo"
                    label={say('deskPutBack')}
                    title={say('deskPutBackHint')}
                    onClick={() => commands.putBack(entry)}
                  />
                }
              />
            ))}
          </ul>
        )}
      </Slice>
    </>
  );
}
