/** What names a passage of a page: its words, or its first and its last words, and what stands around it. */
export interface Passage {
  start: string;
  /** Empty: the start is all of it. */
  end: string;
  /** What stands before and behind it, where its own words stand elsewhere too; empty: nothing is needed. */
  prefix: string;
  suffix: string;
}

/**
 * A passage as the part of an address that points at it: `:~:text=before-,start,end,-behind`. Commas and dashes divide
 * its parts, so those of the text are encoded like everything that is no letter or digit; halves of surrogate pairs,
 * which nothing can encode, make it empty. https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function textDirective({ start, end, prefix, suffix }: Passage): string {
  try {
    const parts = [
      ...(prefix === '' ? [] : [`${encoded(prefix)}-`]),
      encoded(start),
      ...(end === '' ? [] : [encoded(end)]),
      ...(suffix === '' ? [] : [`-${encoded(suffix)}`]),
    ];
    return start === '' ? '' : `:~:text=${parts.join(',')}`;
  } catch {
    return '';
  }
}

/** What encodeURIComponent leaves alone, but for what Markdown and addresses are safe with. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[-!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The address of a page that points at a passage of it; the page's own fragment stays. */
export function addressOfPassage(address: string, passage: Passage): string {
  const bare = address.replace(/:~:.*$/s, '');
  const directive = textDirective(passage);
  if (directive === '') return bare;
  return bare.includes('#') ? bare + directive : `${bare}#${directive}`;
}
