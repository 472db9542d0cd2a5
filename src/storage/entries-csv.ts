import { type Entry, placeOf } from '../domain/entry.ts';
import { withoutFormula } from '../domain/formula-cell.ts';
import { byRank } from '../domain/rank.ts';
import type { AllEntries } from './entries-file.ts';

/** The columns of every entry, and those that each of its links has: the second link's are called `title 2` and so on. */
const COLUMNS = ['newsletter', 'issue', 'section', 'state', 'shape', 'commentary', 'due', 'saved'] as const;
const LINK_COLUMNS = ['title', 'address', 'byline'] as const;

/**
 * All entries as a table for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. One row per entry, so that
 * rows can be counted and sorted; further links of an entry stand in further columns, as many as any entry has.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, behind which it is text: titles come
 * from pages, and pages can be hostile. So a commentary that begins with a list has one too. Roundup's own import takes
 * it away again (`fromCell`).
 */
export function entriesCsv({ newsletters, issues, entries }: AllEntries): string {
  const names = new Map(newsletters.map(({ id, name }) => [id, name]));
  const numbers = new Map(issues.map(({ id, number }) => [id, number]));
  const sections = new Map(newsletters.flatMap((one) => one.sections.map((section) => [section.id, section])));
  const links = entries.reduce((most, entry) => Math.max(most, entry.links.length), 1);
  const numbered = Array.from({ length: links }, (_, at) =>
    LINK_COLUMNS.map((column) => (at === 0 ? column : `${column} ${at + 1}`)),
  );
  const [first = [], ...further] = numbered;
  const [newsletter, issue, section, state, shape, ...rest] = COLUMNS;
  const head = [newsletter, issue, section, state, shape, ...first, ...rest, ...further.flat()];
  const rows = inOrder(entries, numbers, sections).map((entry) => {
    const [own = [], ...others] = Array.from({ length: links }, (_, at) => {
      const link = entry.links[at];
      return [link?.title ?? '', link?.address ?? '', link?.byline ?? ''];
    });
    return [
      names.get(entry.newsletterId) ?? '',
      entry.issueId === null ? '' : String(numbers.get(entry.issueId) ?? ''),
      entry.sectionId === null ? '' : (sections.get(entry.sectionId)?.name ?? ''),
      stateOf(entry),
      entry.links.length === 0 ? 'note' : entry.shape,
      ...own,
      entry.commentary,
      entry.dueOn ?? '',
      entry.savedAt === null ? '' : new Date(entry.savedAt).toISOString(),
      ...others.flat(),
    ];
  });
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** By newsletter, issue, section and place in it; the backlog behind the issues, what has no section behind the rest. */
function inOrder(
  entries: readonly Entry[],
  numbers: ReadonlyMap<string, number>,
  sections: ReadonlyMap<string, { rank: string }>,
): Entry[] {
  const issue = ({ issueId }: Entry) =>
    (issueId === null ? undefined : numbers.get(issueId)) ?? Number.MAX_SAFE_INTEGER;
  const section = ({ sectionId }: Entry) =>
    (sectionId === null ? undefined : sections.get(sectionId)?.rank) ?? '\uffff';
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...entries].sort(
    (a, b) =>
      compare(a.newsletterId, b.newsletterId) ||
      issue(a) - issue(b) ||
      compare(section(a), section(b)) ||
      compare(a.sectionId ?? '', b.sectionId ?? '') ||
      byRank(a, b),
  );
}

/** `draft`, `kept`, or `bin`. */
const stateOf = (entry: Entry) => (placeOf(entry) === 'bin' ? 'bin' : entry.state);

function cell(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
