import { Parser } from 'htmlparser2';
import { type Bookmark, oneLine, timeOf } from './bookmark.ts';

/** Folders that every browser has; they say nothing about what is in them. */
const OWN_FOLDERS =
  /^(?:bookmarks?(?: bar| menu| toolbar)?|other bookmarks|mobile bookmarks|unsorted bookmarks|favorites(?: bar)?|favourites|reading list|lesezeichen.*|unread|read archive)$/i;

/**
 * Bookmarks as browsers export them (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)),
 * and Pocket's list. Read as a stream of tags: nothing in it runs, and no depth of folders is too deep.
 */
export function readHtml(html: string): Bookmark[] {
  const bookmarks: Bookmark[] = [];
  const folders: string[] = [];
  let heading: string | null = null;
  let named: string | null = null;
  let open: Bookmark | null = null;
  let last: Bookmark | null = null;
  let inNote = false;
  const endNote = () => {
    if (inNote && last !== null) last.note = last.note.trim();
    inNote = false;
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === 'h1' || tag === 'h3') {
          endNote();
          heading = '';
        } else if (tag === 'dl' || tag === 'ul') {
          endNote();
          folders.push(named ?? '');
          named = null;
        } else if (tag === 'dt' || tag === 'li') endNote();
        else if (tag === 'dd') inNote = last !== null;
        else if (tag === 'a' && attributes.href !== undefined) {
          endNote();
          const tags = (attributes.tags ?? '').split(',').map(oneLine);
          open = {
            links: [{ address: attributes.href.trim(), title: '', byline: '' }],
            note: '',
            tags: [...folders.filter((name) => !OWN_FOLDERS.test(name)), ...tags].filter((name) => name !== ''),
            savedAt: timeOf(attributes.add_date ?? attributes.time_added ?? ''),
            at: bookmarks.length + 1,
            entry: null,
          };
          bookmarks.push(open);
          last = open;
        }
      },
      ontext(text) {
        if (heading !== null) heading += text;
        else if (open !== null) (open.links[0] as Bookmark['links'][0]).title += text;
        else if (inNote && last !== null) last.note += text;
      },
      onclosetag(tag) {
        if ((tag === 'h1' || tag === 'h3') && heading !== null) {
          named = oneLine(heading);
          heading = null;
        } else if (tag === 'a' && open !== null) {
          const [link] = open.links;
          if (link !== undefined) link.title = oneLine(link.title);
          open = null;
        } else if (tag === 'dl' || tag === 'ul') {
          endNote();
          folders.pop();
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  endNote();
  return bookmarks;
}
