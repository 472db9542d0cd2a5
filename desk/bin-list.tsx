import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { daysLeft } from '../src/domain/bin.ts';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import { deleteForGood } from '../src/storage/bin.ts';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { AskInPlace } from './ask-in-place.tsx';
import { useDesk } from './desk-context.ts';
import { ActionButton } from './entry-actions.tsx';
import { RailItem } from './rail-item.tsx';
import { sayBinned, sayDaysLeft } from './say-age.ts';
import { Slice } from './slice.tsx';

/** What was deleted, the last one first. It stays for 30 days; deleting it for good asks first and has no undo. */
export function BinList({ entries }: { entries: readonly Entry[] }) {
  const say = useSay();
  const { db, browser, commands, issues, knowsAllIssues, newsletter } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (wanted.current) list.current?.querySelector<HTMLElement>('[data-act="empty"]')?.focus();
    wanted.current = false;
  });
  /** The entry that is asked about; `all`: the whole bin. */
  const [asked, setAsked] = useState<string | null>(null);
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
  /** Back to what was asked about: an entry, or the button for the whole bin. */
  const keep = (id: string) => {
    setAsked(null);
    if (id !== 'all') commands.goTo(id);
    else wanted.current = true;
  };
  const remove = (ids: readonly string[], said: (count: number) => string) => {
    const at = lastFirst.findIndex(({ id }) => ids.includes(id));
    const heir = ids.length === 1 ? (lastFirst[at + 1] ?? lastFirst[at - 1]) : undefined;
    setAsked(null);
    if (heir !== undefined) commands.goTo(heir.id);
    deleteForGood(db, ids).then((count) => commands.tell(said(count)), commands.failed);
  };
  return (
    <div ref={list}>
      <div class="rail-h">
        <h3>{say('deskBinHint')}</h3>
        {asked !== 'all' && (
          <button class="act" type="button" data-act="empty" onClick={() => setAsked('all')}>
            {say('deskEmptyBin')}
          </button>
        )}
      </div>
      {asked === 'all' && (
        <div class="rail-ask">
          <AskInPlace
            question={sayCount(say, 'deskEmptyBinAsk', entries.length)}
            action={sayCount(say, 'deskEmptyBinDo', entries.length)}
            onKeep={() => keep('all')}
            onDo={() =>
              remove(
                entries.map(({ id }) => id),
                (count) => sayCount(say, 'deskGoneForGoodAll', count),
              )
            }
          />
        </div>
      )}
      <Slice items={lastFirst}>
        {(shown) => (
          <ul>
            {shown.map((entry) => (
              <RailItem
                key={entry.id}
                entry={entry}
                age={sayDaysLeft(say, daysLeft(entry.deletedAt ?? now, now))}
                sub={sayBinned(say, entry, { issues, knowsAllIssues, newsletter })}
                fixed
                actions={
                  asked === entry.id ? (
                    <AskInPlace
                      question={say('deskDeleteAsk')}
                      action={say('deskDeleteForGood')}
                      onKeep={() => keep(entry.id)}
                      onDo={() => remove([entry.id], () => say('deskGoneForGood', named(say, entry)))}
                    />
                  ) : (
                    <>
                      <ActionButton
                        act="put-back"
                        icon="undo"
                        label={say('deskPutBack')}
                        title={say('deskPutBackHint')}
                        onClick={() => commands.putBack(entry)}
                      />
                      <ActionButton
                        act="delete-now"
                        label={say('deskDeleteNow')}
                        title={say('deskDeleteNowHint')}
                        onClick={() => setAsked(entry.id)}
                      />
                    </>
                  )
                }
              />
            ))}
          </ul>
        )}
      </Slice>
    </div>
  );
}

const named = (say: Say, entry: Entry) => nameOf(entry) || say('deskUntitled');
