import { expect } from 'vitest';
import type { DrivenBrowser } from '../../../scripts/browsers/browser.ts';
import type { Whole } from '../../fixtures/half-done.ts';
import { PATIENT } from '../stage.ts';
import { records } from './operation.ts';

/** The note that an import or a restore has begun and was not written lies in the database. */
export const hasBegun = (whole: Whole): boolean =>
  records<{ name: string }>(whole, 'settings').some(({ name }) => name === 'begun');

/**
 * Opens a part of the options, as the editor does after whatever happened.
 *
 * @param words by selector, what stands there; empty: nothing does.
 */
export async function optionsSay(browser: DrivenBrowser, part: string, words: Record<string, string>): Promise<void> {
  const page = await browser.openExtensionPage(`options/options.html#${part}`);
  try {
    await page.waitFor(`document.querySelector('.drop, #restore-file')`, PATIENT);
    await page.evaluate(hasAnswered);
    const said = async () => {
      const texts: Record<string, string> = await page.evaluate(
        (selectors) =>
          Object.fromEntries(
            selectors.map((selector) => [selector, document.querySelector(selector)?.textContent ?? '']),
          ),
        Object.keys(words),
      );
      const isSaid = (selector: string, wanted: string) => {
        const text = texts[selector] ?? '';
        return wanted === '' ? text === '' : text.includes(wanted);
      };
      return Object.entries(words).every(([selector, wanted]) => isSaid(selector, wanted)) || texts;
    };
    await expect.poll(said, PATIENT).toBe(true);
    expect(await page.evaluate(complaints)).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Runs in the page: its database has answered what it was asked, and that is drawn. What is not there now does not come. */
function hasAnswered(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('roundup');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      // A writer waits for every reader before it.
      const transaction = opening.result.transaction('settings', 'readwrite');
      transaction.objectStore('settings').get('begun');
      transaction.oncomplete = () => {
        opening.result.close();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      };
    };
  });
}

/** Runs in the page: what went wrong, in its words. */
function complaints(): string[] {
  const notes = [...document.querySelectorAll('.note-bad, .unexpected')];
  return notes.map(({ textContent }) => textContent).filter((words) => words !== '');
}
