import { useState } from 'preact/hooks';
import { later } from '../src/ui/later.tsx';
import { SayProvider } from '../src/ui/messages.tsx';
import type { DeskBrowser } from './desk-browser.ts';
import { DeskPage } from './desk-page.tsx';
import type { Databases } from './desk-tools.ts';
import { Refused } from './first-run.tsx';
import { useDeskWork } from './use-desk-work.ts';

/** Needed once in the life of an editor, if ever. */
const LostPage = later(() => import('./lost-page.tsx').then((part) => part.LostPage));

/** The desk: the open issue between what could go in and what comes out. */
export function App({ databases, browser }: { databases: Databases; browser: DeskBrowser }) {
  const { value, error } = useDeskWork(databases.relaxed, browser.newestBackup);
  const [startsEmpty, setStartsEmpty] = useState(false);
  // Before anything else: whatever was written now would stand in the way of what comes back.
  const held = startsEmpty ? null : (value?.lost ?? null);
  return (
    <SayProvider value={browser.say}>
      {value === undefined ? (
        error !== undefined && <Refused />
      ) : held !== null ? (
        <LostPage db={databases.strict} browser={browser} held={held} onStartEmpty={() => setStartsEmpty(true)} />
      ) : (
        <DeskPage databases={databases} browser={browser} desk={value} deskError={error} />
      )}
    </SayProvider>
  );
}
