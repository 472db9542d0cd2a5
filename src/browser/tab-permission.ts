import browser from 'webextension-polyfill';

const TABS = { permissions: ['tabs' as const] };

/** Whether Roundup may see the titles and addresses of all tabs. Without, it sees the one it was called over. */
export function maySeeTabs(): Promise<boolean> {
  return browser.permissions.contains(TABS);
}

/**
 * Asks the editor to let Roundup see the titles and addresses of all tabs; call it from a click, before any `await`.
 * Resolves with the answer, which is no where the browser does not let the question be put.
 */
export async function askToSeeTabs(): Promise<boolean> {
  try {
    return await browser.permissions.request(TABS);
  } catch {
    return false;
  }
}
