import Papa from 'papaparse';
import { fromCell } from '../domain/formula-cell.ts';
import { type Bookmark, oneLine, timeOf, UnreadableBookmarks } from './bookmark.ts';

/** What columns are called: Pocket, Raindrop, Pinboard, Instapaper, and Roundup's own. */
const COLUMNS = {
  address: ['url', 'address', 'href', 'link'],
  title: ['title', 'name'],
  note: ['commentary', 'note', 'notes', 'extended', 'description', 'selection'],
  tags: ['tags', 'labels', 'section'],
  folder: ['folder', 'collection'],
  time: ['time_added', 'created', 'saved', 'time', 'timestamp', 'date'],
} as const;

/** Folders in which services put what was not filed. */
const UNFILED = /^(?:unsorted|unread|archive|starred|inbox)$/i;

/** How Roundup's own table begins, unless a spreadsheet has written it anew: nothing in it needs to be guessed. */
const OWN = /^newsletter,issue,section,[^\n]*\r\n/;

/**
 * Bookmarks as a table with a head: columns are known by their names, in any order. Tags are set apart by commas or `|`.
 *
 * @throws UnreadableBookmarks where no column holds addresses, or a row cannot be read.
 */
export function readCsv(text: string): Bookmark[] {
  const table = text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(table, {
    skipEmptyLines: 'greedy',
    ...(OWN.test(table) && { delimiter: ',', newline: '\r\n' }),
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) throw new UnreadableBookmarks('broken', `row ${(broken.row ?? 0) + 1}: ${broken.message}`);
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim().toLowerCase());
  const column = (wanted: readonly string[]) => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  const address = column(COLUMNS.address);
  if (address < 0) throw new UnreadableBookmarks('unknown');
  const [title, note, tags, folder, time] = [
    COLUMNS.title,
    COLUMNS.note,
    COLUMNS.tags,
    COLUMNS.folder,
    COLUMNS.time,
  ].map(column);
  const isOwn = names.includes('newsletter') && names.includes('commentary');
  const byline = isOwn ? names.indexOf('byline') : -1;
  const cell = (row: readonly string[], at: number | undefined) => {
    const text = at === undefined || at < 0 ? '' : (row[at] ?? '');
    // Roundup's own table has an apostrophe before what a spreadsheet would take for a formula.
    return isOwn ? fromCell(text) : text;
  };
  // In Roundup's own table every text is the editor's, and comes back byte for byte.
  const line = isOwn ? (text: string) => text : oneLine;
  return rows.map((row, at): Bookmark => {
    const filed = cell(row, folder);
    const links = [{ address: cell(row, address).trim(), title: line(cell(row, title)), byline: cell(row, byline) }];
    for (let n = 2; isOwn && names.includes(`address ${n}`); n += 1) {
      const further = cell(row, names.indexOf(`address ${n}`)).trim();
      if (further === '') continue;
      links.push({
        address: further,
        title: line(cell(row, names.indexOf(`title ${n}`))),
        byline: cell(row, names.indexOf(`byline ${n}`)),
      });
    }
    return {
      links,
      note: cell(row, note),
      tags: [...(UNFILED.test(filed.trim()) ? [] : filed.split(' / ')), ...cell(row, tags).split(isOwn ? /\0/ : /[|,]/)]
        .map(line)
        .filter((tag) => tag !== ''),
      savedAt: timeOf(cell(row, time)),
      at: at + 1,
      entry: null,
    };
  });
}
