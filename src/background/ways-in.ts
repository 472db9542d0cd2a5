import { tabTitle } from '../../popup/page-key.ts';
import type { MenuClick, MenuItem } from '../browser/menus.ts';
import type { ReadingTab } from '../browser/tabs.ts';
import { addressToPrint } from '../domain/address.ts';
import { type Gathered, nothingYet } from '../domain/gathered.ts';
import { Selected } from '../domain/selected.ts';
import { addressOfPassage } from '../domain/text-directive.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { markdownPicture, markdownQuote } from '../roundup/passages.ts';
import { keepLinks } from '../storage/keep-links.ts';
import type { Keeping } from './about-page.ts';
import { append } from './append.ts';
import { keepPage } from './keep-page.ts';

/** What the ways in need of the browser; tests pass plain fakes. */
export interface WaysInBrowser {
  /** The selection in the main frame of a tab, unparsed. */
  readSelection(tab: ReadingTab): Promise<unknown>;
  /** The words of the link in a frame, and the description of a picture, unparsed. */
  wordsOfLink(tab: ReadingTab, frameId: number, address: string): Promise<unknown>;
  altOfPicture(tab: ReadingTab, frameId: number, address: string): Promise<unknown>;
  tabById(id: number): Promise<ReadingTab | null>;
  tabsOfWindow(windowId: number | undefined, selectedOnly: boolean): Promise<ReadingTab[]>;
  askToSeeTabs(): Promise<boolean>;
  say(key: 'menuInContext'): string;
}

/** What the menus offer, and where. The texts are given: `_locales` belongs to the browser. */
export function menuItems(say: (key: MenuTitle) => string): MenuItem[] {
  return [
    { id: 'keep-page', title: say('menuKeepPage'), places: ['page'] },
    { id: 'keep-link', title: say('menuKeepLink'), places: ['link'] },
    { id: 'quote', title: say('menuQuote'), places: ['selection'] },
    { id: 'picture', title: say('menuPicture'), places: ['image'] },
    { id: 'keep-selected-tabs', title: say('menuKeepSelectedTabs'), places: ['action', 'tab'] },
    { id: 'keep-all-tabs', title: say('menuKeepAllTabs'), places: ['action', 'tab'] },
    { id: 'panel', title: say('menuPanel'), places: ['page', 'action'] },
  ];
}

export type MenuTitle =
  | 'menuKeepPage'
  | 'menuKeepLink'
  | 'menuQuote'
  | 'menuPicture'
  | 'menuKeepSelectedTabs'
  | 'menuKeepAllTabs'
  | 'menuPanel';

/**
 * Does what was chosen in a menu. Call it from the click itself: the question for the tabs must be put inside the
 * editor's gesture. Resolves with what came of it; undefined: the item is none of these.
 */
export async function chosen(
  browser: WaysInBrowser,
  keeping: Keeping,
  click: MenuClick,
): Promise<Gathered | undefined> {
  const { item, windowId } = click;
  if (item === 'keep-all-tabs' || item === 'keep-selected-tabs') {
    const allowed = await browser.askToSeeTabs();
    if (!allowed) return { ...nothingYet(keeping.now()), trouble: 'not-allowed' };
    return keepTabs(browser, keeping, windowId, item === 'keep-selected-tabs');
  }
  // Only now: the click has let Roundup see the page.
  const tab = (await browser.tabById(click.tab.id)) ?? click.tab;
  if (item === 'keep-page') return keepPage(keeping, tab);
  if (item === 'keep-link') return keepLink(browser, keeping, tab, click);
  if (item === 'quote') return append(keeping, tab, await quoteFrom(browser, tab, click));
  if (item === 'picture') return keepPicture(browser, keeping, tab, click);
  return undefined;
}

/** Puts the tabs of a window into the backlog, all or those that are selected. */
export async function keepTabs(
  browser: Pick<WaysInBrowser, 'tabsOfWindow'>,
  keeping: Pick<Keeping, 'db' | 'now' | 'newId'>,
  windowId: number | undefined,
  selectedOnly: boolean,
): Promise<Gathered> {
  const tabs = await browser.tabsOfWindow(windowId, selectedOnly);
  return keepLinks(
    keeping,
    tabs.map((tab) => ({ address: tab.address, title: tabTitle(tab) })),
  );
}

async function keepLink(browser: WaysInBrowser, keeping: Keeping, tab: ReadingTab, { link, frameId }: MenuClick) {
  // Firefox tells the words of the link that was clicked; Chromium tells its address alone.
  const words = link.words || (await browser.wordsOfLink(tab, frameId, link.address));
  return keepLinks(keeping, [{ address: link.address, title: lineOf(words) }]);
}

/** The selection as a quote. Of a frame inside the page only the words are known, and no address leads to them. */
async function quoteFrom(browser: WaysInBrowser, tab: ReadingTab, { selection, frameId }: MenuClick): Promise<string> {
  const read = frameId === 0 ? Selected.safeParse(await browser.readSelection(tab)).data : undefined;
  const text = read === undefined || read.text.trim() === '' ? selection.slice(0, 20_000) : read.text;
  const address = addressToPrint(tab.address).address;
  const passage = read?.passage ?? null;
  return markdownQuote(text, browser.say('menuInContext'), passage === null ? '' : addressOfPassage(address, passage));
}

async function keepPicture(
  browser: WaysInBrowser,
  keeping: Keeping,
  tab: ReadingTab,
  { picture, frameId }: MenuClick,
): Promise<Gathered> {
  const alt = isWebAddress(picture) ? lineOf(await browser.altOfPicture(tab, frameId, picture)) : '';
  const markdown = isWebAddress(picture) ? markdownPicture(alt, picture) : null;
  if (markdown === null) return { ...nothingYet(keeping.now()), unlinkable: 1 };
  return append(keeping, tab, markdown);
}

/** What a page says, as one bounded line; empty where it is no text. */
const lineOf = (said: unknown) => (typeof said === 'string' ? said.replace(/\s+/g, ' ').trim().slice(0, 1000) : '');
