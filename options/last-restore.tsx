import type { Database } from '../src/storage/database.ts';
import { readSetting } from '../src/storage/settings.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { sayWhen } from './say-backup.ts';

const NUMBER = new Intl.NumberFormat('en');

/** What the last restore did: whoever lost its page in the middle learns here that it came to its end. */
export function LastRestore({ db, now }: { db: Database; now: number }) {
  const say = useSay();
  const last = useLive(db, () => readSetting(db, 'lastRestore'), []).value;
  if (last === undefined) return null;
  const counts = [last.added, last.changed, last.removed].map((count) => NUMBER.format(count));
  return <p class="last-restore hint">{say('restoreLast', sayWhen(say, last.at, now), ...counts)}</p>;
}
