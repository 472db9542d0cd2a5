import { type Entry, firstWords } from '../domain/entry.ts';
import { isMoment } from '../domain/moment.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { type ImportPlan, nameOf, type ReadFile } from './import-plan.ts';
import { recordsOf } from './issue-records.ts';
import type { ParsedEntry } from './parsed-issue.ts';

/** What is wrong with a link of an entry that is imported as it is. */
export type LinkFault = 'no-words' | 'no-address' | 'words-in-address';

/** What would become of an entry. */
export interface EntryFate {
  name: string;
  path: string;
  /** In the file, from 1. */
  line: number;
  issueNumber: number;
  section: string;
  /** The name it was printed under, where that is another one. */
  printedAs: string | null;
  fault: LinkFault | null;
  /** The first of the imported issues in which the same page ran before. */
  ranIn: number | null;
}

/** Noon of a day in UTC: on no place on earth is it another day by more than the night. */
const noon = (day: PlainDate) => Date.parse(`${day}T12:00:00Z`);

/** Adds the records of an issue to the plan, and what becomes of each of its entries. */
export function takeApart(
  plan: ImportPlan,
  { file, fate, parsed }: ReadFile,
  { newId, now, ran }: { newId: () => string; now: number; ran: Map<string, number> },
): void {
  const made = recordsOf(parsed, { fileName: nameOf(file.path), markdown: file.markdown }, plan.newsletter, {
    newId,
    now,
  });
  const date = fate.date ?? new Date(now).toISOString().slice(0, 10);
  const at = isMoment(noon(date)) ? noon(date) : now;
  const { importId } = plan;
  plan.newsletter = made.newsletter;
  const entries = made.entries.map(
    (entry): Entry => ({ ...entry, createdAt: at, savedAt: at, editedAt: at, importId }),
  );
  plan.entries.push(...entries);
  plan.issues.push({
    ...made.issue,
    number: fate.number ?? made.issue.number,
    date,
    state: 'published',
    publishedAt: at,
    printed: { markdown: file.markdown, style: plan.newsletter.style, entryIds: entries.map(({ id }) => id) },
    importId,
  });
  const lineOf = lineCounter(file.markdown);
  const names = new Map(plan.newsletter.sections.map(({ id, name }) => [id, name]));
  // Records stand in the order in which the entries were parsed.
  const records = entries.values();
  for (const { name, entries: stood } of parsed.sections) {
    for (const entry of stood) {
      const record = records.next().value;
      const section = names.get(record?.sectionId ?? '') ?? name;
      const key = record?.links[0]?.key ?? '';
      plan.fates.push({
        name: entryName(entry),
        path: file.path,
        line: lineOf(entry.start),
        issueNumber: fate.number ?? made.issue.number,
        section,
        printedAs: section === name ? null : name,
        fault: faultOf(entry),
        ranIn: (key === '' ? undefined : ran.get(key)) ?? null,
      });
      if (key !== '' && !ran.has(key)) ran.set(key, fate.number ?? made.issue.number);
    }
  }
}

const entryName = ({ links, commentary }: ParsedEntry) =>
  firstWords(links.find(({ text }) => text.trim() !== '')?.text ?? commentary, 80);

function faultOf({ links }: ParsedEntry): LinkFault | null {
  for (const { text, address, title } of links) {
    // Browsers mark found words in the fragment, which is as it should be.
    const page = address.trim().replace(/#.*$/s, '');
    if (/\s/.test(page) || /%20[a-z]+%20[a-z]+/i.test(page)) return 'words-in-address';
    if (!isWebAddress(address) && !/^(?:mailto:|#|\/)/i.test(address)) return 'no-address';
    if (text.trim() === '' && !title.includes('![')) return 'no-words';
  }
  return null;
}

/** Gives the line of ever higher offsets, without counting from the start each time. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
