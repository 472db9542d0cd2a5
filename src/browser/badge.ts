import browser from 'webextension-polyfill';

/** Shows a number on the toolbar button; 0 shows none. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: '#2b4fc2' });
}

/** How long the toolbar button tells what became of something, in milliseconds. */
const TELLS = 3000;

/**
 * Tells on the toolbar button over one tab what became of something: a sign of four letters at most, and the sentence
 * behind it where the pointer rests. Then the number is there again; a browser that ends the background meanwhile takes
 * the sign away when the tab moves on.
 */
export async function tellOnButton(tabId: number, sign: string, sentence: string, isBad = false): Promise<void> {
  const { action } = browser;
  const usual = await action.getTitle({});
  await Promise.all([
    action.setBadgeText({ tabId, text: sign }),
    action.setBadgeBackgroundColor({ tabId, color: isBad ? '#ab231b' : '#2b4fc2' }),
    action.setTitle({ tabId, title: sentence }),
  ]);
  await new Promise((resolve) => setTimeout(resolve, TELLS));
  // The tab may be closed by now.
  await Promise.allSettled([action.setBadgeText({ tabId, text: null }), action.setTitle({ tabId, title: usual })]);
}
