import type { Setting } from '../src/domain/setting.ts';
import { forgetBegun } from '../src/storage/begun.ts';
import type { Database } from '../src/storage/database.ts';
import { readSetting } from '../src/storage/settings.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { sayWhen } from './say-backup.ts';

interface BrokenOffProps {
  db: Database;
  now: number;
  what: Setting<'begun'>['what'];
}

const TEXTS = { import: 'importBrokenOff', restore: 'restoreBrokenOff' } as const;

/** An import or a restore that has not come to its end: its page or the browser died, or another page is still at it. */
export function BrokenOff({ db, now, what }: BrokenOffProps) {
  const say = useSay();
  const begun = useLive(db, () => readSetting(db, 'begun'), []).value;
  if (begun?.what !== what) return null;
  return (
    <div class="note note-warn broken-off" role="status">
      <Icon name="warn" />
      <p class="grow">
        {say(TEXTS[what], sayWhen(say, begun.at, now))}{' '}
        <button class="act act-in" type="button" onClick={() => void forgetBegun(db)}>
          {say('optionsForget')}
        </button>
      </p>
    </div>
  );
}
