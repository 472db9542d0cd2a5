import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../src/domain/plain-date.ts';
import { restoreIntoEmpty } from '../src/storage/backup/restore-into-empty.ts';
import type { Database } from '../src/storage/database.ts';
import { forgetHeld, type Held } from '../src/storage/lost.ts';
import { notHome } from '../src/storage/not-home.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { Icon, Mark } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { troubleOf } from '../src/ui/trouble.ts';
import type { DeskBrowser, NewestBackup } from './desk-browser.ts';
import { sayMoment } from './say-time.ts';

interface LostPageProps {
  db: Database;
  browser: DeskBrowser;
  held: Held;
  /** The editor begins anew. */
  onStartEmpty: () => void;
}

/** The database was full and is empty: nothing is written until the editor has chosen. */
export function LostPage({ db, browser, held, onStartEmpty }: LostPageProps) {
  const say = useSay();
  const [newest, setNewest] = useState<NewestBackup | null>();
  /** Entries that were written since. */
  const [written, setWritten] = useState<number>();
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const main = useRef<HTMLButtonElement>(null);
  const now = browser.now();
  useEffect(() => {
    browser.newestBackup().then(setNewest, () => setNewest(null));
    notHome(db).then(
      (since) => setWritten(since.filter(({ table, value }) => table === 'entries' && value !== null).length),
      () => setWritten(0),
    );
  }, [browser, db]);
  useEffect(() => main.current?.focus(), [newest, written]);

  const restore = async (backup: NewestBackup | null) => {
    setShare(0);
    setTrouble('');
    try {
      const file = backup === null ? null : await backup.open();
      await restoreIntoEmpty(db, file, { now: browser.now(), tell: setShare, since: await notHome(db) });
    } catch (error) {
      setTrouble(say('deskLostFailed', troubleOf(error).reason));
      setShare(null);
    }
  };

  const isKnown = newest !== undefined && written !== undefined;
  const day = nameDay(dayOf(new Date(held.at)), dayOf(new Date(now)));
  return (
    <div class="room lost-room">
      <div class="note note-bad lost" role="alert">
        <Icon name="stop" />
        <p class="grow">
          <strong>{say('deskLost')}</strong> {sayCount(say, 'deskLostText', held.entries, day)}{' '}
          {newest === null && say('deskLostNoBackup')} {trouble}
        </p>
      </div>
      <main class="alone">
        <h1>
          <Mark /> {say('deskLostTitle')}
        </h1>
        {isKnown && written > 0 && (
          <p id="since">{sayCount(say, newest === null ? 'deskLostWritten' : 'deskLostSince', written)}</p>
        )}
        <p>{say(newest === null && written !== undefined && written > 0 ? 'deskLostHintWritten' : 'deskLostHint')}</p>
        {share === null ? (
          <p class="lost-acts">
            {isKnown && (newest !== null || written > 0) && (
              <button
                ref={main}
                class="btn btn-primary"
                type="button"
                id="restore"
                onClick={() => void restore(newest)}
              >
                {newest === null
                  ? say('deskLostBring', sayCount(say, 'backupEntries', written))
                  : say(
                      'deskLostRestore',
                      sayMoment(say, newest.at, now),
                      sayCount(say, 'backupEntries', newest.entries),
                    )}
              </button>
            )}
            <a class="btn" href="../options/options.html#backup" id="restore-another">
              {say('deskLostAnother')}
            </a>
            <button
              class="btn btn-quiet"
              type="button"
              id="start-empty"
              onClick={() => {
                forgetHeld();
                onStartEmpty();
              }}
            >
              {say('deskLostEmpty')}
            </button>
          </p>
        ) : (
          <>
            <progress class="progress" aria-label={say('deskLostRestoring')} value={share} max={1} />
            <p class="vh" role="status">
              {say('deskLostRestoring')}
            </p>
          </>
        )}
      </main>
    </div>
  );
}
