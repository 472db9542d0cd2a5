/** Why something could not be written, as far as it makes a difference to the editor. */
export interface Trouble {
  kind: 'full' | 'gone' | 'database';
  /** What the browser says, for people who want to know. */
  reason: string;
}

/** What went wrong, out of what was thrown. Dexie wraps the browser's own error, and a full disk ends a transaction. */
export function troubleOf(error: unknown): Trouble {
  const chain = causes(error);
  const full = chain.some(({ name }) => name === 'QuotaExceededError');
  const gone = chain.some(({ name }) => name === 'DatabaseGone');
  const last = chain[chain.length - 1];
  return { kind: full ? 'full' : gone ? 'gone' : 'database', reason: last?.message || last?.name || String(error) };
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let next = error;
  // DOMException is an Error in browsers, not in every test environment.
  while (next instanceof Error || next instanceof DOMException) {
    if (chain.includes(next)) break;
    chain.push(next);
    next = 'inner' in next ? next.inner : undefined;
  }
  return chain;
}
