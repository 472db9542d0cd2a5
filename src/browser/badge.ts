import browser from 'webextension-polyfill';

/** Shows a number on the toolbar button; 0 shows none. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: '#2b4fc2' });
}
