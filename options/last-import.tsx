import type { Database } from '../src/storage/database.ts';
import { readSetting } from '../src/storage/settings.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';

const DAY = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' });

/** The last import and the way back from it, for as long as it is the last. */
export function LastImport({ db, onUndo }: { db: Database; onUndo: () => void }) {
  const say = useSay();
  const last = useLive(db, () => readSetting(db, 'lastImport'), []).value;
  if (last === undefined) return null;
  return (
    <p class="last-import hint">
      <span>
        {last.issues === 0
          ? sayCount(say, 'importLastBookmarks', last.entries, DAY.format(last.at))
          : sayCount(say, 'importLast', last.issues, DAY.format(last.at))}
      </span>
      <button class="act" type="button" onClick={onUndo}>
        <Icon name="undo" />
        {say('importUndo')}
      </button>
    </p>
  );
}
