/**
 * Texts as a search compares them: case, accents and ligatures do not count, curly quotes and dashes are the plain ones,
 * white space is one space. Marks that are letters of their own (the vowels of Hindi, the dots of Japanese) stay.
 */

/** Letters that Unicode does not take apart, and signs for which there is a plain one. */
const ALIKE = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'ss',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ø: 'o',
    Ø: 'o',
    đ: 'd',
    Đ: 'd',
    ð: 'd',
    Ð: 'd',
    þ: 'th',
    Þ: 'th',
    ł: 'l',
    Ł: 'l',
    ħ: 'h',
    Ħ: 'h',
    ı: 'i',
    ς: 'σ',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '′': "'",
    '´': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '‐': '-',
    '‑': '-',
    '–': '-',
    '—': '-',
    '−': '-',
    // Seen by nobody.
    '\u00ad': '',
    '\u200b': '',
    '\u200c': '',
    '\u200d': '',
    '\ufeff': '',
  }),
);

/** Accents: combining marks of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic. */
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

const folded = new Map<string, string>();

/** One character beyond ASCII. */
function foldChar(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const alike = ALIKE.get(char);
  const plain = alike ?? char.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(ACCENTS, '').trim();
  const result = [...plain].map((part) => ALIKE.get(part) ?? part).join('');
  folded.set(char, result);
  return result;
}

/** Lone halves of characters included: with `u`, an expression sees them one by one. */
const BEYOND_ASCII = /\P{ASCII}/gu;

/** White space other than a single space. */
const WIDE_SPACE = /[^\S ]\s*| \s+/g;

/** The text as a search compares it. */
export function foldText(text: string): string {
  return text.replace(WIDE_SPACE, ' ').replace(BEYOND_ASCII, foldChar).toLowerCase();
}

/** A folded text, and where each of its characters stands in the text as it was. */
interface Folded {
  text: string;
  /** Of the character from which each folded one was made; offsets in UTF-16 units. */
  starts: readonly number[];
  length: number;
}

/** Folds a text and remembers where everything was. */
export function foldWithPlaces(text: string): Folded {
  const starts: number[] = [];
  let result = '';
  let at = 0;
  while (at < text.length) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    let next = at + char.length;
    let made: string;
    if (/\s/.test(char)) {
      while (next < text.length && /\s/.test(text[next] ?? '')) next += 1;
      made = ' ';
    } else made = char <= '\x7f' ? char.toLowerCase() : foldChar(char);
    result += made;
    for (let n = 0; n < made.length; n += 1) starts.push(at);
    at = next;
  }
  return { text: result, starts, length: text.length };
}

/** A stretch of a text, by offsets in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretch of the text as it was from which the folded characters from `from` to `to` were made. */
export function originalStretch({ starts, length }: Folded, from: number, to: number): Stretch {
  const start = starts[from] ?? length;
  let next = to;
  // Half of what one character became: all of that character.
  while (next < starts.length && starts[next] === starts[to - 1]) next += 1;
  return { start, end: starts[next] ?? length };
}

/** Where folded words stand in a text, in order; those that overlap are one. */
export function stretchesOf(text: string, words: readonly string[]): Stretch[] {
  const { text: hay, ...places } = foldWithPlaces(text);
  const found: Stretch[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = hay.indexOf(word); at >= 0; at = hay.indexOf(word, at + word.length)) {
      found.push(originalStretch({ text: hay, ...places }, at, at + word.length));
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Stretch[] = [];
  for (const stretch of found) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else joined.push({ ...stretch });
  }
  return joined;
}
