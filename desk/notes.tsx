import { isGone } from '../src/storage/database.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';

/** Something went wrong with the database: what was typed is still on the page. */
export function FailureNote({ error }: { error: unknown }) {
  const say = useSay();
  return (
    <div class="note note-bad" role="alert">
      <Icon name="stop" />
      <p class="grow">{say(failureKey(error))}</p>
    </div>
  );
}

/** A newer program wrote the database: everything can be read and taken away, nothing is written. */
export function NewerNote() {
  const say = useSay();
  return (
    <div class="note note-warn" role="status" id="newer">
      <Icon name="lock" />
      <p class="grow">{say('uiNewer')}</p>
    </div>
  );
}

/** Records that do not fit their schema: named, kept apart, and to be had. */
export function DamagedNote({ damaged, onExport }: { damaged: readonly DamagedRecord[]; onExport: () => void }) {
  const say = useSay();
  const entriesOnly = damaged.every(({ table }) => table === 'entries');
  return (
    <div class="note note-warn" role="status">
      <Icon name="warn" />
      <p class="grow">
        {sayCount(say, entriesOnly ? 'deskDamagedEntries' : 'deskDamagedRecords', damaged.length)}{' '}
        <button class="act act-in" type="button" onClick={onExport}>
          {sayCount(say, 'deskExportDamaged', damaged.length)}
        </button>
      </p>
    </div>
  );
}

function failureKey(error: unknown) {
  // Dexie wraps the browser's own error and names it in its message.
  const text = error instanceof Error || error instanceof DOMException ? `${error.name} ${error.message}` : '';
  if (isGone(error)) return 'uiDatabaseGone';
  return text.includes('QuotaExceeded') ? 'deskFullDisk' : 'deskNotKept';
}
