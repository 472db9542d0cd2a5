import '../src/domain/no-eval.ts';
import './options.css';
import { render } from 'preact';
import { download } from '../src/browser/export.ts';
import { message, uiLanguage } from '../src/browser/messages.ts';
import { commandKeys, openShortcutSettings } from '../src/browser/shortcuts.ts';
import { openDesk } from '../src/browser/tabs.ts';
import { Database } from '../src/storage/database.ts';
import { type Say, SayProvider } from '../src/ui/messages.tsx';
import { tellUnexpected } from '../src/ui/unexpected.tsx';
import { App } from './app.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { startImportWorker } from './start-import-worker.ts';

const say: Say = message;
const browser: OptionsBrowser = {
  openDesk,
  commandKeys,
  openShortcutSettings,
  download,
  startImport: startImportWorker,
  now: Date.now,
  newId: () => crypto.randomUUID(),
  language: uiLanguage(),
};
const db = new Database('strict');
tellUnexpected(say, [db]);
const root = document.getElementById('app');
if (root === null) throw new Error('options.html has no #app');
document.documentElement.lang = 'en';
render(
  <SayProvider value={say}>
    <App db={db} browser={browser} />
  </SayProvider>,
  root,
);
