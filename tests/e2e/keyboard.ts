import { expect } from 'vitest';
import type { Tab } from '../../scripts/browsers/browser.ts';
import { PATIENT } from './stage.ts';

/** Runs in the page: why somebody who uses the keyboard would not see where they are; empty: they see it. */
export function focusProblem(): string {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return 'nothing has the focus';
  const words = (at.getAttribute('aria-label') || at.textContent || at.id).trim().slice(0, 40);
  const name = `${at.tagName.toLowerCase()}.${at.className} “${words}”`;
  const box = at.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  const top = Math.max(box.top, 0);
  const width = Math.min(box.right, innerWidth) - left;
  const height = Math.min(box.bottom, innerHeight) - top;
  if (width < 1 || height < 1) return `${name} is outside of the window`;
  // Something small may lie over a part of it, such as a message at the foot of the page, but not over all of it.
  const shares = [0.1, 0.5, 0.9];
  const free = shares.some((across) =>
    shares.some((down) => {
      const there = document.elementFromPoint(left + width * across, top + height * down);
      // The drawing of a radio that is out of sight is its label's.
      return (
        there !== null && (at.contains(there) || there.contains(at) || at.closest('label')?.contains(there) === true)
      );
    }),
  );
  if (!free) return `${name} is covered`;
  const seen = (element: Element | null) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  // Where fields stand close together, what holds one shows that it is in use.
  const shown = [at, at.nextElementSibling, at.parentElement, at.closest('.field, .edit, .is-focus')].some(seen);
  return shown ? '' : `${name} shows no focus`;
}

/** A person at the keyboard who looks at the focus after every key. */
export class Keys {
  /** Where the focus could not be seen. */
  readonly problems: string[] = [];
  readonly #tab: Tab;

  constructor(tab: Tab) {
    this.#tab = tab;
  }

  async press(keys: string): Promise<void> {
    await this.#tab.press(keys);
    await this.#look(keys);
  }

  async type(text: string): Promise<void> {
    await this.#tab.type(text);
    await this.#look(`typing “${text.slice(0, 20)}”`);
  }

  /** Waits until what the selector finds has the focus. */
  async isAt(selector: string): Promise<void> {
    await this.#tab.waitFor((wanted) => document.activeElement?.matches(wanted), PATIENT, selector);
  }

  /** Presses Tab until what the selector finds has the focus. */
  async tabTo(selector: string, way: 'forwards' | 'backwards' = 'forwards'): Promise<void> {
    for (let presses = 0; presses < 400; presses += 1) {
      await this.#tab.press(way === 'forwards' ? 'Tab' : 'Shift+Tab');
      // Behind the last stop the browser itself has the focus.
      if (await this.#tab.evaluate(`document.activeElement === document.body`)) continue;
      await this.#look(way);
      if (await this.#tab.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    }
    throw new Error(`400 times Tab have not led to ${selector}.`);
  }

  /** The page is drawn anew after a key: what is not to be seen after a moment, is not. */
  async #look(after: string): Promise<void> {
    let problem = '';
    await expect
      .poll(
        async () => {
          problem = await this.#tab.evaluate(focusProblem);
          return problem;
        },
        { timeout: 2_000, interval: 10 },
      )
      .toBe('')
      .catch(() => this.problems.push(`after ${after}: ${problem}`));
  }
}
