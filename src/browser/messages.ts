import browser from 'webextension-polyfill';

/** A message of `_locales` in the browser's language, with $1, $2 … filled in. */
export function message(key: string, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}

/** The language of the browser's own interface, BCP 47. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
