import type { Definition, Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { withoutFrontMatter } from './front-matter.ts';
import { isOpenAtEnd, partsOf } from './parts.ts';
import { withoutTangles } from './tangles.ts';

/**
 * A link or an image of a Markdown text, as a reader gets it.
 * - `link`: also an autolink, and a reference link with its definition looked up.
 * - `image`: `text` is its description. An image inside a link is reported after that link, whose text it gives, too.
 * - `unread`: a part too tangled to be parsed in reasonable time (see `withoutTangles`). Its links are not reported;
 *   `text` and `address` are empty.
 */
export interface ReadLink {
  kind: 'link' | 'image' | 'unread';
  /** Escapes and character references decoded, emphasis and code flattened, line breaks as spaces. */
  text: string;
  /** Escapes and character references decoded; percent-encoding as it stands there. */
  address: string;
  /** Offsets into the text, in UTF-16 units: `markdown.slice(start, end)` is the link as it was written. */
  start: number;
  end: number;
}

/** What a part of a text holds; offsets count from the start of the part. */
interface Parsed {
  links: readonly ReadLink[];
  definesLinks: boolean;
  isOpen: boolean;
}

/** What was parsed the last time: a text is read again after every key, and most of it is as it was. */
let known = new Map<string, Parsed>();

/**
 * Every link and image of a Markdown text, in the order in which they begin. Front matter is passed over. CommonMark
 * only: a bare address is text here.
 */
export function readLinks(markdown: string): ReadLink[] {
  // The parser skips a byte order mark without counting it.
  const { text, tangles } = withoutTangles(withoutFrontMatter(markdown).replace(/^\uFEFF/u, ' '));
  const links: ReadLink[] = tangles.map(({ start, end }) => ({ kind: 'unread', text: '', address: '', start, end }));
  for (const link of linksIn(text)) {
    if (!tangles.some(({ start, end }) => link.start < end && link.end > start)) links.push(link);
  }
  return links.sort((one, other) => one.start - other.start);
}

/** In parts, of which only those are parsed that have changed; as a whole where links are defined in one for another. */
function linksIn(text: string): readonly ReadLink[] {
  const parsed = new Map<string, Parsed>();
  const parse = (source: string): Parsed => {
    const part = parsed.get(source) ?? known.get(source) ?? parsePart(source);
    parsed.set(source, part);
    return part;
  };
  const parts = partsOf(text, parse);
  // A short text (one entry among many) must not make what is known of the whole issue go.
  known = text.length > SHORT ? parsed : new Map([...(known.size > MOST_KNOWN ? [] : known), ...parsed]);
  if (parts.some(({ part }) => part.definesLinks)) return parsePart(text).links;
  return parts.flatMap(({ start, part }) =>
    part.links.map((link) => ({ ...link, start: link.start + start, end: link.end + start })),
  );
}

/** Characters; an issue has more. */
const SHORT = 8_000;
/** Parts. */
const MOST_KNOWN = 20_000;

function parsePart(source: string): Parsed {
  const root = fromMarkdown(source);
  const definitions = definitionsOf(root);
  const links: ReadLink[] = [];
  walk(root, (node) => {
    const link = linkOf(node, definitions);
    if (link !== null) links.push(link);
  });
  return { links, definesLinks: definitions.size > 0, isOpen: isOpenAtEnd(root, source) };
}

function linkOf(node: Nodes, definitions: ReadonlyMap<string, string>): ReadLink | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  switch (node.type) {
    case 'link':
      return { kind: 'link', text: textOf(node), address: node.url, start, end };
    case 'linkReference':
      return { kind: 'link', text: textOf(node), address: definitions.get(node.identifier) ?? '', start, end };
    case 'image':
      return { kind: 'image', text: node.alt ?? '', address: node.url, start, end };
    case 'imageReference':
      return { kind: 'image', text: node.alt ?? '', address: definitions.get(node.identifier) ?? '', start, end };
    default:
      return null;
  }
}

/** Where a name is defined twice, the first definition counts. */
function definitionsOf(root: Root): Map<string, string> {
  const definitions: Definition[] = [];
  walk(root, (node) => {
    if (node.type === 'definition') definitions.push(node);
  });
  return new Map(definitions.reverse().map(({ identifier, url }) => [identifier, url]));
}

function textOf(parent: Parents): string {
  let text = '';
  walk(parent, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'break') text += ' ';
  });
  return text.replace(/\s*\n\s*/gu, ' ');
}

/** In document order. With a list instead of recursion: hostile text nests deeper than the stack. */
function walk(top: Nodes, visit: (node: Nodes) => void): void {
  const open: Nodes[] = [top];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
}
