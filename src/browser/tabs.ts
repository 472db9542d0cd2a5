import browser, { type Tabs } from 'webextension-polyfill';
import { line } from '../domain/line.ts';

/** The page the editor is reading, as far as the browser tells it after the toolbar button was clicked. */
export interface ReadingTab {
  id: number;
  /** Empty where the browser keeps it to itself: its own pages. */
  address: string;
  title: string;
  /** It is still being loaded. */
  loading: boolean;
  private: boolean;
}

/** The active tab of this window; null where there is none. */
export async function readingTab(): Promise<ReadingTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : readingTabOf(tab, tab.id);
}

/** The tab with this id as it is known now: a click or a key over it may have let Roundup see it. Null: it is gone. */
export async function tabById(id: number): Promise<ReadingTab | null> {
  const tab = await browser.tabs.get(id).catch(() => undefined);
  return tab === undefined ? null : readingTabOf(tab, id);
}

/** What is known of a tab of the browser. */
export function readingTabOf(tab: Tabs.Tab, id: number): ReadingTab {
  const loading = tab.status === 'loading';
  // A page may call itself whatever it likes, at any length.
  const title = line(tab.title, 1000);
  return { id, address: tab.url ?? '', title, loading, private: tab.incognito };
}

/** The tabs of the active tab's window, in order: all of them, or those that are selected. */
export async function tabsOfWindow(windowId: number | undefined, selectedOnly: boolean): Promise<ReadingTab[]> {
  const window = windowId === undefined ? { currentWindow: true } : { windowId };
  const tabs = await browser.tabs.query({ ...window, ...(selectedOnly && { highlighted: true }) });
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [readingTabOf(tab, tab.id)]));
}

/** Opens the desk, or goes to the one that is open, at a place such as `drafts`. */
export function openDesk(place = ''): Promise<void> {
  return openOwn('desk/desk.html', place);
}

/** Opens the options in a tab, at a part of them such as `import`. */
export function openOptions(part = ''): Promise<void> {
  return part === '' ? browser.runtime.openOptionsPage() : openOwn('options/options.html', part);
}

/** Opens a page of the extension, or goes to the tab that shows it. */
async function openOwn(path: string, place: string): Promise<void> {
  const address = browser.runtime.getURL(path);
  // Only this extension's own tabs: without the permission "tabs" no other tab tells its address.
  const tabs = await browser.tabs.query({});
  const open = tabs.find((tab) => tab.url?.split('#')[0] === address);
  const url = place === '' ? address : `${address}#${place}`;
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, place === '' ? { active: true } : { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Calls back when a keyboard command of the manifest was given, with the tab it was given over; for the background. */
export function onCommand(name: string, callback: (tab: ReadingTab | null) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name) callback(tab?.id === undefined ? null : readingTabOf(tab, tab.id));
  });
}

/** Opens the popup as a click on the toolbar button would; rejects where the browser does not let it. */
export function openPopup(windowId: number | undefined): Promise<void> {
  return browser.action.openPopup(windowId === undefined ? {} : { windowId });
}

/** Calls back when the browser or the extension starts; for the background. */
export function onStart(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
  browser.runtime.onInstalled.addListener(callback);
}
