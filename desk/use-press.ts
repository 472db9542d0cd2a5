import { useEffect, useState } from 'preact/hooks';

/** What has come then. */
export type Press = typeof import('./press.ts');

/** On its way from the moment the desk opens: it comes while the database answers. */
export const press: Promise<Press> = import('./press.ts');

let there: Press | null = null;
press.then(
  (come) => {
    there = come;
  },
  // Told to whoever waits for it.
  () => {},
);

/** What prints and reads Markdown; null: it has not come yet. */
export function usePress(): Press | null {
  const [known, setKnown] = useState(there);
  useEffect(() => {
    if (known === null) void press.then(setKnown);
  }, [known]);
  return known;
}
