import browser from 'webextension-polyfill';
import { onGrant } from './grants.ts';

/**
 * Calls back whenever the page beside this one may be another than before, or may be seen for the first time: the editor
 * has gone to another tab, the tab to another address, or Roundup was called over it. Called too often rather than not.
 */
export function followTabs(callback: () => void): void {
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    // Without the permission for tabs the browser tells of the loading alone.
    if (tab.active && (change.status !== undefined || change.url !== undefined || change.title !== undefined))
      callback();
  });
  browser.permissions.onAdded.addListener(callback);
  onGrant(callback);
  addEventListener('focus', callback);
}
