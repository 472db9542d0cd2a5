import browser from 'webextension-polyfill';
import type { ReadingTab } from './tabs.ts';

/** How long a page may take to answer, in milliseconds. */
const PATIENCE = 1500;

/**
 * What a function gives inside the page, or undefined where the page does not let it in or does not answer. The function
 * is sent as its text: it sees its arguments and the page, nothing around it. What comes back is the page's: parse it.
 */
export function askPage<Args extends unknown[]>(
  tab: Pick<ReadingTab, 'id'>,
  frameId: number,
  func: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  const target = { tabId: tab.id, frameIds: [frameId] };
  return inTime(browser.scripting.executeScript({ target, func, args } as never));
}

/** The same with a bundled script, whose last expression is the answer. Paths begin at the root of the extension. */
export function askPageByFile(tab: Pick<ReadingTab, 'id'>, frameId: number, file: string): Promise<unknown> {
  return inTime(browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: [file] }));
}

async function inTime(asked: Promise<{ result?: unknown }[]>): Promise<unknown> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE);
  });
  const answer = asked.then(
    ([frame]) => frame?.result,
    () => undefined,
  );
  return Promise.race([answer, late]);
}
