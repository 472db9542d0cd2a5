import type { InPage } from './browser.ts';

/**
 * The source of a promise of the script's result as JSON, or of undefined.
 * `__name` is called by functions that tsx or esbuild have compiled with keepNames; pages do not have it.
 */
export function pageScript<A extends unknown[], T>(script: InPage<A, T>, args: A): string {
  const value =
    typeof script === 'string'
      ? script
      : `(${script})(${args.map((argument) => JSON.stringify(argument) ?? 'undefined')})`;
  return `(async () => { const __name = (named) => named; return JSON.stringify(await (${value}\n)); })()`;
}

/** A short form of a script for messages. */
export function inWords<A extends unknown[], T>(script: InPage<A, T>): string {
  const source = String(script).replace(/\s+/g, ' ');
  return source.length > 160 ? `${source.slice(0, 160)}…` : source;
}
