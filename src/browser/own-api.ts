import type { Browser } from 'webextension-polyfill';

/**
 * What browsers from the oldest that the manifest allows give by themselves: Firefox as `browser`, Chromium as `chrome`,
 * and both answer with promises. The build puts it in the polyfill's place in the popup, where 3 KiB count.
 */
const own = globalThis as { browser?: Browser; chrome?: Browser };

export default (own.browser ?? own.chrome) as Browser;
