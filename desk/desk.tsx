import '../src/domain/no-eval.ts';
import './desk.css';
import { render } from 'preact';
import { showBadge } from '../src/browser/badge.ts';
import { copyRichText, copyText, download } from '../src/browser/export.ts';
import { message } from '../src/browser/messages.ts';
import { commandKeys } from '../src/browser/shortcuts.ts';
import { openOptions } from '../src/browser/tabs.ts';
import { Database } from '../src/storage/database.ts';
import { noteHeld } from '../src/storage/lost.ts';
import { keepBackedUp } from '../src/ui/keep-backed-up.ts';
import type { Say } from '../src/ui/messages.tsx';
import { saidOnce } from '../src/ui/said-once.ts';
import { tellBlocked } from '../src/ui/tell-blocked.ts';
import { tellUnexpected } from '../src/ui/unexpected.tsx';
import { App } from './app.tsx';
import type { DeskBrowser } from './desk-browser.ts';
import { keepBringingHome } from './keep-bringing-home.ts';

const say: Say = saidOnce(message);
/** Backups are for when the desk stands. */
const backups = () => import('./desk-backups.ts');
const browser: DeskBrowser = {
  say,
  openOptions,
  commandKeys,
  copyText,
  copyRichText,
  download,
  showBadge,
  newestBackup: async () => (await backups()).newestBackup(),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
};
const databases = { relaxed: new Database('relaxed'), strict: new Database('strict') };
tellUnexpected(say, [databases.relaxed, databases.strict]);
for (const db of Object.values(databases)) tellBlocked(db, say);
const root = document.getElementById('app');
if (root === null) throw new Error('desk.html has no #app');
document.title = say('deskPageTitle');
render(<App databases={databases} browser={browser} />, root);

/** Milliseconds: as long the desk has the database, and the browser's own storage, to itself. */
const COMES_UP = 1_000;
// What a popup had to leave aside when it died belongs among the drafts.
setTimeout(() => keepBringingHome(databases.relaxed), COMES_UP);
keepBackedUp(async () => {
  await noteHeld(databases.relaxed, Date.now());
  await (await backups()).backUpIfDue(databases.relaxed);
});
