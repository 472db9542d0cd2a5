import './domain/no-eval.ts';
import type { Keeping } from './background/about-page.ts';
import { keepPage } from './background/keep-page.ts';
import { told } from './background/tell.ts';
import { chosen, menuItems, type WaysInBrowser } from './background/ways-in.ts';
import { showBadge, tellOnButton } from './browser/badge.ts';
import { tellOfGrant } from './browser/grants.ts';
import { askPage, askPageByFile } from './browser/in-page.ts';
import { makeMenus, onMenu } from './browser/menus.ts';
import { message } from './browser/messages.ts';
import { openBeside } from './browser/panel.ts';
import { readTab } from './browser/read-tab.ts';
import { askToSeeTabs } from './browser/tab-permission.ts';
import { onCommand, onStart, openDesk, openPopup, readingTab, tabById, tabsOfWindow } from './browser/tabs.ts';
import { altOfPicture, wordsOfLink } from './capture/pointed.ts';
import { type Gathered, nothingYet } from './domain/gathered.ts';
import { keepBeforeUpgrade } from './storage/backup/before-upgrade.ts';
import { Database } from './storage/database.ts';
import { countOpenEntries } from './storage/newsletters.ts';
import { writeSetting } from './storage/settings.ts';

// Wiring only. The background may be stopped at any moment: it holds no state, and nothing waits for it.
// A service worker can load nothing later.
Database.keepBefore = keepBeforeUpgrade;

const browser: WaysInBrowser = {
  readSelection: (tab) => askPageByFile(tab, 0, '/src/capture/read-selection.js'),
  wordsOfLink: (tab, frameId, address) => askPage(tab, frameId, wordsOfLink, address),
  altOfPicture: (tab, frameId, address) => askPage(tab, frameId, altOfPicture, address),
  tabById,
  tabsOfWindow,
  askToSeeTabs,
  say: message,
};

const keeping = (): Keeping => ({
  db: new Database('strict'),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  readTab,
});

/** Says what came of it: on the button at once, and in the next popup. A failure is an outcome like any other. */
async function keep(
  tabId: number,
  keeping: Keeping,
  act: Promise<Gathered | undefined>,
): Promise<Gathered | undefined> {
  const gathered = await act.catch((): Gathered => ({ ...nothingYet(Date.now()), trouble: 'failed' }));
  if (gathered === undefined) return undefined;
  await writeSetting(keeping.db, 'gathered', gathered).catch(() => undefined);
  const { sign, sentence, isBad } = told(gathered, message);
  void tellOnButton(tabId, sign, sentence, isBad).catch(() => undefined);
  return gathered;
}

// A database that does not answer is told by the page that opens it: here nobody would see it, and the badge stays as it is.
onStart(async () => {
  const count = await countOpenEntries(new Database('relaxed')).catch(() => null);
  if (count !== null) await showBadge(count);
});
onStart(() => makeMenus(menuItems(message)));
onCommand('open-desk', () => openDesk());

onCommand('save-later', async (over) => {
  const tab = over === null ? await readingTab() : await tabById(over.id);
  if (tab === null) return;
  tellOfGrant();
  const needs = keeping();
  await keep(tab.id, needs, keepPage(needs, tab));
});

onMenu(async (click) => {
  if (click.item === 'panel') {
    await openBeside(click.windowId).catch(() => undefined);
    tellOfGrant();
    return;
  }
  const needs = keeping();
  const gathered = await keep(click.tab.id, needs, chosen(browser, needs, click));
  tellOfGrant();
  // What was put into an entry is to be written about; where the browser opens no popup by itself, the button tells.
  const goesOn = gathered !== undefined && (gathered.added !== '' || gathered.trouble !== '');
  if (goesOn) await openPopup(click.windowId).catch(() => undefined);
});
