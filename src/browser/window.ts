import browser from 'webextension-polyfill';

/**
 * Whether this page belongs to a private window with a database of its own that goes with it (Firefox). In Chromium the
 * popup over a private window belongs to the profile, and keeps what it writes.
 */
export function forgetsEverything(): boolean {
  return browser.extension.inIncognitoContext === true;
}
