import { SayProvider } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import type { DeskBrowser } from './desk-browser.ts';
import { readWork } from './desk-data.ts';
import { DeskPage } from './desk-page.tsx';
import type { Databases } from './desk-tools.ts';
import { Refused } from './first-run.tsx';

/** The desk: the open issue between what could go in and what comes out. */
export function App({ databases, browser }: { databases: Databases; browser: DeskBrowser }) {
  const { value, error } = useLive(databases.relaxed, readWork, []);
  return (
    <SayProvider value={browser.say}>
      {value === undefined ? (
        error !== undefined && <Refused />
      ) : (
        <DeskPage databases={databases} browser={browser} desk={value} />
      )}
    </SayProvider>
  );
}
