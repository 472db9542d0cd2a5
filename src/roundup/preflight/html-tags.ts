import type { TextLink } from './read-text.ts';

/** A tag of the HTML in a text, with the link or the picture that it is. */
interface Tag {
  name: string;
  /** `void`: it needs no end. */
  what: 'open' | 'close' | 'void';
  link: TextLink | null;
}

/** Elements that have no end, and those whose end HTML lets people leave out. */
const WITHOUT_END = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=<>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*(\/?)>/gi;

/** The tags of a piece of HTML that stands at `offset` of its text. Comments hold none. */
export function tagsIn(html: string, offset: number): Tag[] {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...shown.matchAll(TAG)].map((match): Tag => {
    const [all, slash = '', written = '', attributes = '', closed = ''] = match;
    const name = written.toLowerCase();
    const at = offset + match.index;
    const what = WITHOUT_END.has(name) || closed !== '' ? 'void' : slash === '' ? 'open' : 'close';
    return { name, what, link: slash === '' ? linkIn(name, attributes, at, at + all.length) : null };
  });
}

/** The names of what was opened and not closed. What was closed only is passed over: browsers do the same. */
export function openTags(tags: readonly Tag[]): string[] {
  const open: string[] = [];
  for (const { name, what } of tags) {
    if (what === 'open') open.push(name);
    else if (what === 'close' && open.includes(name)) open.splice(open.lastIndexOf(name), 1);
  }
  return open;
}

function linkIn(name: string, attributes: string, start: number, end: number): TextLink | null {
  const isImage = name === 'img';
  const target = name === 'a' ? 'href' : isImage ? 'src' : null;
  if (target === null) return null;
  const attributesAt = start + 1 + name.length;
  const found = new RegExp(`(\\s${target}\\s*=\\s*["']?)([^"'>]*)`, 'i').exec(attributes);
  if (found === null) return null;
  const [, before = '', address = ''] = found;
  const addressAt = attributesAt + found.index + before.length;
  // An empty description is a decision: the picture is decoration.
  const described = /\salt(?:\s*=|\s|$)/i.test(attributes);
  return {
    kind: isImage ? 'html-image' : 'html-link',
    words: isImage && described ? 'described' : null,
    address: address.trim().replaceAll('&amp;', '&'),
    wordsAt: isImage && !described ? attributesAt : null,
    addressSpan: { start: addressAt, end: addressAt + address.length },
    holdsImage: false,
    start,
    end,
  };
}
