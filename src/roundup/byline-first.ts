import { behindLink, isNames } from './behind-link.ts';
import type { ParsedEntry, ParsedLink, ParsedSection } from './parsed-issue.ts';

/** `Ada Quill: [Title](…)`, `**The Gauge** — [Title](…)`: names before a link at the start of an entry, or of a heading. */
const BEFORE =
  /^((?:#{1,6} )?)([*_]{0,2})([^[\]*_:\n]{2,60}?)((?:[*_]{1,2}:?|:[*_]{0,2})?(?:[^\S\r\n]*[–—|-])?[^\S\r\n]+)(?=\[)/u;
/** What stands before a colon as names do, and says what the link is. */
const LABEL =
  /\b(?:of the|reads?|reading|links?|watch|watching|listen|listening|tools?|books?|videos?|articles?|releases?|released|updates?|updated|quotes?|tips?|sponsors?|sponsored)\b/iu;
/** Words of topics, `Machine Learning: [Title](…)`, that are no words of names and hardly of outlets. */
const TOPIC =
  /\b(?:learning|development|engineering|programming|infrastructure|databases?|testing|leadership|management|communit(?:y|ies)|careers?|events?|jobs?|papers?|tutorials?|performance|architecture|source|intelligence|languages?|front ?end|back ?end|accessibility|privacy)\b/iu;

/** Names before a link, and the entry that they are the byline of. */
interface Reading {
  name: string;
  entry: ParsedEntry;
}

/**
 * The sections of an issue, with names before links as their bylines where most entries have such, and the issue names
 * two at least. One alone may be a label of the editor.
 */
export function withBylinesFirst(sections: readonly ParsedSection[]): ParsedSection[] {
  const readings = sections.map(({ entries }) => entries.map(readingOf));
  const names = new Set(readings.flat().map((reading) => reading?.name ?? ''));
  // A single word before a colon is a label more often than a name.
  if ([...names].filter((name) => /\s/u.test(name)).length < 2) return [...sections];
  return sections.map((section, at) => {
    const own = readings[at] ?? [];
    if (own.filter((reading) => reading !== null).length * 2 <= own.length) return section;
    return { ...section, entries: section.entries.map((entry, place) => own[place]?.entry ?? entry) };
  });
}

function readingOf(entry: ParsedEntry): Reading | null {
  const { commentary, links, glue } = entry;
  const [link] = links;
  const [before, marks = '', open = '', name = '', end = ''] = BEFORE.exec(commentary) ?? [];
  if (before === undefined || link === undefined || !/[:–—|-]/u.test(end)) return null;
  if (!isNames(name, true) || LABEL.test(name) || TOPIC.test(name)) return null;
  const written = `[${link.title}]${link.reference ?? `(${link.written})`}`;
  if (!commentary.startsWith(written, before.length)) return null;
  const from = before.length + written.length;
  const rest = commentary.slice(from);
  const [whole = ''] = rest.split(/\\?\r?\n/u, 1);
  const line = whole.trimEnd();
  const behind = behindLink(line, { isTitle: false, title: link.text });
  if (behind === null || behind.byline !== '') return null;
  const own: ParsedLink = {
    ...link,
    byline: name,
    tail: behind.tail,
    glue: { linkEnd: '', ...behind.glue, byline: open, bylineEnd: '', afterByline: end },
  };
  const isLine = behind.gap !== null;
  const lineEnd = /^[^\S\r\n]*(?:\\?\r?\n\s*)?/u.exec(rest.slice(line.length))?.[0] ?? '';
  const gap = isLine ? (behind.gap ?? '') : lineEnd;
  const words = isLine ? rest.slice(behind.words) : rest.slice(line.length + gap.length);
  const { lead = '', after } = glue;
  if (lead !== '' && marks !== '') return null;
  return {
    name,
    entry: {
      ...entry,
      shape: isLine ? 'one-liner' : 'headline',
      links: [own],
      commentary: words,
      glue: {
        lead: lead + marks,
        ...(words !== '' && { [isLine ? 'oneLiner' : 'body']: gap }),
        ...(after !== undefined && { after }),
      },
    },
  };
}
