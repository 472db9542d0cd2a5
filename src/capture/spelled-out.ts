import { foldedName } from './person-names.ts';

/**
 * Where two readings name the same people in the same order, one of them with initials (`Quill A`, `A. Quill`), the names
 * as the other spells them out; null: they are not the same, or spelled the same.
 */
export function spelledOut(one: readonly string[], other: readonly string[]): string[] | null {
  if (one.length !== other.length) return null;
  const names = one.map((name, at) => {
    const [short = '', long = ''] = [name, other[at] ?? ''].sort((a, b) => lettersIn(a) - lettersIn(b));
    return foldedName(short) === foldedName(long) || isShortFor(short, long) ? long : null;
  });
  const isShorter = names.some((name, at) => name !== one[at] || name !== other[at]);
  return isShorter && names.every((name) => name !== null) ? names : null;
}

const lettersIn = (name: string) => name.replace(/[^\p{L}]/gu, '').length;

/** `A`, `BJ`, `J.` */
const INITIALS = /^(?:\p{Lu}\.?-?){1,3}$/u;

/** Every word of the short name is one of the long one, or the first letters of its words; the words for both are not all initials. */
function isShortFor(short: string, long: string): boolean {
  const words = short.split(/\s+/);
  const left = foldedName(long).split(' ');
  const whole = words.filter((word) => !INITIALS.test(word)).map(foldedName);
  for (const word of whole) {
    const at = left.indexOf(word);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  const initials = words
    .filter((word) => INITIALS.test(word))
    .flatMap((word) => [...foldedName(word).replace(/ /g, '')]);
  return (
    whole.length > 0 && initials.length > 0 && initials.every((letter) => left.some((word) => word.startsWith(letter)))
  );
}
