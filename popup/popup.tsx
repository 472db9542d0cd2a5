import '../src/domain/no-eval.ts';
import './popup.css';
import { render } from 'preact';
import { showBadge } from '../src/browser/badge.ts';
import { copyText } from '../src/browser/export.ts';
import { message, uiLanguage } from '../src/browser/messages.ts';
import { readTab } from '../src/browser/read-tab.ts';
import { openDesk, openOptions, readingTab } from '../src/browser/tabs.ts';
import { forgetsEverything } from '../src/browser/window.ts';
import type { Durability } from '../src/storage/database.ts';
import { type Say, SayProvider } from '../src/ui/messages.tsx';
import { App } from './app.tsx';
import { fitScreen } from './fit-screen.ts';
import type { PopupBrowser } from './popup-browser.ts';
import { Writing } from './writing.ts';

const say: Say = message;
const browser: PopupBrowser = {
  readingTab,
  readTab,
  openDesk,
  openOptions,
  copyText,
  showBadge,
  close: () => window.close(),
  forgetful: forgetsEverything(),
  language: uiLanguage(),
};
/** Dexie weighs as much as all the rest of the popup: it comes while the form can be typed into already. */
const loadingDatabase = import('../src/storage/database.ts');
const open = async (durability: Durability) => {
  const { Database } = await loadingDatabase;
  const db = new Database(durability);
  db.whenGone((gone) => writing.fail(gone));
  return db;
};
const now = () => Date.now();
const newId = () => crypto.randomUUID();
const writing = new Writing({
  open,
  now,
  newId,
  forgetful: browser.forgetful,
});

addEventListener('pagehide', () => writing.flush());
document.addEventListener('visibilitychange', () => writing.flush());

// Expected failures are values; the rest ends here: the editor is told and the text stays.
addEventListener('error', ({ error }) => writing.fail(error));
addEventListener('unhandledrejection', ({ reason }) => writing.fail(reason));

document.documentElement.lang = 'en';
document.title = say('popupPageTitle');
const root = document.getElementById('app');
if (root === null) throw new Error('popup.html has no #app');
// The form stands before anything is asked of the browser: the first key must find the commentary.
render(
  <SayProvider value={say}>
    <App browser={browser} writing={writing} now={now} newId={newId} />
  </SayProvider>,
  root,
);
void writing.begin(browser);
fitScreen();
