import './import.css';
import type { Database } from '../src/storage/database.ts';
import { useSay } from '../src/ui/messages.tsx';
import { ImportDrop } from './import-drop.tsx';
import type { OptionsBrowser } from './options-browser.ts';

interface ImportPageProps {
  db: Database;
  browser: OptionsBrowser;
}

/** Past issues and bookmarks, brought in. */
export function ImportPage(_: ImportPageProps) {
  const say = useSay();
  return (
    <>
      <h2>{say('importTitle')}</h2>
      <p class="lede">{say('importLede')}</p>
      <h3>{say('importPast')}</h3>
      <p>{say('importPastHint')}</p>
      <ImportDrop onFiles={() => {}} />
      {/* Bookmarks and reading lists have their place here. */}
    </>
  );
}
