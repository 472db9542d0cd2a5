import { parseAddress } from '../domain/web-address.ts';

/**
 * Plain text and addresses as Markdown that five engines read back as exactly that text and that address: CommonMark
 * (cmark), GFM (cmark-gfm), kramdown with its GFM parser, python-markdown with `extra`, and pandoc (`markdown`, `gfm`).
 *
 * Two means, because one is not enough: a backslash only before the five characters where every engine takes it for an
 * escape, and a character reference for the rest (`\&`, `\(`, `\~`, `\|` print their backslash in at least one engine).
 * Every rule says what it prevents; `tests/roundup/engines.test.ts` asks the engines themselves.
 */

/**
 * Where the text is going to stand.
 * - `inline`: in the middle of a line, or inside the `[…]` of a link.
 * - `heading`: as the whole text of `## …`.
 * - `line-start`: as the first thing of a paragraph, where a `#` or a `1.` would begin another kind of block.
 */
export type Place = 'inline' | 'heading' | 'line-start';

interface Rule {
  /** What is written differently. Looks at the original text, never at what another rule wrote; case never counts. */
  readonly find: RegExp;
  readonly as: 'backslash' | 'reference';
  /** What would happen otherwise, and in which engine. */
  readonly reason: string;
  /** Left out: in every place. */
  readonly only?: Place;
}

