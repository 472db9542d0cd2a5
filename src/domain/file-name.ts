/** Names that Windows keeps for devices, whatever their extension and the spaces behind them. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?= *(?:\.|$))/iu;

/** What no file system of ours takes, or what a shell or a path would read as something else. */
const RESERVED = /[<>:"/\\|?*\p{Cc}]/gu;

/**
 * What nobody sees: marks that turn the direction, so that `gnp.exe` reads as `exe.png`, halves of characters and what
 * is no character at all. The joiners that emoji and Persian need stay.
 */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** In bytes: with an extension it fits even where file names are encrypted, which leaves 143 of 255. */
const LONGEST = 120;

/**
 * A file name that every system takes and shows as what it is: `text` made safe, or `fallback` where nothing is left of
 * it, with the extension behind.
 */
export function safeFileName(text: string, extension: string, fallback: string): string {
  const clean = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(RESERVED, '-')
    .replace(/-{2,}/gu, '-');
  // Cut first: what is then at the end may be a dot or a space.
  const name = withinBytes(clean.replace(/^[-.~\s]+/u, ''), LONGEST).replace(/[-.\s]+$/u, '');
  const base = name === '' ? fallback : name;
  return `${base.replace(DEVICE, '$&-')}.${extension}`;
}

/** The start of a text that takes no more bytes than that as UTF-8, whole characters only. */
function withinBytes(text: string, longest: number): string {
  let bytes = 0;
  let cut = '';
  for (const { segment: character } of SEGMENTS.segment(text)) {
    bytes += ENCODER.encode(character).length;
    if (bytes > longest) break;
    cut += character;
  }
  return cut;
}

const SEGMENTS = new Intl.Segmenter('en');
const ENCODER = new TextEncoder();

/** A name as one word of a file name: lower case, no accents, only letters, digits and hyphens, at most 60 of them. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
