/**
 * A click on the toolbar button, a key or a menu lets Roundup see the page it was made over, and the browser tells nobody.
 * Whoever was called so says it here, and a panel that stands beside that page looks again. Nothing depends on it.
 */
const CHANNEL = 'page-can-be-seen';

/** Says that Roundup has just been called over a page. */
export function tellOfGrant(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever Roundup was called over a page from elsewhere. */
export function onGrant(callback: () => void): void {
  new BroadcastChannel(CHANNEL).addEventListener('message', callback);
}
