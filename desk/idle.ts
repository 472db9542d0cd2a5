/** As long at most: a page that nobody looks at, or that is never at rest, must get on as well. Milliseconds. */
const AT_MOST = 200;

/** Resolves when the page has nothing else to do. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: AT_MOST });
    else setTimeout(resolve);
  });
