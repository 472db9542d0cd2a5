import { isWebAddress } from '../domain/web-address.ts';
import { type Bookmark, type Format, type ReadBookmarks, UnreadableBookmarks } from './bookmark.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';

/**
 * Reads a file of bookmarks, whatever it is called: what it is is known by what stands in it.
 *
 * @throws UnreadableBookmarks where it is none of the known kinds, is broken, or holds nothing.
 */
export function readBookmarks(text: string): ReadBookmarks {
  const { format, bookmarks } = parsed(text);
  if (bookmarks.length === 0) throw new UnreadableBookmarks('empty');
  const skipped: ReadBookmarks['skipped'] = [];
  const fit = bookmarks.filter(({ links, entry, at }) => {
    // Roundup's own notes have no address; everything else is nothing without one.
    if (entry !== null) return true;
    const [link] = links;
    const address = link?.address ?? '';
    if (isWebAddress(address) || /^mailto:\S+@/i.test(address)) return true;
    skipped.push({
      at,
      text: (link?.title || address).slice(0, 200),
      reason: address === '' ? 'no-address' : 'not-web',
    });
    return false;
  });
  return { format, bookmarks: fit, skipped };
}

function parsed(text: string): { format: Format; bookmarks: Bookmark[] } {
  const start = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') throw new UnreadableBookmarks('empty');
  if (start.startsWith('<')) return { format: 'html', bookmarks: readHtml(text) };
  if (/^[[{]/.test(start)) return readJson(text);
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.every((line) => /^https?:\/\/\S+$/i.test(line)))
    return { format: 'list', bookmarks: filled.map(ofAddress) };
  return { format: 'csv', bookmarks: readCsv(text) };
}

const ofAddress = (address: string, at: number): Bookmark => ({
  links: [{ address, title: '', byline: '' }],
  note: '',
  tags: [],
  savedAt: null,
  at: at + 1,
  entry: null,
});
