import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../src/domain/plain-date.ts';
import { restoreIntoEmpty } from '../src/storage/backup/restore-into-empty.ts';
import type { Database } from '../src/storage/database.ts';
import { forgetHeld, type Held } from '../src/storage/lost.ts';
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
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const main = useRef<HTMLButtonElement>(null);
  const now = browser.now();
  useEffect(() => {
    browser.newestBackup().then(setNewest, () => setNewest(null));
  }, [browser]);
  useEffect(() => main.current?.focus(), [newest]);

  const restore = async (backup: NewestBackup) => {
    setShare(0);
    setTrouble('');
    try {
      await restoreIntoEmpty(db, await backup.open(), { now: browser.now(), tell: setShare });
    } catch (error) {
      setTrouble(say('deskLostFailed', troubleOf(error).reason));
      setShare(null);
    }
  };

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
        <p>{say('deskLostHint')}</p>
        {share === null ? (
          <p class="lost-acts">
            {newest != null && (
              <button
                ref={main}
                class="btn btn-primary"
                type="button"
                id="restore"
                onClick={() => void restore(newest)}
              >
                {say('deskLostRestore', sayMoment(say, newest.at, now), sayCount(say, 'backupEntries', newest.entries))}
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
