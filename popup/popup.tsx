import '../src/domain/no-eval.ts';
import './popup.css';
import { render } from 'preact';
import { showBadge } from '../src/browser/badge.ts';
import { copyText } from '../src/browser/export.ts';
import { tellOfGrant } from '../src/browser/grants.ts';
import { message, uiLanguage } from '../src/browser/messages.ts';
import { canOpenBeside, openBesideThis } from '../src/browser/panel.ts';
import { readTab, readTabBeside } from '../src/browser/read-tab.ts';
import { askToSeeTabs } from '../src/browser/tab-permission.ts';
import { openDesk, openOptions, readingTab, tabsOfWindow } from '../src/browser/tabs.ts';
import { forgetsEverything } from '../src/browser/window.ts';
import type { Durability } from '../src/storage/database.ts';
import { type Say, SayProvider } from '../src/ui/messages.tsx';
import { tellBlocked } from '../src/ui/tell-blocked.ts';
import { App } from './app.tsx';
import { fitScreen } from './fit-screen.ts';
import { tabTitle } from './page-key.ts';
import type { PopupBrowser } from './popup-browser.ts';
import { Writing } from './writing.ts';

const say: Say = message;
/** The same page stands in the popup and beside the page, and knows by its address which of the two it is. */
const isBeside = new URLSearchParams(location.search).get('surface') === 'panel';
const browser: PopupBrowser = {
  readingTab,
  readTab: isBeside ? readTabBeside : readTab,
  openDesk,
  openOptions,
  copyText,
  showBadge,
  askToSeeTabs,
  keepTabs: async () => {
    const [{ keepLinks }, tabs] = await Promise.all([
      import('../src/storage/keep-links.ts'),
      tabsOfWindow(undefined, false),
    ]);
    const pages = tabs.map((tab) => ({ address: tab.address, title: tabTitle(tab) }));
    return keepLinks({ db: await open('strict'), now, newId }, pages);
  },
  // What stands beside the page stays there.
  close: () => {
    if (!isBeside) window.close();
  },
  forgetful: forgetsEverything(),
  language: uiLanguage(),
};
/** What is told of failures and of the end of the page: the writing, or the one the panel is at. */
interface Ending {
  flush(): void;
  fail(error: unknown): void;
}
let told: Ending | undefined;

/** Dexie weighs as much as all the rest of the popup: it comes while the form can be typed into already. */
const connections = import('../src/storage/database.ts').then(({ Database }) => {
  const both = { relaxed: new Database('relaxed'), strict: new Database('strict') };
  for (const db of Object.values(both)) {
    db.whenGone((gone) => told?.fail(gone));
    tellBlocked(db, say);
  }
  return both;
});
const open = async (durability: Durability) => (await connections)[durability];
const now = () => Date.now();
const newId = () => crypto.randomUUID();
const newWriting = () => new Writing({ open, now, newId, forgetful: browser.forgetful });

function watch(writing: Ending): void {
  told = writing;
  addEventListener('pagehide', () => writing.flush());
  document.addEventListener('visibilitychange', () => writing.flush());
  // Expected failures are values; the rest ends here: the editor is told and the text stays.
  addEventListener('error', ({ error }) => writing.fail(error));
  addEventListener('unhandledrejection', ({ reason }) => writing.fail(reason));
}

document.documentElement.lang = 'en';
document.documentElement.dataset.surface = isBeside ? 'panel' : 'popup';
document.title = say('popupPageTitle');
const root = document.getElementById('app');
if (root === null) throw new Error('popup.html has no #app');
const parts = { browser, now, newId };
if (isBeside) {
  // Nobody types into a panel before it is there: the popup need not carry what only the panel does.
  const { Beside, Following, followTabs } = await import('./beside-page.ts');
  const following = new Following(newWriting, browser);
  watch(following);
  render(
    <SayProvider value={say}>
      <Beside {...parts} following={following} />
    </SayProvider>,
    root,
  );
  followTabs(() => void following.look());
  void following.begin();
} else {
  const writing = newWriting();
  watch(writing);
  // The form stands before anything is asked of the browser: the first key must find the commentary.
  render(
    <SayProvider value={say}>
      <App {...parts} writing={writing} {...(canOpenBeside() && { onBeside: openBesideThis })} />
    </SayProvider>,
    root,
  );
  void writing
    .begin(browser)
    // Save must not wait for a connection of its own. A database that refuses has said so already.
    .then(async () => (await connections).strict.open())
    .catch(() => {});
  fitScreen();
  tellOfGrant();
}
