import '../src/domain/no-eval.ts';
import './desk.css';
import { render } from 'preact';
import { showBadge } from '../src/browser/badge.ts';
import { copyRichText, copyText, download } from '../src/browser/export.ts';
import { message } from '../src/browser/messages.ts';
import { commandKeys } from '../src/browser/shortcuts.ts';
import { openOptions } from '../src/browser/tabs.ts';
import { Database } from '../src/storage/database.ts';
import type { Say } from '../src/ui/messages.tsx';
import { tellUnexpected } from '../src/ui/unexpected.tsx';
import { App } from './app.tsx';
import type { DeskBrowser } from './desk-browser.ts';
import { keepBringingHome } from './keep-bringing-home.ts';

const say: Say = message;
const browser: DeskBrowser = {
  say,
  openOptions,
  commandKeys,
  copyText,
  copyRichText,
  download,
  showBadge,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
};
const databases = { relaxed: new Database('relaxed'), strict: new Database('strict') };
tellUnexpected(say, [databases.relaxed, databases.strict]);
const root = document.getElementById('app');
if (root === null) throw new Error('desk.html has no #app');
document.title = say('deskPageTitle');
render(<App databases={databases} browser={browser} />, root);

// What a popup had to leave aside when it died belongs among the drafts.
keepBringingHome(databases.relaxed);