/** Asked in this order at every character; the first rule that matches writes it. */
const rules: readonly Rule[] = [
  { find: /[\\`*[\]]/u, as: 'backslash', reason: 'escapes, code, emphasis and the end of the link, in all engines' },
  {
    find: /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
    as: 'backslash',
    reason: 'emphasis in all engines, except inside a word: snake_case stays as it is',
  },
  { find: /\|/u, as: 'reference', reason: 'kramdown makes a table of any paragraph with a bar' },
  {
    find: /&(?=#|[a-z][a-z0-9]*;)/iu,
    as: 'reference',
    reason: 'character references are decoded in all engines; R&D is none',
  },
  { find: /<(?=[a-z/!?])/iu, as: 'reference', reason: 'HTML and autolinks in all engines; 3 < 4 is neither' },
  { find: /<(?=<)|(?<=<)<|>(?=>)|(?<=>)>/u, as: 'reference', reason: 'kramdown prints << and >> as « and »' },
  { find: /\{(?=[{%])/u, as: 'reference', reason: 'Liquid tags are executed by Jekyll, before any Markdown is read' },
  {
    find: /\{(?=:)/u,
    as: 'reference',
    reason: 'attribute lists and extensions of kramdown, attributes of python-markdown',
  },
  {
    find: /(?<!(?:^|\s)(?=~[\p{L}\p{N}]))~/u,
    as: 'reference',
    reason:
      'struck through in GFM, kramdown and pandoc, lowered in pandoc; "~5 minutes" can open but finds nothing to close it',
  },
  {
    find: /\$(?!\d)/u,
    as: 'reference',
    reason: 'formulas in pandoc and kramdown; before a digit it is a price and cannot close one',
  },
  { find: /\^/u, as: 'reference', reason: 'raised text and inline notes in pandoc' },
  {
    find: /(?<==)=(?=\S)|(?<=\S=)=/u,
    as: 'reference',
    reason: 'marked text where an engine adds ==…==; a == b is none',
  },
  { find: /@(?=\S)/u, as: 'reference', reason: 'citations in pandoc, mail addresses in GFM' },
  { find: /:(?=\/\/)/u, as: 'reference', reason: 'GFM and pandoc make links of bare addresses' },
  { find: /(?<=(?<![\p{L}\p{N}])www)\./iu, as: 'reference', reason: 'GFM and pandoc make links of bare host names' },
  { find: /(?<=\]):/u, as: 'reference', reason: 'kramdown takes the line for a link definition and loses it' },
  {
    find: /:(?=(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):)/u,
    as: 'reference',
    reason: 'emoji names in GFM and pandoc',
  },

  {
    only: 'heading',
    find: /#(?=#*$)/u,
    as: 'backslash',
    reason: 'closing number signs are dropped: C# would become C',
  },
  {
    only: 'heading',
    find: /\{/u,
    as: 'reference',
    reason: 'attributes of the heading in kramdown, python-markdown and pandoc',
  },

  {
    only: 'line-start',
    find: /^#/u,
    as: 'backslash',
    reason: 'a heading, in python-markdown and kramdown also without a space',
  },
  { only: 'line-start', find: /^[-+]/u, as: 'backslash', reason: 'a list, a rule or an underline' },
  {
    only: 'line-start',
    find: /^[>=:%]/u,
    as: 'reference',
    reason: 'quotation, underline, definition, title block of pandoc',
  },
  {
    only: 'line-start',
    find: /(?<=^\(?(?:\d+|#|@|[a-z]|[ivxlcdm]+))[.)]/iu,
    as: 'reference',
    reason: 'numbered lists; in pandoc also with letters, Roman numerals and brackets',
  },
];

/** The rules of one place as one expression, in which rule n is group n + 1, so that the text is walked only once. */
function compile(place: Place): { rules: readonly Rule[]; any: RegExp } {
  const used = rules.filter((rule) => rule.only === undefined || rule.only === place);
  return { rules: used, any: new RegExp(used.map((rule) => `(${rule.find.source})`).join('|'), 'giu') };
}

const compiled: Readonly<Record<Place, ReturnType<typeof compile>>> = {
  inline: compile('inline'),
  heading: compile('heading'),
  'line-start': compile('line-start'),
};

/** By name where the name is older than HTML 5, which is as far as the engines' lists agree. */
function reference(character: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return names[character] ?? `&#${character.codePointAt(0)};`;
}

/** Line breaks and tabs of every kind. A no-break space is text, and stays. */
const whiteSpace = /[\t\n\v\f\r \u0085\u2028\u2029]+/gu;

/**
 * Characters that print nothing and disturb what stands around them: control characters, halves of surrogate pairs, the
 * byte order mark, and the marks that turn the direction of everything after them (U+202A to U+202E, U+2066 to U+2069).
 * The joiners that emoji and Persian need, and the two marks that turn nothing but themselves (U+200E, U+200F), stay.
 */
const unprintable = /[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text from a page as one clean line: white space folded to single spaces, unprintable characters dropped, trimmed.
 * This is the text that `escapeText` promises to print.
 */
export function foldText(text: string): string {
  // Trimmed of no-break spaces too: a title of nothing else would be a link that cannot be seen.
  return text.replace(whiteSpace, ' ').replace(unprintable, '').replace(/ {2,}/gu, ' ').trim();
}

/**
 * Plain text (the title of a page, the name of a section) as Markdown that every engine reads back as that text, after
 * `foldText`. Ordinary text comes out untouched; empty text stays empty.
 *
 * Not prevented, because no Markdown can: GFM makes a link of a bare mail address outside of a link, and engines with
 * typographic replacements turn straight quotes, `--` and `...` into their printed forms.
 */
export function escapeText(text: string, place: Place = 'inline'): string {
  const { rules: used, any } = compiled[place];
  return foldText(text).replace(any, (character: string, ...groups: (string | number | undefined)[]) => {
    const rule = used[groups.findIndex((group) => group !== undefined)];
    return rule?.as === 'backslash' ? `\\${character}` : reference(character);
  });
}

/** The schemes a newsletter may link to; everything else could run something, or lead nowhere in a mail. */
const printableScheme = /^(?:https?:\/\/[^/\\]|mailto:[^/\\])/iu;

/**
 * Whether an address may be printed at all: it parses, with http:, https: or mailto:, and holds no control characters.
 * Stricter than the parser of addresses where that one repairs silently (`https:/x.y`, `https:\\x.y`, a line break in
 * the middle), because a reader's Markdown engine repairs differently.
 */
export function isPrintableAddress(address: string): boolean {
  return escapeAddress(address) !== null;
}

/**
 * What is percent-encoded in an address: whatever ends it (`<>`, white space), is an escape, code, a title or emphasis
 * in some engine (`\`, the backquote, quotes, `*`, `[]`), belongs to another part of the text (a formula that began
 * before the link reaches into the address in pandoc: `$`, `^`; a table in kramdown: `|`; Liquid: `{}`), or cannot be
 * seen. `~`, `_`, `&`, `#` and letters of all scripts stay.
 */
const unsafeInAddress = /[[\]*'"<>\\`|{}^$]|\s|[\p{Cf}\p{Z}]/gu;

/** `&amp;` in an address is text there, and a character reference in Markdown. */
const referenceInAddress = /&(?=#|[a-z][a-z0-9]*;)/giu;

/** The host between brackets of `https://[::1]/`: the parser of addresses knows it only unencoded. */
const bracketedHost = /^https?:\/\/(?:[^/?#[\]]*@)?\[[0-9a-f:.]+\](?=[:/?#]|$)/iu;

/**
 * An address for the `(…)` of a link, changed only where the parse would change: the browser goes to the same page.
 * Null for an address that may not be printed (see `isPrintableAddress`): the caller names it to the editor.
 */
export function escapeAddress(address: string): string | null {
  // Spaces around an address are dropped by every reader of addresses; encoded they would become part of it.
  const trimmed = address.replace(/^ +| +$/gu, '');
  if (!printableScheme.test(trimmed) || /[\p{Cc}\p{Cs}]/u.test(trimmed)) return null;
  const host = bracketedHost.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(host.length).replace(unsafeInAddress, percentEncode);
  const written = host + encodeUnmatchedParentheses(rest);
  // Encoding can break what only parsed because the parser repairs, such as a backslash that ends the host.
  const meant = parseAddress(trimmed)?.host;
  if (meant === undefined || (written !== trimmed && parseAddress(written)?.host !== meant)) return null;
  return written.replace(referenceInAddress, '&amp;');
}

/** `encodeURIComponent` leaves quotes, stars and parentheses alone. */
function percentEncode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

/** CommonMark allows 32 levels, older engines fewer; Wikipedia's addresses need one. */
const deepestParentheses = 3;

/** Parentheses in pairs are part of the address in every engine; a lone one ends the link too early or too late. */
function encodeUnmatchedParentheses(address: string): string {
  const matched = new Set<number>();
  const open: number[] = [];
  for (const { 0: character, index } of address.matchAll(/[()]/gu)) {
    if (character === '(') open.push(index);
    else {
      const partner = open.pop();
      if (partner !== undefined && open.length < deepestParentheses) matched.add(partner).add(index);
    }
  }
  return address.replace(/[()]/gu, (character, index: number) =>
    matched.has(index) ? character : percentEncode(character),
  );
}

/**
 * A title and an address as one Markdown link, or null for an address that may not be printed.
 */
export function markdownLink(title: string, address: string): string | null {
  const printed = escapeAddress(address);
  return printed === null ? null : `[${escapeText(title)}](${printed})`;
}
