import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type en from '../../_locales/en/messages.json';

export type MessageKey = keyof typeof en;

/** Gives the text of a message with $1, $2 … filled in. */
export type Say = (key: MessageKey, ...values: (string | number)[]) => string;

const Messages = createContext<Say>((key) => key);

/** Pages put the browser's messages here: `ui/` itself does not know the browser. */
export const SayProvider = Messages.Provider;

/** The texts of this page. */
export const useSay = (): Say => useContext(Messages);

type CountedKey = { [Key in MessageKey]: Key extends `${infer Base}_one` ? Base : never }[MessageKey];

// Made once: making one takes longer than all the rest of a list's drawing. And only when something is counted: the
// popup takes typing before anything is.
let plural: Intl.PluralRules | undefined;
let number: Intl.NumberFormat | undefined;

/** The message `<key>_one` or `<key>_other` for a number, which is $1; `_other` for what has no message of its own. */
export function sayCount(say: Say, key: CountedKey, count: number, ...values: (string | number)[]): string {
  plural ??= new Intl.PluralRules('en');
  number ??= new Intl.NumberFormat('en');
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return say(`${key}_${form}` as MessageKey, number.format(count), ...values);
}
