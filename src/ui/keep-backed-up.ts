/** Not while the page comes up, and then as often. Milliseconds. */
const AT_FIRST = 4_000;
const AGAIN = 5 * 60_000;

/**
 * Looks whether it is time for a backup: some moments after the page has opened, when the editor comes back to it, and
 * every few minutes while it is open, so also soon after an issue went out. An alarm would be one permission more, and
 * nothing changes while the browser runs without a page of ours. A backup that fails is told in the options, and tried
 * again the next time.
 */
export function keepBackedUp(look: () => Promise<unknown>): void {
  let isLooking = false;
  const lookOnce = async () => {
    if (isLooking) return;
    isLooking = true;
    await look().catch(() => {});
    isLooking = false;
  };
  setTimeout(lookOnce, AT_FIRST);
  setInterval(lookOnce, AGAIN);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookOnce();
  });
}
