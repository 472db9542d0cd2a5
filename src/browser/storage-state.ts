import browser from 'webextension-polyfill';

/** How much room there is, and whether it may be taken away. */
export interface StorageState {
  /** In bytes; null: the browser does not tell. */
  used: number | null;
  free: number | null;
  /** The browser does not clear it to make room. */
  isProtected: boolean;
}

/** Asks the browser about the room that Roundup has. */
export async function storageState(): Promise<StorageState> {
  const { usage, quota } = await navigator.storage.estimate();
  // Firefox grants it without a question to extensions with the permission; Chromium refuses it, and does not need it.
  const persists = await navigator.storage.persist().catch(() => false);
  const isUnlimited = await browser.permissions.contains({ permissions: ['unlimitedStorage'] });
  return {
    used: usage ?? null,
    free: usage === undefined || quota === undefined ? null : Math.max(0, quota - usage),
    isProtected: persists || isUnlimited,
  };
}
