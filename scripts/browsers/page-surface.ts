import type { InPage, Surface, WaitOptions } from './browser.ts';
import { inWords, pageScript } from './page-script.ts';
import { until } from './until.ts';

interface Point {
  x: number;
  y: number;
}

/** A popup has the keyboard once it has the focus and a frame was drawn: autofocus is carried out with the frame. */
export const READY_FOR_KEYS = `document.readyState === 'complete' && document.hasFocus() &&
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))`;

/** Runs in the page: where to click to hit the element, or in words why it cannot be hit. */
function clickPoint(selector: string): Point | string {
  const element = document.querySelector(selector);
  if (!element) return 'is not there';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return 'has no size';
  const point = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const root = element.getRootNode();
  const hit =
    root instanceof ShadowRoot ? root.elementFromPoint(point.x, point.y) : document.elementFromPoint(point.x, point.y);
  if (!hit) return 'is outside the visible part of the page';
  if (!element.contains(hit) && !hit.contains(element)) return `is covered by ${hit.outerHTML.slice(0, 100)}`;
  return point;
}

/** What both browsers' surfaces have in common: waiting and aiming. How a script or a key gets there is theirs. */
export abstract class PageSurface implements Surface {
  /** Runs the source, which gives a promise of JSON, in the page's own world. */
  protected abstract run(source: string): Promise<string | undefined>;
  protected abstract mouseClick(point: Point): Promise<void>;
  abstract type(text: string): Promise<void>;
  abstract press(keys: string): Promise<void>;
  abstract compose(text: string): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract isOpen(): Promise<boolean>;

  async evaluate<T, A extends unknown[] = []>(script: InPage<A, T>, ...args: A): Promise<T> {
    const json = await this.run(pageScript(script, args));
    return (json === undefined ? undefined : JSON.parse(json)) as T;
  }

  async waitFor<A extends unknown[] = []>(
    script: InPage<A, unknown>,
    options: WaitOptions = {},
    ...args: A
  ): Promise<void> {
    await this.#poll(
      () => `Waiting for: ${inWords(script)}`,
      async () => ((await this.evaluate(script, ...args)) ? true : undefined),
      options.timeout,
    );
  }

  async click(selector: string): Promise<void> {
    let why = '';
    const point = await this.#poll(
      () => `A click on ${selector}, which ${why || 'could not be looked for'},`,
      async () => {
        const found = await this.evaluate(clickPoint, selector);
        if (typeof found !== 'string') return found;
        why = found;
        return undefined;
      },
    );
    await this.mouseClick(point);
  }

  /** While a page loads or moves on, a script may fail; that counts as not yet, and only the last failure is told. */
  async #poll<T>(what: () => string, ask: () => Promise<T | undefined>, timeout?: number): Promise<T> {
    let failure = '';
    try {
      return await until(
        'It',
        async () => {
          try {
            return await ask();
          } catch (error) {
            failure = error instanceof Error ? error.message : String(error);
            if (!(await this.isOpen())) throw new Error('it has been closed', { cause: error });
            return undefined;
          }
        },
        timeout,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${what()} failed: ${reason}${failure && ` Last error in the page: ${failure}`}`, {
        cause: error,
      });
    }
  }
}
