import type { Surface } from '../browsers/browser.ts';

/** The heap of a page in MiB, after its garbage was collected; empty: this browser does not tell (Firefox). */
export const heapOf = (page: Surface): Promise<number[]> =>
  page.evaluate<number[]>(`globalThis.gc?.(), performance.memory ? [performance.memory.usedJSHeapSize / 2 ** 20] : []`);
