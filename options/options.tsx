import '../src/domain/no-eval.ts';
import './options.css';
import { render } from 'preact';
import { download } from '../src/browser/export.ts';
import { message, uiLanguage } from '../src/browser/messages.ts';
import { commandKeys, openShortcutSettings } from '../src/browser/shortcuts.ts';
import { openDesk } from '../src/browser/tabs.ts';
import { Database } from '../src/storage/database.ts';
import { noteHeld } from '../src/storage/lost.ts';
import { keepBackedUp } from '../src/ui/keep-backed-up.ts';
import { type Say, SayProvider } from '../src/ui/messages.tsx';
import { tellBlocked } from '../src/ui/tell-blocked.ts';
import { tellUnexpected } from '../src/ui/unexpected.tsx';
import { App } from './app.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { startImportWorker } from './start-import-worker.ts';

const say: Say = message;
const db = new Database('strict');
const browser: OptionsBrowser = {
  openDesk,
  commandKeys,
  openShortcutSettings,
  download,
  startImport: startImportWorker,
  backups: async () => (await import('./real-backups.ts')).realBackups,
  now: Date.now,
  newId: () => crypto.randomUUID(),
  language: uiLanguage(),
};
tellUnexpected(say, [db]);
tellBlocked(db, say);
const root = document.getElementById('app');
if (root === null) throw new Error('options.html has no #app');
document.documentElement.lang = 'en';
render(
  <SayProvider value={say}>
    <App db={db} browser={browser} />
  </SayProvider>,
  root,
);
keepBackedUp(async () => {
  await noteHeld(db, Date.now());
  const [{ backUpIfDue }, { deps }] = await Promise.all([
    import('../src/storage/backup/back-up.ts'),
    browser.backups(),
  ]);
  await backUpIfDue(db, Date.now(), deps);
});
