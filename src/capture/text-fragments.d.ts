/** The package has no types of its own; this is what is used of it. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  interface TextFragment {
    textStart: string;
    textEnd?: string;
    prefix?: string;
    suffix?: string;
  }
  export function setTimeout(milliseconds: number): void;
  /** `status` 0: found. Widens the range to whole words: give it one that is no longer the selection's own. */
  export function generateFragmentFromRange(range: Range): { status: number; fragment?: TextFragment };
}
