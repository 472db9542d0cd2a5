import browser from 'webextension-polyfill';

/** The keys of the manifest's commands as they are now, by command; empty: the editor or the browser took them away. */
export async function commandKeys(): Promise<Record<string, string>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}

/** Opens the browser's own page on which the keys of extensions are changed. */
export async function openShortcutSettings(): Promise<void> {
  // Firefox has a function for it since 137, Chromium only an address.
  if (typeof browser.commands.openShortcutSettings === 'function') await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
