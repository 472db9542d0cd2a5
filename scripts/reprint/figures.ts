import type { LearnedStyle, PastIssue } from '../../src/roundup/learn-style.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import { render } from '../../src/roundup/render.ts';
import { type Reprint, reprint } from './reprint.ts';

/** How near reprints come to what was published. */
export interface Figures {
  issues: number;
  wholeFiles: number;
  entries: number;
  entriesByteForByte: number;
  /** The same after evening out white space and dashes. */
  entriesEvened: number;
  /** The same with nothing but the learned style, without what the records say of their own departures. */
  entriesByStyleAlone: number;
  sections: number;
  sectionsByteForByte: number;
  wordsLost: number;
  /** Files whose reprint is changed by being reprinted. */
  unstable: number;
}

export const NOTHING: Figures = {
  issues: 0,
  wholeFiles: 0,
  entries: 0,
  entriesByteForByte: 0,
  entriesEvened: 0,
  entriesByStyleAlone: 0,
  sections: 0,
  sectionsByteForByte: 0,
  wordsLost: 0,
  unstable: 0,
};

export function sumOf(all: readonly Figures[]): Figures {
  const keys = Object.keys(NOTHING) as (keyof Figures)[];
  return Object.fromEntries(
    keys.map((key) => [key, all.reduce((sum, one) => sum + one[key], 0)]),
  ) as unknown as Figures;
}

/** Reprints one issue and compares it with its file, entry by entry and section by section. */
export async function figuresOf(learned: LearnedStyle, file: PastIssue): Promise<Figures> {
  const parsed = parseIssue(file.markdown, learned);
  const result = await reprint(learned, file);
  const again = await reprint(learned, { ...file, markdown: result.markdown });
  const stood = parsed.sections.flatMap(({ entries }) =>
    entries.map(({ start, end }) => file.markdown.slice(start, end)),
  );
  const printed = result.places.map(({ start, end }) => result.markdown.slice(start, end));
  const alone = byStyleAlone(result);
  const sections = parsed.sections.map(({ start, end }) => file.markdown.slice(start, end));
  const printedSections = new Set(
    parseIssue(result.markdown, learned).sections.map(({ start, end }) => result.markdown.slice(start, end)),
  );
  const same = (others: readonly string[], form = (text: string) => text) =>
    stood.filter((text, at) => form(text) === form(others[at] ?? '')).length;
  return {
    issues: 1,
    wholeFiles: result.markdown === file.markdown ? 1 : 0,
    entries: stood.length,
    entriesByteForByte: same(printed),
    entriesEvened: same(printed, evened),
    entriesByStyleAlone: same(alone),
    sections: sections.length,
    sectionsByteForByte: sections.filter((text) => printedSections.has(text)).length,
    wordsLost: wordsLost(file.markdown, result.markdown),
    unstable: again.markdown === result.markdown ? 0 : 1,
  };
}

const evened = (text: string) =>
  text
    .replace(/[-–—]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The entries as they print when no record departs from the style of the newsletter and the section. */
function byStyleAlone({ entries, issue, newsletter }: Reprint): string[] {
  const plain = entries.map(({ glue: _, ...entry }) => ({
    ...entry,
    links: entry.links.map(({ glue: __, ...link }) => link),
  }));
  const { markdown, places } = render(issue, plain, newsletter);
  return places.map(({ start, end }) => markdown.slice(start, end));
}

/** How many words of one text the other lacks, counted as often as they stand there. */
export function wordsLost(before: string, after: string): number {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const there = count(after);
  return [...count(before)].reduce((lost, [word, times]) => lost + Math.max(0, times - (there.get(word) ?? 0)), 0);
}
