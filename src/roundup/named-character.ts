const known = new Map<string, string | false>();

/**
 * The character that `&name;` stands for, or false. Takes the place of the package decode-named-character-reference in
 * the built pages (see scripts/build.ts): the browser knows the 2,125 names by itself, the package's list weighs 12 KiB,
 * and the package's own version for browsers assigns innerHTML.
 *
 * @param name letters and digits, as the Markdown parser has found them between `&` and `;`.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const reference = `&${name};`;
  // HTML drops white space at the start of a body, and `&Tab;` is white space: hence the letter in front.
  const text = (new DOMParser().parseFromString(`x${reference}`, 'text/html').body.textContent ?? '').slice(1);
  // A few names need no semicolon in HTML, which then stays behind: `&notit;` is no reference.
  const isWhole = text !== reference && (!text.endsWith(';') || name === 'semi');
  const decoded = isWhole && text;
  known.set(name, decoded);
  return decoded;
}
