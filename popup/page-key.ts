import type { ReadingTab } from '../src/browser/tabs.ts';
import { addressKey } from '../src/domain/address.ts';
import { isWebAddress } from '../src/domain/web-address.ts';

/** All pages of the browser share one note: their addresses are hidden or lead nowhere. */
const BROWSER_PAGE = 'browser-page';

/** Whether an entry can begin with a link to the tab: to the web, or to a file, which is kept and pointed out. */
export function canBeLinked(tab: ReadingTab | null): tab is ReadingTab {
  return tab !== null && (isWebAddress(tab.address) || /^file:/i.test(tab.address));
}

/** Under which key the draft of a tab's page is found again. */
export function pageKey(tab: ReadingTab | null): string {
  return canBeLinked(tab) ? addressKey(tab.address) : BROWSER_PAGE;
}

/** The title of a tab; empty where the browser shows the address for want of one. */
export function tabTitle(tab: ReadingTab): string {
  const title = tab.title.trim();
  // Before the page has begun to load, the tab is still called after the one before it.
  if (tab.loading && !canBeLinked(tab)) return '';
  return title !== '' && tab.address.replace(/^\w+:\/\//, '').startsWith(title.replace(/^\w+:\/\//, '')) ? '' : title;
}
