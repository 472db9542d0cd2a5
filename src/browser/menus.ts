import browser, { type Menus } from 'webextension-polyfill';
import { type ReadingTab, readingTabOf } from './tabs.ts';

/** Where in the browser an item of the menus stands. `tab`: on the tabs themselves, which only Firefox has. */
export type MenuPlace = 'page' | 'link' | 'selection' | 'image' | 'action' | 'tab';

export interface MenuItem {
  id: string;
  title: string;
  places: readonly MenuPlace[];
}

/** What was pointed at when an item was chosen; addresses and texts are the page's, and empty where there are none. */
export interface MenuClick {
  item: string;
  tab: ReadingTab;
  windowId: number | undefined;
  frameId: number;
  link: { address: string; words: string };
  selection: string;
  picture: string;
}

/** Makes the items of the context menus, in place of those of before. */
export async function makeMenus(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  const known = new Set<string>(Object.values(browser.contextMenus.ContextType ?? {}));
  for (const { id, title, places } of items) {
    const contexts = places.filter((place) => place !== 'tab' || known.has(place)) as Menus.ContextType[];
    if (contexts.length > 0) browser.contextMenus.create({ id, title, contexts });
  }
}

/**
 * Calls back when an item is chosen; for the background. The callback runs inside the editor's gesture, which ends with
 * the first `await`: what has to be asked of the editor is asked before it.
 */
export function onMenu(callback: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    callback({
      item: String(info.menuItemId),
      tab: readingTabOf(tab, tab.id),
      windowId: tab.windowId,
      frameId: info.frameId ?? 0,
      link: { address: info.linkUrl ?? '', words: info.linkText ?? '' },
      selection: info.selectionText ?? '',
      picture: info.srcUrl ?? '',
    });
  });
}
