import type { ClickOptions, DropPlace, InPage, Surface, WaitOptions } from './browser.ts';
import type { Modifier } from './keys.ts';
import { inWords, pageScript } from './page-script.ts';
import { until } from './until.ts';

export interface Point {
  x: number;
  y: number;
}

/** What a mouse with one button does at a point. */
export interface MouseAct {
  what: 'move' | 'down' | 'up';
  point: Point;
  /** The button is down after it. */
  held: boolean;
  modifiers: readonly Modifier[];
  /** Which click of several at the same place; 1 if not given. */
  nth?: 1 | 2;
}

/** As many moves bring the mouse to the target of a drag. */
const DRAG_STEPS = 8;
/** Far enough for every page to see that a press is a drag. CSS pixels. */
const DRAG_BEGINS = 8;

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

/** Runs in the page: where to release what is dragged, or in words why it cannot be dropped there. */
function dropPoint(selector: string, share: number): Point | string {
  const element = document.querySelector(selector);
  if (!element) return 'is not there';
  const look = () => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return 'has no size';
    const point = { x: box.left + box.width / 2, y: box.top + box.height * share };
    return element.contains(document.elementFromPoint(point.x, point.y)) ? point : 'is out of sight';
  };
  const point = look();
  if (typeof point !== 'string') return point;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return look();
}

/** What both browsers' surfaces have in common: waiting and aiming. How a script or a key gets there is theirs. */
export abstract class PageSurface implements Surface {
  /** Runs the source, which gives a promise of JSON, in the page's own world. */
  protected abstract run(source: string): Promise<string | undefined>;
  /** Input of the mouse, one act after the other. */
  protected abstract mouse(...acts: MouseAct[]): Promise<void>;
  abstract type(text: string): Promise<void>;
  abstract press(keys: string): Promise<void>;
  abstract compose(text: string): Promise<void>;
  abstract chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
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

  /** Where a click hits what the selector finds, once that rests. */
  protected aim(selector: string, what = 'A click'): Promise<Point> {
    return this.#aim(what, selector, () => this.evaluate(clickPoint, selector));
  }

  /** Puts the mouse on what the selector finds, and aims anew: what is under a mouse may look different for it. */
  async #point(selector: string, what: string, modifiers: readonly Modifier[] = []): Promise<Point> {
    await this.mouse({ what: 'move', point: await this.aim(selector, what), held: false, modifiers });
    return this.aim(selector, what);
  }

  async click(selector: string, { modifiers = [], nth = 1 }: ClickOptions = {}): Promise<void> {
    const point = await this.#point(selector, 'A click', modifiers);
    await this.mouse(
      { what: 'move', point, held: false, modifiers },
      { what: 'down', point, held: true, modifiers, nth },
      { what: 'up', point, held: false, modifiers, nth },
    );
  }

  async drag(from: string, to: string, where: DropPlace = 'on', { timeout }: WaitOptions = {}): Promise<void> {
    const start = await this.#point(from, 'A press');
    await this.mouse(
      { what: 'move', point: start, held: false, modifiers: [] },
      { what: 'down', point: start, held: true, modifiers: [] },
    );
    const share = where === 'before' ? 0.25 : where === 'after' ? 0.75 : 0.5;
    // The page may look different as soon as something is dragged, and again with every step.
    let at = await this.#glide(start, { x: start.x + DRAG_BEGINS, y: start.y + DRAG_BEGINS });
    try {
      const look = async () => {
        const target = await this.evaluate(dropPoint, to, share);
        if (typeof target === 'string' || Math.hypot(target.x - at.x, target.y - at.y) < 1) return target;
        at = await this.#glide(at, target);
        return 'moves';
      };
      at = await this.#aim('A drop', to, look, timeout);
    } finally {
      await this.mouse({ what: 'up', point: at, held: false, modifiers: [] });
    }
  }

  async #glide(from: Point, to: Point): Promise<Point> {
    for (let step = 1; step <= DRAG_STEPS; step += 1) {
      const part = step / DRAG_STEPS;
      const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      await this.mouse({ what: 'move', point, held: true, modifiers: [] });
    }
    return to;
  }

  /** Looks until there is a point that rests, as a person lets a page settle; the failure tells why there was none. */
  #aim(what: string, selector: string, look: () => Promise<Point | string>, timeout?: number): Promise<Point> {
    let why = '';
    let last: Point | undefined;
    return this.#poll(
      () => `${what} on ${selector}, which ${why || 'could not be looked for'},`,
      async () => {
        const found = await look();
        if (typeof found === 'string') {
          why = found;
          last = undefined;
          return undefined;
        }
        const rests = last !== undefined && Math.hypot(found.x - last.x, found.y - last.y) < 1;
        why = 'moves';
        last = found;
        return rests ? found : undefined;
      },
      timeout,
    );
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
