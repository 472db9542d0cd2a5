import { isNames } from './behind-link.ts';
import { isCarried } from './parse-section.ts';
import type { ParsedEntry, ParsedSection } from './parsed-issue.ts';

/** `They stand. *Ada Quill*`, `They stand. — Ada Quill, The Gauge`, `They stand.\nBy Ada Quill`: names at the end of a commentary. */
const BEHIND =
  /(?<=\S)(\s+[*_]{0,2}(?:[–—-]{1,3}\s*)?[*_]{0,2}\(?(?:(?:[Bb]y|[Vv]ia|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s)?)(\p{Lu}[^*_()[\]\n]{3,80}?)(\)?[*_]{0,2}\.?)$/u;
/** `They stand.\n\nADA QUILL`: names alone on the last line, below a sentence. */
const BELOW = /(?<=[.!?…)\]"”’*_])((?: {2,}|\\)?\r?\n\s*)(\p{Lu}[^*_()[\]\n.]{3,60})()$/u;
/** Characters: what stands farther from the end is not looked at. */
const LONGEST = 160;

interface Reading {
  name: string;
  entry: ParsedEntry;
}

/**
 * The sections of an issue, with names behind texts as the bylines of the links above where most entries of the section
 * have such, and the issue names two at least.
 */
export function withBylinesLast(sections: readonly ParsedSection[]): ParsedSection[] {
  const readings = sections.map(({ entries }) => entries.map(readingOf));
  const names = new Set(readings.flat().flatMap((reading) => reading?.name ?? []));
  if (names.size < 2) return [...sections];
  return sections.map((section, at) => {
    const own = readings[at] ?? [];
    if (own.filter((reading) => reading !== null).length * 2 <= own.length) return section;
    return { ...section, entries: section.entries.map((entry, place) => own[place]?.entry ?? entry) };
  });
}

function readingOf(entry: ParsedEntry): Reading | null {
  const { links, commentary } = entry;
  const [link] = links;
  if (link === undefined || links.length > 1 || link.byline !== '' || isCarried(entry)) return null;
  const text = commentary.slice(-LONGEST);
  const behind = BEHIND.exec(text);
  const isBehind = behind !== null && isSetOff(behind[1] ?? '', behind[3] ?? '');
  const [whole, before = '', name = '', end = ''] = (isBehind ? behind : BELOW.exec(text)) ?? [];
  if (whole === undefined) return null;
  if (!/\s/.test(name) || !isNames(name, true)) return null;
  return {
    name,
    entry: {
      ...entry,
      links: [{ ...link, byline: name, glue: { ...link.glue, bylineEnd: '', afterByline: '' } }],
      commentary: commentary.slice(0, -whole.length),
      glue: { ...entry.glue, bylineLast: before, bylineLastEnd: end },
    },
  };
}

/** Whether something tells the names from the last words of the text, and what opens is closed. */
function isSetOff(before: string, end: string): boolean {
  const marks = (text: string) => text.replace(/[^*_]/g, '');
  return before.trim() !== '' && marks(before) === marks(end) && before.includes('(') === end.includes(')');
}
